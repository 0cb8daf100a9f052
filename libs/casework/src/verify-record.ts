import type { Pool } from 'pg';
import { canonical, evolve, evolveContent, locksOf, type Entry, type RequestContent, type RequestFacts } from '#domain';
import { appointmentRows, frozenVersion, requestRow } from './rows.js';

export interface BrokenRecord {
  ref: string;
  /** The line of the record that it is about; for a row, the line that should have led to it. */
  seq: number;
  problem: string;
}
export interface RecordReport {
  cases: number;
  events: number;
  broken: BrokenRecord[];
}

const BATCH = 200;
const MOST_PROBLEMS = 1_000;

const CHAIN = `
  SELECT * FROM (
    SELECT r.ref, a.seq, CASE
      WHEN row_number() OVER w <> a.seq THEN 'Lines before this one are missing.'
      WHEN a.previous_hash <> coalesce(lag(a.hash) OVER w, decode(repeat('00', 32), 'hex')) THEN 'The line before this one is not the one that it followed.'
      WHEN a.hash <> audit_hash(a.previous_hash, a.request_id, a.seq, a.at, a.event, a.name, a.actor_id, a.actor_name, a.role, a.acting_for, a.data, a.state, a.clocks)
        THEN 'The line says something else than when it was written.' END AS problem
    FROM audit_event a JOIN request r ON r.id = a.request_id WHERE $1::text IS NULL OR r.ref = $1
    WINDOW w AS (PARTITION BY a.request_id ORDER BY a.seq)) line
  WHERE problem IS NOT NULL ORDER BY ref, seq LIMIT ${MOST_PROBLEMS}`;

const INSTANT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Everything that is kept of some cases, in the shape in which the record says it. */
const KEPT = `
  SELECT r.ref, r.seq, r.revision, r.facts,
    jsonb_build_object('state', r.state, 'consultation', r.consultation, 'review', r.review, 'is_open', r.is_open,
      'title', r.title, 'language', r.language, 'type', r.type, 'track', r.track, 'modality', r.modality, 'round', r.round, 'countries', r.countries,
      'regions', r.regions, 'version', r.version, 'created_at', ${INSTANT('r.created_at')}, 'submitted_at', ${INSTANT('r.submitted_at')},
      'changed_at', ${INSTANT('r.changed_at')}) AS columns,
    (SELECT jsonb_agg(jsonb_build_object('event', a.event, 'name', a.name, 'at', ${INSTANT('a.at')}, 'actor', jsonb_build_object('id', a.actor_id, 'name', a.actor_name),
       'role', a.role, 'actingFor', a.acting_for, 'data', a.data, 'state', a.state, 'clocks', a.clocks) ORDER BY a.seq) FROM audit_event a WHERE a.request_id = r.id) AS entries,
    (SELECT c.content FROM request_content c WHERE c.request_id = r.id) AS content,
    (SELECT jsonb_agg(jsonb_build_object('number', v.number, 'content', v.content, 'documents', v.documents, 'submitted_by', v.submitted_by, 'acting_for', v.acting_for,
       'gaps_reason', v.gaps_reason, 'submitted_at', ${INSTANT('v.submitted_at')}) ORDER BY v.number) FROM request_version v WHERE v.request_id = r.id) AS versions,
    (SELECT jsonb_agg(CASE WHEN s.seq = r.seq THEN s.scope ELSE 'misplaced ' || s.scope END) FROM request_scope s WHERE s.request_id = r.id) AS locks,
    (SELECT jsonb_agg(jsonb_build_object('key', d.key, 'group', d.clock_group, 'holder', d.holder, 'personId', d.person_id, 'region', d.region,
       'startedAt', ${INSTANT('d.started_at')}, 'dueOn', d.due_on, 'stoppedWith', d.stopped_with, 'steps', d.steps) ORDER BY d.key) FROM deadline d WHERE d.request_id = r.id) AS clocks,
    (SELECT jsonb_agg(jsonb_build_object('person_id', p.person_id, 'state', p.state, 'appointed_at', ${INSTANT('p.appointed_at')}) ORDER BY p.person_id)
       FROM appointment p WHERE p.request_id = r.id) AS appointments
  FROM request r WHERE ($1::text IS NULL OR r.ref = $1) AND r.seq > $2 ORDER BY r.seq LIMIT ${BATCH}`;

interface Kept {
  ref: string;
  seq: string;
  revision: number;
  facts: RequestFacts;
  columns: object;
  entries: Entry[] | null;
  content: RequestContent | null;
  versions: object[] | null;
  locks: string[] | null;
  clocks: RequestFacts['clocks'] | null;
  appointments: { person_id: string }[] | null;
}

/** Builds a case again from nothing but its record. */
function rebuilt(entries: Entry[]) {
  let facts: RequestFacts | null = null;
  let content: RequestContent = {};
  const versions: object[] = [];
  for (const entry of entries) {
    const before: RequestFacts | null = facts;
    content = evolveContent(content, entry);
    facts = evolve(before, entry);
    const frozen = frozenVersion(before, { facts, entry }, content);
    if (frozen) versions.push({ ...frozen, submitted_at: entry.at });
  }
  return { facts: facts!, content, versions };
}

const by = <T>(key: (row: T) => string, rows: T[]): T[] => [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

/** What of a case is not what its record says, in words. */
function differences(kept: Kept): string[] {
  const entries = kept.entries ?? [];
  if (entries.length === 0) return ['The record of this request is empty.'];
  const { facts, content, versions } = rebuilt(entries);
  // The version of the machine tells which release wrote the row; the record does not depend on it.
  const { machine_version: _release, ...columns } = requestRow(facts, entries.at(-1)!.at);
  const compared: [what: string, kept: unknown, expected: unknown][] = [
    ['The number of its steps is', kept.revision, entries.length],
    ['What is known of the request is', kept.facts, facts],
    ['What lists show of the request is', kept.columns, columns],
    ['The text of the request is', kept.content, content],
    ['What was submitted is', kept.versions ?? [], versions],
    ['Who may see the request is', [...(kept.locks ?? [])].sort(), locksOf(facts)],
    ['The clocks are', by((c) => c.key, kept.clocks ?? []), by((c) => c.key, facts.clocks)],
    [
      'The reviewers are',
      by((a) => a.person_id, kept.appointments ?? []),
      by((a) => a.person_id, appointmentRows(facts)),
    ],
  ];
  return compared
    .filter(([, was, expected]) => canonical(was) !== canonical(expected))
    .map(([what]) => `${what} not what the record says.`);
}

function problemsOf(kept: Kept): BrokenRecord[] {
  const at = { ref: kept.ref, seq: kept.revision };
  try {
    return differences(kept).map((problem) => ({ ...at, problem }));
  } catch {
    return [{ ...at, problem: 'The record cannot be read as the story of a request.' }];
  }
}

/** Proves the record: every line against its hash and the line before it, and every row against what the lines come to. */
export async function verifyRecord(pool: Pick<Pool, 'query'>, ref: string | null = null): Promise<RecordReport> {
  const chain = await pool.query<BrokenRecord>(CHAIN, [ref]);
  const report: RecordReport = { cases: 0, events: 0, broken: chain.rows };
  for (let after = '0'; ;) {
    const { rows } = await pool.query<Kept>(KEPT, [ref, after]);
    report.cases += rows.length;
    report.events += rows.reduce((sum, { entries }) => sum + (entries?.length ?? 0), 0);
    report.broken.push(...rows.flatMap(problemsOf));
    if (rows.length < BATCH || report.broken.length >= MOST_PROBLEMS) return report;
    after = rows.at(-1)!.seq;
  }
}
