import { keysFor, type Actor, type Day, type RecruitmentStage } from '#domain';
import { conditionsOf, type DeploymentFilter } from './deployment-filter.js';

/** Calendar days that each stage of a recruitment takes: the medians of this system's own past. */
export type StageDays = Record<RecruitmentStage, number>;

/** What lists say of a post on a day. The order is that of urgency. */
export const STANDINGS = ['gap', 'ending', 'starting', 'now', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** As of when and by which settings posts are looked at. */
export interface AsOf {
  today: Day;
  /** Months before the end by which it has to be decided what comes next: who ends sooner stands out. */
  endingMonths: number;
  /** Months before the end from which a post without anybody to follow is a gap ahead. */
  aheadMonths: number;
  stages: StageDays;
}

const COLUMNS = `d.id, d.seq, d.ref, d.state, d.is_open, d.recruitment, d.title, d.modality, d.host, d.duty_station, d.countries, d.regions,
  d.framework, d.adviser_id, d.adviser_name, d.in_post_since, d.ends_on, d.empty_since, d.successor_name, d.successor_on, d.stage_since,
  d.to_end, d.funding, d.funded_until, d.created_at, d.changed_at`;

/** The days from the beginning of each stage to an arrival, as the later stages follow. */
function daysAhead({ sourcing, shortlisting, selection, onboarding }: StageDays): [RecruitmentStage, number, number][] {
  return [
    ['sourcing', sourcing, shortlisting + selection + onboarding],
    ['shortlisting', shortlisting, selection + onboarding],
    ['selection', selection, onboarding],
    ['onboarding', onboarding, 0],
  ];
}

/** When somebody new is expected: the day that was agreed, else what the stages still to come take by their medians. */
const expected = (stages: StageDays): string => `
  CASE WHEN NOT d.is_open THEN NULL WHEN d.successor_on IS NOT NULL THEN d.successor_on
  ${daysAhead(stages)
    .map(
      ([stage, now, then]) =>
        `WHEN d.recruitment = '${stage}' THEN greatest($3::date, d.stage_since + ${now}) + ${then}`,
    )
    .join(' ')} END`;

/** The first day without anybody: since when a post is empty, or from when it will be, if nothing else is arranged. */
const GAP_FROM = `
  CASE WHEN NOT d.is_open THEN NULL WHEN d.state = 'vacant' THEN d.empty_since
    WHEN d.adviser_name IS NOT NULL AND NOT d.to_end AND (x.expected_on IS NULL OR x.expected_on > d.ends_on + 1) THEN d.ends_on + 1 END`;

/**
 * The one definition of the posts that a person sees on a day, by a filter, and of what is said of each: page, board,
 * timeline, map, workload, calendar, gaps, counts, files and API all read from it. $1 and $2 are the keys, $3 the day.
 */
export function postsQuery(actor: Actor, filter: DeploymentFilter, asOf: AsOf): { text: string; values: unknown[] } {
  const keys = keysFor(actor);
  const values: unknown[] = [keys.any, keys.none, asOf.today];
  const where = conditionsOf(filter, values);
  const months = (n: number) => `$3::date + make_interval(months => ${Math.trunc(n)})`;
  const text = `
    SELECT p.*, CASE WHEN p.state = 'vacant' THEN p.expected_on ELSE greatest(p.expected_on, p.gap_from) END - 1 AS gap_until,
      CASE WHEN NOT p.is_open THEN 'ended' WHEN p.state = 'vacant' THEN 'gap' WHEN p.adviser_name IS NULL THEN 'starting'
        WHEN p.ends_on <= ${months(asOf.endingMonths)} THEN 'ending' ELSE 'now' END AS standing,
      CASE WHEN NOT p.is_open THEN '2' WHEN p.gap_from IS NOT NULL OR p.to_end THEN '0' || coalesce(least(p.gap_from, p.ends_on), $3::date)
        WHEN p.adviser_name IS NULL THEN '0' || coalesce(p.expected_on, $3::date) ELSE '1' || coalesce(p.ends_on::text, '9999') END AS urgency
    FROM (
      SELECT ${COLUMNS}, x.expected_on, g.gap_from,
        CASE WHEN d.state = 'vacant' THEN 'now'
          WHEN g.gap_from IS NOT NULL AND (x.expected_on IS NOT NULL OR g.gap_from <= ${months(asOf.aheadMonths)}) THEN 'ahead' END AS gap
      FROM deployment d CROSS JOIN LATERAL (SELECT ${expected(asOf.stages)} AS expected_on) x CROSS JOIN LATERAL (SELECT ${GAP_FROM} AS gap_from) g
      WHERE d.seq IN (SELECT s.seq FROM deployment_scope s WHERE s.scope = ANY($1))
        AND NOT EXISTS (SELECT FROM deployment_scope n WHERE n.scope = ANY($2) AND n.seq = d.seq)${where}
    ) p${filter.gap ? ` WHERE p.gap = '${filter.gap === 'now' ? 'now' : 'ahead'}'` : ''}`;
  return { text, values };
}
