import type { Pool } from 'pg';
import { keysWithin, postKeysFor, type Actor } from '#domain';
import { CANDIDATE } from '../delivery/candidates.js';

/** What a change that counts clocks anew would touch, and what programs would be told of it by webhook. */
export interface Touched {
  requests: number;
  posts: number;
  /** How many webhooks ask for it and would be told of at least one case, and how often they would be told in all. */
  webhooks: number;
  tellings: number;
}
const OF_REQUESTS = 'request.clocksRecounted';
const OF_POSTS = 'deployment.clocksRecounted';
const MOST = 2_000;
/** $1 the steps, $2 now. */
const ASKING = `
  SELECT w.id, w.types, ${CANDIDATE} AS owner FROM webhook w JOIN person p ON p.id = w.owner_id
  WHERE w.off_at IS NULL AND w.types && $1::text[] ORDER BY w.id LIMIT ${MOST}`;
/** By the rule that is asked again when each is sent: its owner may read the case. $3 the webhooks with the keys of their owners. */
const count = (touched: string): string => `
  WITH touched AS MATERIALIZED (
    SELECT DISTINCT t.case_id, t.kind FROM (${touched}) t
  ), hook AS (
    SELECT * FROM jsonb_to_recordset($3::jsonb) AS k(id uuid, "any" text[], "none" text[], posts text[])
  ), told AS (
    SELECT k.id FROM hook k, touched t WHERE t.kind = 'request'
      AND EXISTS (SELECT FROM request_scope s WHERE s.request_id = t.case_id AND s.scope = ANY (k."any"))
      AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = t.case_id AND s.scope = ANY (k."none"))
    UNION ALL SELECT k.id FROM hook k, touched t WHERE t.kind = 'deployment'
      AND EXISTS (SELECT FROM deployment_scope s WHERE s.deployment_id = t.case_id AND s.scope = ANY (k.posts))
  )
  SELECT count(*) FILTER (WHERE kind = 'request')::integer AS requests, count(*) FILTER (WHERE kind = 'deployment')::integer AS posts,
    (SELECT count(DISTINCT id)::integer FROM told) AS webhooks, (SELECT count(*)::integer FROM told) AS tellings FROM touched`;

/** Counts cases that a statement with two parameters finds, and the tellings to programs that counting them anew would start. */
export async function countTouched(
  pool: Pick<Pool, 'query'>,
  now: string,
  touched: string,
  values: readonly [unknown, unknown],
): Promise<Touched> {
  const asking = await pool.query<{ id: string; types: string[]; owner: Actor }>({
    name: 'hooks-asking',
    text: ASKING,
    values: [[OF_REQUESTS, OF_POSTS], now],
  });
  const hooks = asking.rows.map(({ id, types, owner }) => {
    const { any, none } = keysWithin(owner, 'case');
    return {
      id,
      any: types.includes(OF_REQUESTS) ? any : [],
      none,
      posts: types.includes(OF_POSTS) ? postKeysFor(owner).any : [],
    };
  });
  return (await pool.query<Touched>(count(touched), [...values, JSON.stringify(hooks)])).rows[0]!;
}
