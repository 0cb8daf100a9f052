import type { Pool } from 'pg';
import { keysFor, type Actor, type DecidingEvent, type DecisionCode } from '#domain';

/** How many requests of a round and a region were decided in one way, and on which ground; without a ground, how many in all. */
export interface DecisionFigure {
  round: string;
  region: string;
  outcome: DecidingEvent;
  /** Null: every request with this outcome, whatever its grounds. */
  code: DecisionCode | null;
  requests: number;
}

/** The last decision of each request counts, while it holds: one that was reopened or goes to the panel again has none for now. */
const FIGURES = `
  WITH decided AS (
    SELECT r.id, r.round, r.regions, r.facts #> '{decisions,-1}' AS decision FROM request r
    WHERE jsonb_array_length(r.facts -> 'decisions') > 0 AND r.state NOT IN ('recommendation', 'decision', 'assessment')
      AND EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($1))
      AND NOT EXISTS (SELECT FROM request_scope s WHERE s.request_id = r.id AND s.scope = ANY($2)))
  SELECT d.round, g.region, d.decision ->> 'action' AS outcome, c.code, count(*)::int AS requests
  FROM decided d CROSS JOIN LATERAL unnest(d.regions) AS g(region)
    CROSS JOIN LATERAL (SELECT NULL::text AS code UNION ALL SELECT DISTINCT x FROM jsonb_array_elements_text(d.decision -> 'codes') AS x) c
  GROUP BY 1, 2, 3, 4 ORDER BY d.round DESC, g.region, outcome, c.code NULLS FIRST LIMIT 5000`;

/** Decisions counted by outcome and coded reason: of the requests that a person may know of, and of no other. */
export class DecisionFigures {
  constructor(private readonly pool: Pool) {}

  async of(actor: Actor): Promise<DecisionFigure[]> {
    const { any, none } = keysFor(actor);
    return (await this.pool.query<DecisionFigure>({ name: 'decision-figures', text: FIGURES, values: [any, none] }))
      .rows;
  }
}
