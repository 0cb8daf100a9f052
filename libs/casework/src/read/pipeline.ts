import type { Pool } from 'pg';
import { keysFor, type Actor, type CostYear, type RequestFacts } from '#domain';

/** An approved request that waits for funds, with what it says to cost. */
export interface PipelineRow {
  facts: RequestFacts;
  costs: CostYear[];
  waitingSince: Date;
}

export const PIPELINE_LIMIT = 100;
const AWAITING = `
  SELECT r.facts, coalesce(c.content #> '{sections,costAndHosting,years}', '[]') AS costs, greatest(r.facts #>> '{decisions,-1,at}', r.facts #>> '{offerAnswer,at}')::timestamptz AS "waitingSince"
  FROM (SELECT DISTINCT s.seq, s.request_id FROM request_scope s WHERE s.scope = ANY($1)
      AND NOT EXISTS (SELECT FROM request_scope n WHERE n.scope = ANY($2) AND n.seq = s.seq)) x
    JOIN request r ON r.id = x.request_id AND r.state = 'awaitingFunds' JOIN request_content c ON c.request_id = r.id
  ORDER BY "waitingSince", r.ref LIMIT ${PIPELINE_LIMIT + 1}`;

/** Approved requests that no money covers yet. Approval and money are two things; this list stands between them. */
export class Pipeline {
  constructor(private readonly pool: Pool) {}

  /** Those that the fund manager may see, the longest waiting first; one more than a page shows tells that there are more. */
  async awaitingFunds(actor: Actor): Promise<PipelineRow[]> {
    // The lock `fund` is on a case from its approval on: other keys would read far more.
    const { any, none } = keysFor(actor);
    const values = [any.filter((key) => key === 'fund'), none];
    return (await this.pool.query<PipelineRow>({ name: 'pipeline', text: AWAITING, values })).rows;
  }
}
