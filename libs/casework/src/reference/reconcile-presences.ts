import type { PoolClient } from 'pg';
import type { Clock } from '#platform';
import { isRefusal, SYSTEM, tellsMore, type DeploymentFacts, type HistoryTold } from '#domain';
import { Deployments } from '../advance.js';
import type { Presence } from '../entities/reference/presence.js';
import type { ReferenceData } from '../reference-data.js';
import { pastPosts, type PastPost } from './past-posts.js';
import { findContradictions, type Contradiction } from './presence-contradictions.js';
import { settledPresences } from './settled-presences.js';

/** What it came to that the lists were gone through again. */
export interface Reconciled {
  opened: number;
  amended: number;
  unchanged: number;
  /** References of posts that would tell otherwise now, but on which people have worked since. */
  leftAlone: string[];
  contradictions: Contradiction[];
  /** Keys of those that nobody has settled. */
  open: Set<string>;
}
interface Known {
  key: string;
  ref: string;
  revision: number;
  facts: DeploymentFacts;
}
type At = { on: PoolClient; clock: Clock; reference: ReferenceData };
/** Refused as the system, with a message: a mistake of ours. */
const failed = (what: string, refusal: unknown): Error => new Error(`${what}: ${JSON.stringify(refusal)}`);

const LISTED = `
  SELECT year, post, source, listed_as AS "listedAs", countries, region_code AS "regionCode", report_region AS "reportRegion", code,
    under_framework AS "underFramework", national, note, doubt
  FROM presence WHERE year <= $1 ORDER BY post, year, source`;
const SETTLED = `SELECT DISTINCT ON (contradiction_key) contradiction_key AS key, decision FROM presence_settlement ORDER BY contradiction_key, id DESC`;
const KNOWN = `SELECT p.key, d.ref, p.revision, d.facts FROM presence_post p JOIN deployment d ON d.id = p.deployment_id`;
const KEEP_CONTRADICTIONS = `
  WITH found AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS x(key text, kind text, post text, years jsonb, words text)
  ), gone AS (
    DELETE FROM presence_contradiction c WHERE NOT EXISTS (SELECT FROM found f WHERE f.key = c.key)
      AND NOT EXISTS (SELECT FROM presence_settlement s WHERE s.contradiction_key = c.key)
  )
  INSERT INTO presence_contradiction AS c (key, kind, post, years, words, found_at)
  SELECT f.key, f.kind, f.post, ARRAY(SELECT y::smallint FROM jsonb_array_elements_text(f.years) y), f.words, $2::timestamptz FROM found f
  ON CONFLICT (key) DO UPDATE SET words = excluded.words WHERE c.words <> excluded.words`;
const KEEP_POSTS = `
  INSERT INTO presence_post AS p (key, deployment_id, revision)
  SELECT x.key, d.id, x.revision FROM jsonb_to_recordset($1::jsonb) AS x(key text, ref text, revision integer) JOIN deployment d ON d.ref = x.ref
  ON CONFLICT (key) DO UPDATE SET revision = excluded.revision`;

/** Only one at a time goes through the lists: a post must not be recorded twice. */
export const alone = (on: PoolClient) => on.query(`SELECT pg_advisory_xact_lock(hashtext('presences'))`);

/**
 * Brings the posts of the past up to what the lists say, with what people have settled: each new post is recorded and each
 * that is told otherwise amended, through the write path. To be called in a transaction; what is told already is not written.
 */
export async function reconcilePresences(at: At, because: string): Promise<Reconciled> {
  const { on, clock, reference } = at;
  const now = clock.now().toISOString();
  const { rows: listed } = await on.query<Presence>(LISTED, [Number(now.slice(0, 4))]);
  const { rows: settled } = await on.query<{ key: string; decision: string }>(SETTLED);
  const { rows: known } = await on.query<Known>(KNOWN);
  const contradictions = findContradictions(listed);
  const found = contradictions.map(({ key, kind, post, years, words }) => ({ key, kind, post, years, words }));
  await on.query(KEEP_CONTRADICTIONS, [JSON.stringify(found), now]);
  const choices = new Map(settled.map((s) => [s.key, s.decision]));
  const told = pastPosts(settledPresences(listed, choices), now.slice(0, 10), reference);
  const open = new Set(contradictions.map((c) => c.key).filter((key) => !choices.has(key)));
  return { ...(await write(at, told, known, because)), contradictions, open };
}

async function write(
  { on, clock, reference }: At,
  told: readonly PastPost[],
  known: readonly Known[],
  because: string,
): Promise<Omit<Reconciled, 'contradictions' | 'open'>> {
  const posts = new Deployments(on, clock, reference);
  const done = { opened: 0, amended: 0, unchanged: 0, leftAlone: [] as string[] };
  const kept: { key: string; ref: string; revision: number }[] = [];
  for (const { key, ...post } of told.filter((t) => !known.some((k) => k.key === t.key))) {
    const opened = await posts.open(SYSTEM, { type: 'RECORD_HISTORY', ...post });
    if (isRefusal(opened)) throw failed(`The post ${key} cannot be recorded`, opened);
    done.opened += 1;
    kept.push({ key, ref: opened.ref, revision: opened.revision });
  }
  for (const { key, ref, revision, facts } of known) {
    const now = historyTold(told.find((t) => t.key === key)) ?? nothingTold(facts);
    if (!tellsMore(facts, now)) {
      done.unchanged += 1;
      continue;
    }
    const amended = await posts.advance(ref, SYSTEM, { type: 'AMEND_HISTORY', because, ...now }, { revision });
    if (isRefusal(amended) && amended.code !== 'stale') throw failed(`The post ${ref} cannot be amended`, amended);
    if (isRefusal(amended)) done.leftAlone.push(ref);
    else kept.push({ key, ref, revision: amended.revision });
  }
  done.amended = kept.length - done.opened;
  if (kept.length) await on.query(KEEP_POSTS, [JSON.stringify(kept)]);
  return done;
}

const historyTold = (told: PastPost | undefined): HistoryTold | null =>
  told
    ? {
        coverage: told.post.coverage,
        framework: told.post.framework,
        reference: told.origin.reference,
        incumbents: told.incumbents,
        ended: told.ended,
      }
    : null;

/** No list tells of the post any more: it stays in the record, without a term. */
const nothingTold = ({ post, origin, ending, createdAt }: DeploymentFacts): HistoryTold => ({
  coverage: post.coverage,
  framework: post.framework,
  reference: origin.reference,
  incumbents: [],
  ended: {
    reason: 'other',
    conversion: null,
    on: ending?.on ?? createdAt.slice(0, 10),
    text: 'Settled: there was no such post.',
  },
});
