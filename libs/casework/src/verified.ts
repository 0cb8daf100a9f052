import { canonical, type Clock } from '#domain';

/** How many cases are proved at a time. */
export const BATCH = 200;
/** An instant in the shape in which the record says it. */
export const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The lines of the record of case r, and its clocks, as the record says them. */
export const entriesKept = `(SELECT jsonb_agg(jsonb_build_object('event', a.event, 'name', a.name, 'at', ${INSTANT('a.at')}, 'actor', jsonb_build_object('id', a.actor_id, 'name', a.actor_name),
       'role', a.role, 'actingFor', a.acting_for, 'data', a.data, 'state', a.state, 'clocks', a.clocks) ORDER BY a.seq) FROM audit_event a WHERE a.case_id = r.id) AS entries`;
export const clocksKept = `(SELECT jsonb_agg(jsonb_build_object('key', d.key, 'group', d.clock_group, 'holder', d.holder, 'personId', d.person_id, 'region', d.region,
       'startedAt', ${INSTANT('d.started_at')}, 'dueOn', d.due_on, 'stoppedWith', d.stopped_with, 'steps', d.steps)
       || jsonb_strip_nulls(jsonb_build_object('station', d.station, 'counted', CASE WHEN d.counted_days IS NOT NULL
         THEN jsonb_build_object('from', d.counted_from, 'days', d.counted_days) END)) ORDER BY d.key) FROM deadline d WHERE d.case_id = r.id) AS clocks`;

/** What is kept of a case of any kind. */
export interface KeptCase<E, F> {
  ref: string;
  seq: string;
  revision: number;
  facts: F;
  columns: object;
  entries: E[] | null;
  locks: string[] | null;
  clocks: Clock[] | null;
}

/** How one kind of case is proved: what is kept of it ($1 a reference or null, $2 the place to go on from), and what of that differs. */
export interface Verified<K> {
  kept: string;
  differences(kept: K): string[];
}

type Compared = [what: string, kept: unknown, expected: unknown];

/** Rows in the order of their keys. */
export const sorted = <T>(key: (row: T) => string, rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** A clock as its row has it: to whom it is carried when it is overdue, and that a person stopped it, stand in the facts alone. */
const asKept = ({ superior: _superior, byHand: _byHand, ...clock }: Clock): Omit<Clock, 'superior' | 'byHand'> => clock;

/** What is compared for every kind of case. */
export const commonTo = <E, F extends { clocks: Clock[] }>(
  noun: string,
  kept: KeptCase<E, F>,
  record: { facts: F; columns: object; entries: E[]; locks: string[] },
): Compared[] => [
  ['The number of its steps is', kept.revision, record.entries.length],
  [`What is known of the ${noun} is`, kept.facts, record.facts],
  [`What lists show of the ${noun} is`, kept.columns, record.columns],
  [`Who may see the ${noun} is`, [...(kept.locks ?? [])].sort(), [...record.locks].sort()],
  ['The clocks are', sorted((c) => c.key, kept.clocks ?? []), sorted((c) => c.key, record.facts.clocks.map(asKept))],
];

/** What is not what the record says, in words. */
export const differencesIn = (compared: Compared[]): string[] =>
  compared
    .filter(([, was, expected]) => canonical(was) !== canonical(expected))
    .map(([what]) => `${what} not what the record says.`);
