import { groupOf, noticeRule, stoodInFor, type Assignment, type Day, type NoticeGroup } from '#domain';
import { awayAt } from '../absences.js';
import { inForceAt } from '../assignments-in-force.js';
import type { Addressee, Candidate, Reach } from './audience.js';
import { caseTold } from './case-told.js';
import { clockTold, type Told } from './told.js';

/** Somebody who is away, and until which day. */
export interface Absent {
  id: string;
  name: string;
  until: Day;
}

/** Whether a person is away and for whom of those who are away they act, as fields of an object; $2 the moment, p the person. */
export const AWAY = `'away', (SELECT max(x.until_day)::text FROM absence x WHERE x.person_id = p.id AND ${awayAt('x', '$2')}),
  'awayNote', (SELECT x.note FROM absence x WHERE x.person_id = p.id AND ${awayAt('x', '$2')} ORDER BY x.until_day DESC LIMIT 1),
  'standsInFor', (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', g.id, 'name', g.name, 'until', x.until_day)), '[]')
    FROM assignment s JOIN absence x ON x.person_id = s.acting_for_id AND ${awayAt('x', '$2')} JOIN person g ON g.id = x.person_id
    WHERE s.person_id = p.id AND ${inForceAt('s', '$2')})`;

/** Somebody in the role in which they are told: their own before one in which they act for another. None where nothing of theirs fits. */
export function inTheirRole(person: Candidate, fitting: readonly Assignment[]): Addressee[] {
  const own = fitting.find((a) => !a.actingForId);
  const held = own ?? fitting[0];
  if (!held) return [];
  const actsFor = fitting.flatMap((a) => a.actingForId ?? []);
  return [{ person, as: held.role, ...(actsFor.length ? { actsFor, alone: !own } : {}) }];
}

/** Each person once, as they were found first; for whom they act comes together. */
export function eachOnce(found: readonly Addressee[]): Addressee[] {
  const known = new Map<string, Addressee>();
  for (const one of found) {
    const first = known.get(one.person.id);
    const actsFor = [...new Set([...(first?.actsFor ?? []), ...(one.actsFor ?? [])])];
    const alone = (first?.alone ?? first === undefined) && one.alone === true;
    known.set(one.person.id, { ...(first ?? one), ...(actsFor.length ? { actsFor, alone } : {}) });
  }
  return [...known.values()];
}

/** Whether somebody may do what is asked, where they hold it for another alone: by the rule that guards the step. */
export function mayAct(told: Told, { person, alone }: Addressee): boolean {
  const waited = alone ? (clockTold(told)?.group ?? noticeRule(told.notice).asks) : undefined;
  return waited === undefined || caseTold(told.facts).waits(person, waited);
}

/** What asks somebody for a step. */
const OF_A_STEP: readonly NoticeGroup[] = ['duties', 'nudges'];

/** Who is told at this moment: whoever acts for somebody who is away in that one’s place, where that is the rule of the notice. */
export function toldNow(
  told: Told,
  { to, copy }: Pick<Reach, 'to' | 'copy'>,
): Pick<Reach, 'to' | 'copy' | 'stoodInFor'> {
  // Whoever is told only because they act for somebody is told of what they may do that day.
  const able = OF_A_STEP.includes(noticeRule(told.notice).group) ? to.filter((one) => mayAct(told, one)) : to;
  if (!groupOf(told.notice).deputy) return { to: able, copy, stoodInFor: [] };
  const left = stoodInFor(
    able.map(({ person, actsFor = [] }) => ({ id: person.id, away: person.away ?? null, actsFor })),
  );
  const isLeft = ({ person }: Addressee): boolean => left.includes(person.id);
  return { to: able.filter((one) => !isLeft(one)), copy, stoodInFor: able.filter(isLeft) };
}

/** Of a notice that somebody is away: whether they are back. */
export const isBack = ({ notice, personId }: Told, people: readonly Candidate[]): boolean =>
  notice === 'holderAway' && !people.some(({ id, away }) => id === personId && away);

/** For whom of those who are away a mail comes to somebody. */
export const inPlaceOf = ({ person, actsFor = [] }: Addressee): Absent[] =>
  (person.standsInFor ?? []).filter(({ id }) => actsFor.includes(id));
