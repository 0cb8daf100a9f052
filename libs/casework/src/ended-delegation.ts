import { eventRule, EVENTS, type Actor, type Instant, type Refusal, type RequestEventType } from '#domain';
import { dayAt, inForceAt } from './assignments-in-force.js';
import type { Pool } from 'pg';
import type { Connection } from './transaction.js';

/** A delegation that is over: for whom, until which day, and whose midnight ended it. */
export interface EndedDelegation {
  actingFor: string;
  until: string;
  zone: string | null;
}

const ENDED = `SELECT s.acting_for AS "actingFor", s.valid_until::text AS until, s.zone FROM assignment s
  WHERE s.person_id = $1 AND s.role = 'actingCoordinator' AND s.acting_for IS NOT NULL AND NOT (${inForceAt('s', '$2')})
    AND s.valid_until BETWEEN ${dayAt('$2')} - 7 AND ${dayAt('$2')} AND s.valid_from <= s.valid_until
  ORDER BY s.valid_until DESC LIMIT 1`;

/** For whom somebody signed until a short while ago, by a delegation that is over; null where there is none. */
export async function endedDelegation(
  on: Pick<Pool, 'query'>,
  personId: string,
  at: Instant,
): Promise<EndedDelegation | null> {
  const { rows } = await on.query<EndedDelegation>({ name: 'ended-delegation', text: ENDED, values: [personId, at] });
  return rows[0] ?? null;
}

const LONG = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Whether whoever acts for a coordinator would send this. */
const isSigned = (type: string): boolean =>
  Object.hasOwn(EVENTS, type) && eventRule(type as RequestEventType).roles.includes('actingCoordinator');

/** A refusal with what helps to understand it: that the delegation of whoever sent the step is over, and since when. */
export async function withEndedDelegation(
  on: Connection,
  refusal: Refusal,
  { actor, type, at }: { actor: Actor; type: string; at: Instant },
): Promise<Refusal> {
  if (refusal.code !== 'notYourRole' || actor.system || !isSigned(type)) return refusal;
  const ended = await endedDelegation(on, actor.id, at);
  if (!ended) return refusal;
  const { actingFor, until, zone } = ended;
  const by = zone ? ` by the clock of the duty station (${zone})` : ' UTC';
  const over = `You acted for ${actingFor} until midnight of ${LONG.format(Date.parse(until))}${by}. That is over; what you signed until then stays signed.`;
  return { ...refusal, message: `${over} ${refusal.message}` };
}
