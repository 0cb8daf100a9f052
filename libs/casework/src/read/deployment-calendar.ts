import type { Day, ReportKind, Role } from '#domain';
import type { PostView } from './deployments.js';

/** What falls on a day: the end of a term, an arrival, a renewal that has not been opened yet, else the group of a clock. */
export interface PostEntry {
  on: Day;
  what: 'end' | 'arrival' | 'renewal' | (string & {});
  key: string;
  ref: string;
  countries: string[];
  regions: string[];
  holder: Role | null;
  /** Who is in post. */
  adviser: string | null;
  /** Of a report that is due: which one. */
  report: { kind: ReportKind; period: string } | null;
  /** How many there are in its month: a page shows the first of them. */
  inMonth: number;
}

/** By when it is to be decided what comes next, as the domain's `renewalDays`: a short term opens its renewal later, and decides half-way from there. */
const decideBy = (months: string): string => `
          (SELECT CASE WHEN s.opens IS NULL OR u.usual > s.opens THEN u.usual ELSE s.opens + (p.ends_on - s.opens) / 2 END
            FROM (SELECT (p.ends_on - make_interval(months => ${months}::int))::date AS usual) u,
              (SELECT (SELECT left(k ->> 'at', 10)::date FROM deadline c, jsonb_array_elements(c.steps) k
                WHERE c.case_id = p.id AND c.clock_group = 'schedule' AND k ->> 'kind' = 'OPEN_RENEWAL' LIMIT 1) AS opens) s)`;

/** What falls due in a time, by month, at most so many of each month. A clock that stands still is not in it. */
export const entriesOf = (
  view: PostView,
  { from, to, each }: { from: Day; to: Day; each: number },
): Promise<PostEntry[]> =>
  view.ask<PostEntry>(
    (posts, given) => `
      WITH posts AS (${posts})
      SELECT x.day::text AS "on", x.what, x.key, x.ref, x.countries, x.regions, x.holder, x.adviser, x."inMonth",
        (SELECT jsonb_build_object('kind', o ->> 'kind', 'period', o ->> 'period')
          FROM deployment f, jsonb_array_elements(f.facts -> 'incumbencies') t, jsonb_array_elements(t -> 'obligations') o
          WHERE x.what = 'report' AND f.seq = x.seq AND 'report:' || (o ->> 'id') = x.key LIMIT 1) AS report
      FROM (
        SELECT e.*, row_number() OVER (PARTITION BY date_trunc('month', e.day) ORDER BY e.day, e.seq, e.key) AS place,
          count(*) OVER (PARTITION BY date_trunc('month', e.day))::int AS "inMonth"
        FROM (
          SELECT p.ends_on AS day, 'end' AS what, 'end' AS key, p.ref, p.countries, p.regions, NULL AS holder, p.adviser_name AS adviser, p.seq FROM posts p WHERE p.is_open AND p.ends_on IS NOT NULL
          UNION ALL SELECT p.successor_on, 'arrival', 'arrival', p.ref, p.countries, p.regions, NULL, p.adviser_name, p.seq FROM posts p WHERE p.is_open AND p.successor_on IS NOT NULL
          UNION ALL SELECT ${decideBy(given(view.asOf.endingMonths))}, 'renewal', 'renewal', p.ref, p.countries, p.regions, NULL, p.adviser_name, p.seq FROM posts p
            WHERE p.is_open AND NOT p.to_end AND p.adviser_name IS NOT NULL AND NOT EXISTS (SELECT FROM deadline c WHERE c.case_id = p.id AND c.clock_group = 'renewal')
          UNION ALL SELECT c.due_on, c.clock_group, c.key, p.ref, p.countries, p.regions, c.holder, p.adviser_name, p.seq FROM posts p JOIN deadline c ON c.case_id = p.id WHERE c.stopped_with IS NULL
            AND c.clock_group <> 'schedule' AND c.key <> 'recruitment:onboarding'
        ) e WHERE e.day >= ${given(from)}::date AND e.day < ${given(to)}::date) x
      WHERE x.place <= ${given(each)}::int ORDER BY x.day, x.seq, x.key`,
  );
