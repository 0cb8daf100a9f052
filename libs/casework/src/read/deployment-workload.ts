import type { Day } from '#domain';
import { RAN_OUT } from './deployment-filter.js';
import type { PostView } from './deployments.js';

/** How much somebody or something has on hand. */
export interface Load {
  key: string;
  name: string;
  regions: string[];
  posts: number;
  countries: number;
  /** Of these posts, those whose term has run out; they are not counted as empty, nor as ending. */
  ranOut: number;
  empty: number;
  ending: number;
  /** How many lines there are in all: a page shows the first of them. */
  of: number;
}
export interface AdviserLoad {
  key: string;
  name: string;
  ref: string;
  countries: string[];
  regions: string[];
  /** Days a month by country, where they are agreed. */
  days: Record<string, number>;
  endsOn: Day | null;
  of: number;
}
export interface Workload {
  officers: Load[];
  regions: Load[];
  advisers: AdviserLoad[];
}

/** How many lines of each table a page shows. */
export const WORKLOAD_LINES = 60;
const COUNTS = `count(DISTINCT p.id)::int AS posts, count(DISTINCT c.country)::int AS countries,
  count(DISTINCT p.id) FILTER (WHERE p.standing = '${RAN_OUT}')::int AS "ranOut",
  count(DISTINCT p.id) FILTER (WHERE p.standing = 'gap')::int AS empty, count(DISTINCT p.id) FILTER (WHERE p.standing = 'ending')::int AS ending, count(*) OVER ()::int AS of`;
const COUNTRIES = 'LEFT JOIN LATERAL unnest(p.countries) AS c(country) ON true';

const officersQuestion = (most: number) => (posts: string) => `
  SELECT o.id::text AS key, o.name, a.regions, ${COUNTS}
  FROM ${posts} p JOIN assignment a ON a.role = 'deskOfficer' AND a.valid_from <= $3::date AND (a.valid_until IS NULL OR a.valid_until >= $3::date)
    AND (cardinality(a.regions) = 0 OR a.regions && p.regions) JOIN person o ON o.id = a.person_id ${COUNTRIES}
  WHERE p.is_open GROUP BY o.id, o.name, a.regions ORDER BY countries DESC, posts DESC, o.name LIMIT ${most}`;

const regionsQuestion = (most: number) => (posts: string) => `
  SELECT r.region AS key, r.region AS name, ARRAY[r.region] AS regions, ${COUNTS}
  FROM ${posts} p CROSS JOIN LATERAL unnest(p.regions) AS r(region) ${COUNTRIES}
  WHERE p.is_open GROUP BY r.region ORDER BY countries DESC, posts DESC, r.region LIMIT ${most}`;

/** The advisers in post, those with the most countries first. Whose term has run out is not counted on. */
export const advisersOf = (view: PostView, most: number): Promise<AdviserLoad[]> =>
  view.ask<AdviserLoad>(
    (posts) => `
      SELECT coalesce(p.adviser_id::text, p.adviser_name) AS key, p.adviser_name AS name, p.ref, p.countries, p.regions, p.ends_on::text AS "endsOn", p.of,
        coalesce((SELECT jsonb_object_agg(k.country, k.days_per_month) FROM deployment_country k WHERE k.deployment_id = p.id AND k.days_per_month IS NOT NULL
          AND k.from_on <= $3::date AND (k.until_on IS NULL OR k.until_on >= $3::date)), '{}') AS days
      FROM (SELECT q.*, count(*) OVER ()::int AS of FROM ${posts} q WHERE q.is_open AND q.adviser_name IS NOT NULL AND NOT q.ran_out
        ORDER BY cardinality(q.countries) DESC, q.urgency COLLATE "C", q.seq LIMIT ${Math.trunc(most)}) p
      ORDER BY cardinality(p.countries) DESC, p.urgency COLLATE "C", p.seq`,
  );

/** The open posts of a view by desk officer, by region and by adviser, those with the most first. */
export async function workloadOf(view: PostView, lines = WORKLOAD_LINES): Promise<Workload> {
  const most = Math.trunc(lines);
  const [officers, regions, advisers] = await Promise.all([
    view.ask<Load>(officersQuestion(most)),
    view.ask<Load>(regionsQuestion(most)),
    advisersOf(view, most),
  ]);
  return { officers, regions, advisers };
}
