import type { Pool } from 'pg';
import type { Clock } from '#platform';
import {
  callOf,
  callProblems,
  isRound,
  refuse,
  refuseFields,
  type Actor,
  type Day,
  type Refusal,
  type RoundCall,
} from '#domain';
import { isAdministrator } from './publish-framework.js';

/** The call of a round with who set it and when; nobody has set one at version 0. */
export interface SetCall extends RoundCall {
  version: number;
  setAt: Date | null;
  setName: string | null;
}
/** The days that somebody gives a call. */
export interface CallDraft {
  opens: Day;
  closes: Day;
  graceDays: number;
}

const COLUMNS = `round, version, opens_on::text AS opens, closes_on::text AS closes, grace_days AS "graceDays", set_at AS "setAt", set_name AS "setName"`;
const LAST = `SELECT DISTINCT ON (round) ${COLUMNS} FROM round_call ORDER BY round, version DESC`;
const VERSIONS = `SELECT ${COLUMNS} FROM round_call WHERE round = $1 ORDER BY version DESC LIMIT 100`;
const ADD = `
  WITH made AS (
    INSERT INTO round_call (round, version, opens_on, closes_on, grace_days, set_at, set_by, set_name)
    SELECT $1::varchar, $2::integer + 1, $3::date, $4::date, $5::smallint, $6::timestamptz, $7::uuid, $8::text
    WHERE $2::integer = (SELECT coalesce(max(version), 0) FROM round_call WHERE round = $1::varchar)
    ON CONFLICT (round, version) DO NOTHING RETURNING *)
  SELECT ${COLUMNS}, pg_notify('reference', 'call') FROM made`;
const NO_ROUND = refuse('notFound', 'There is no such round. A round is named like 2027-1.');

const unset = (call: RoundCall): SetCall => ({ ...call, version: 0, setAt: null, setName: null });

/** The calls of the rounds: their days are set by an administrator, kept version by version, and read by everybody. */
export class RoundCalls {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Every call that was set, as it was set last. */
  async all(): Promise<SetCall[]> {
    return (await this.pool.query<SetCall>({ name: 'round-calls', text: LAST })).rows;
  }

  /** The call of a round, the newest version first; the usual one stands last. */
  async versions(round: string): Promise<[SetCall, ...SetCall[]] | Refusal> {
    if (!isRound(round)) return NO_ROUND;
    const { rows } = await this.pool.query<SetCall>({ name: 'round-call', text: VERSIONS, values: [round] });
    const [last, ...before] = rows;
    const usual = unset(callOf(round, []));
    return last ? [last, ...before, usual] : [usual];
  }

  /** Sets the days of a call after the version that was read; a second click is answered like the first. */
  async set(actor: Actor, round: string, draft: CallDraft, after: number): Promise<SetCall | Refusal> {
    if (!isAdministrator(actor)) return refuse('notYourRole', 'The days of a call are set by an administrator.');
    if (!isRound(round)) return NO_ROUND;
    const call = { ...draft, round };
    const now = this.clock.now();
    const set = await this.all();
    const last = set.find((s) => s.round === round) ?? unset(callOf(round, []));
    if (last.setName === actor.name && says(last, draft)) return last;
    const problems = refuseFields(callProblems(call, set, now.toISOString()));
    if (problems) return problems;
    const values = [round, after, call.opens, call.closes, call.graceDays, now, actor.id, actor.name];
    const { rows } = await this.pool.query<SetCall & { pg_notify: string }>(ADD, values);
    if (rows[0]) {
      const { pg_notify: _told, ...made } = rows[0];
      return made;
    }
    const words = `Somebody has set the days of this call since you opened this page. Compare, then set them again; nothing of yours was kept.`;
    return { ...refuse('stale', words), revision: last.version };
  }
}

/** Whether a version says what somebody sets: the same sent twice is one. */
const says = (last: SetCall, draft: CallDraft): boolean =>
  last.opens === draft.opens && last.closes === draft.closes && last.graceDays === draft.graceDays;
