import type { Pool } from 'pg';
import { ALL_CASES } from './all-cases.js';
import { BATCH, type KeptCase, type Verified } from './verified.js';
import { POSTS } from './verify-deployment.js';
import { REQUESTS } from './verify-request.js';

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

const MOST_PROBLEMS = 1_000;

const CHAIN = `
  SELECT * FROM (
    SELECT r.ref, a.seq, CASE
      WHEN row_number() OVER w <> a.seq THEN 'Lines before this one are missing.'
      WHEN a.previous_hash <> coalesce(lag(a.hash) OVER w, decode(repeat('00', 32), 'hex')) THEN 'The line before this one is not the one that it followed.'
      WHEN a.hash <> audit_hash(a.previous_hash, a.case_id, a.seq, a.at, a.event, a.name, a.actor_id, a.actor_name, a.role, a.acting_for, a.data, a.state, a.clocks)
        THEN 'The line says something else than when it was written.' END AS problem
    FROM audit_event a JOIN ${ALL_CASES} r ON r.id = a.case_id WHERE $1::text IS NULL OR r.ref = $1
    WINDOW w AS (PARTITION BY a.case_id ORDER BY a.seq)) line
  WHERE problem IS NOT NULL ORDER BY ref, seq LIMIT ${MOST_PROBLEMS}`;

function problemsOf<K extends KeptCase<unknown, unknown>>(kind: Verified<K>, kept: K): BrokenRecord[] {
  const at = { ref: kept.ref, seq: kept.revision };
  try {
    return kind.differences(kept).map((problem) => ({ ...at, problem }));
  } catch {
    return [{ ...at, problem: 'The record cannot be read as the story of a case.' }];
  }
}

async function verifyRows<K extends KeptCase<unknown, unknown>>(
  kind: Verified<K>,
  pool: Pick<Pool, 'query'>,
  ref: string | null,
  report: RecordReport,
): Promise<void> {
  for (let after = '0'; ;) {
    const { rows } = await pool.query<K>(kind.kept, [ref, after]);
    report.cases += rows.length;
    report.events += rows.reduce((sum, { entries }) => sum + (entries?.length ?? 0), 0);
    report.broken.push(...rows.flatMap((kept) => problemsOf(kind, kept)));
    if (rows.length < BATCH || report.broken.length >= MOST_PROBLEMS) return;
    after = rows.at(-1)!.seq;
  }
}

/** Proves the record: every line against its hash and the line before it, and every row against what the lines come to. */
export async function verifyRecord(pool: Pick<Pool, 'query'>, ref: string | null = null): Promise<RecordReport> {
  const chain = await pool.query<BrokenRecord>(CHAIN, [ref]);
  const report: RecordReport = { cases: 0, events: 0, broken: chain.rows };
  await verifyRows(REQUESTS, pool, ref, report);
  await verifyRows(POSTS, pool, ref, report);
  return report;
}
