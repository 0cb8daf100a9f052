import type { Pool } from 'pg';
import { keysFor, type Actor, type RoundCase } from '#domain';
import { told } from './told.js';

/** More than a round ever had; what is beyond is said. */
export const MOST_IN_ROUND = 200;
const OF_ROUND = `
  SELECT r.facts, coalesce(told.seq, r.revision) AS revision, coalesce(v.content #> '{sections,costAndHosting,years}', '[]') AS years
  FROM request r JOIN request_version v ON v.request_id = r.id AND v.number = r.version
    ${told('r', 'r.submitted_at')}
  WHERE r.round = $3 AND EXISTS (SELECT FROM request_scope s WHERE s.scope = ANY($1) AND s.seq = r.seq)
    AND NOT EXISTS (SELECT FROM request_scope n WHERE n.scope = ANY($2) AND n.seq = r.seq)
  ORDER BY r.seq LIMIT ${MOST_IN_ROUND + 1}`;

/** The requests of a round for the panel: one statement, however many there are. */
export class RoundCases {
  constructor(private readonly pool: Pool) {}

  /** Those that the person sees as OHCHR or as auditor; `more` where there are more than a page can compare. */
  async of(actor: Actor, round: string): Promise<{ cases: RoundCase[]; more: boolean }> {
    const { any, none } = keysFor(actor);
    // Other keys open a case for other work: a reviewer sees their own, a country its own.
    const panel = any.filter((key) => key === 'audit' || key.startsWith('desk:'));
    const { rows } = await this.pool.query<RoundCase>({
      name: 'round-cases',
      text: OF_ROUND,
      values: [panel, none, round],
    });
    return { cases: rows.slice(0, MOST_IN_ROUND), more: rows.length > MOST_IN_ROUND };
  }
}
