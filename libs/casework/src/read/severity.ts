import type { Pool } from 'pg';
import { keysWithin, severityOf, type Actor, type ScoresBeside, type Severity } from '#domain';

interface Row extends ScoresBeside {
  /** Set on the row that counts the cases of a reviewer, whoever else scored them. */
  whole: boolean;
  cases: number;
}

/**
 * First scores, which were given blind, of these reviewers and of those who scored beside them: in the revealed cases of which
 * the reader may read the assessment, and in no other.
 */
const BESIDE = `
  WITH given AS (
    SELECT r.id, v #>> '{person,id}' AS reviewer, s.key AS criterion, (s.value ->> 'score')::int AS score
    FROM request r, jsonb_array_elements(r.facts -> 'reviewers') v, 
      jsonb_each(CASE jsonb_typeof(v -> 'first') WHEN 'object' THEN v -> 'first' ELSE '{}' END) s
    WHERE r.id IN (SELECT a.request_id FROM appointment a WHERE a.person_id = ANY($1::uuid[]))
      AND r.facts ->> 'revealedAt' IS NOT NULL AND v ->> 'state' = 'scored'
      AND s.value ->> 'score' IS NOT NULL
      AND EXISTS (SELECT 1 FROM request_scope o WHERE o.request_id = r.id AND o.scope = ANY($2))
      AND NOT EXISTS (SELECT 1 FROM request_scope n WHERE n.request_id = r.id AND n.scope = ANY($3))
  ), beside AS (
    SELECT id, reviewer, score, count(*) OVER same - 1 AS others, sum(score) OVER same - score AS theirs
    FROM given WINDOW same AS (PARTITION BY id, criterion)
  )
  SELECT reviewer, others::int, grouping(others) = 1 AS whole, count(DISTINCT id)::int AS cases,
    count(*)::int AS scores, sum(score)::int AS own, sum(theirs)::int AS theirs
  FROM beside WHERE others > 0 AND reviewer = ANY($1::text[])
  GROUP BY GROUPING SETS ((reviewer, others), (reviewer))`;

/** How each of these reviewers scores against the others, as far as the reader may read assessments. One read, however many there are. */
export async function severitiesOf(pool: Pool, actor: Actor, reviewers: string[]): Promise<Severity[]> {
  if (reviewers.length === 0) return [];
  const keys = keysWithin(actor, 'assessment');
  const values = [reviewers, keys.any, keys.none];
  const { rows } = await pool.query<Row>({ name: 'severity', text: BESIDE, values });
  const beside = rows.filter((r) => !r.whole);
  return reviewers.flatMap((id) => {
    const cases = rows.find((r) => r.whole && r.reviewer === id)?.cases ?? 0;
    return severityOf(id, beside, cases) ?? [];
  });
}
