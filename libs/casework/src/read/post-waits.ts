import type { Day, ReportKind, Role } from '#domain';
import type { PostView } from './deployments.js';

/** What a post waits for first, and what of it has been carried to the regional team. */
export interface PostWait {
  ref: string;
  on: Day;
  /** The group of the clock. */
  what: string;
  key: string;
  holder: Role;
  adviser: string | null;
  countries: string[];
  regions: string[];
  /** Of a report that is due: which one. */
  report: { kind: ReportKind; period: string } | null;
}

const FIELDS = `p.ref, c.due_on::text AS "on", c.clock_group AS what, c.key, c.holder, p.adviser_name AS adviser, p.countries, p.regions,
  (SELECT jsonb_build_object('kind', o ->> 'kind', 'period', o ->> 'period')
    FROM deployment f, jsonb_array_elements(f.facts -> 'incumbencies') t, jsonb_array_elements(t -> 'obligations') o
    WHERE c.clock_group = 'report' AND f.seq = p.seq AND 'report:' || (o ->> 'id') = c.key LIMIT 1) AS report`;

/** For each open post the clock that runs out first; a post that waits for nothing is not among them. */
export const firstWaits = (view: PostView, limit: number): Promise<PostWait[]> =>
  view.ask<PostWait>(
    (posts, given) => `
      WITH posts AS (${posts})
      SELECT * FROM (
        SELECT DISTINCT ON (p.seq) ${FIELDS} FROM posts p JOIN deadline c ON c.case_id = p.id
        WHERE p.is_open AND c.clock_group <> 'schedule' AND c.stopped_with IS NULL ORDER BY p.seq, c.due_on, c.key) w
      ORDER BY w."on", w.ref LIMIT ${given(limit)}::int`,
  );

/** Renewals that nobody has decided in time and that were carried to the regional team, the oldest first. */
export const escalatedRenewals = (view: PostView, limit: number): Promise<PostWait[]> =>
  view.ask<PostWait>(
    (posts, given) => `
      WITH posts AS (${posts})
      SELECT ${FIELDS} FROM posts p JOIN deadline c ON c.case_id = p.id
      WHERE p.is_open AND c.clock_group = 'renewal' AND c.holder <> 'regionalTeam' AND c.due_on < ${given(view.asOf.today)}::date
        AND EXISTS (SELECT FROM jsonb_array_elements(c.steps) k
          WHERE k ->> 'kind' = 'escalation' AND left(k ->> 'at', 10) <= ${given(view.asOf.today)})
      ORDER BY c.due_on, p.ref LIMIT ${given(limit)}::int`,
  );
