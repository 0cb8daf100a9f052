import { postKeysFor, type Actor, type Day, type RecruitmentMedians, type RecruitmentStage } from '#domain';
import { conditionsOf, HAS_RUN_OUT, type DeploymentFilter } from './deployment-filter.js';

/** What lists say of a post on a day. The order is that of urgency. */
export const STANDINGS = ['ranOut', 'gap', 'ending', 'starting', 'now', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** As of when and by which settings posts are looked at. */
export interface AsOf {
  today: Day;
  /** Months before the end by which it has to be decided what comes next: who ends sooner stands out. */
  endingMonths: number;
  /** Months before the end from which a post without anybody to follow is a gap ahead. */
  aheadMonths: number;
  medians: RecruitmentMedians;
}

const COLUMNS = `d.id, d.seq, d.ref, d.state, d.is_open, d.recruitment, d.title, d.modality, d.host, d.duty_station, d.cluster, d.countries, d.regions,
  d.framework, d.adviser_id, d.adviser_name, d.in_post_since, d.ends_on, d.empty_since, d.successor_name, d.successor_on, d.candidate_on, d.renewal, d.stage_since,
  d.to_end, d.funding, d.funded_until, d.created_at, d.changed_at`;

/** What follows each stage, in days. */
function stagesAfter({ shortlisting, selection, onboarding }: RecruitmentMedians): Record<RecruitmentStage, number> {
  const last = onboarding.days;
  return {
    sourcing: shortlisting.days + selection.days + last,
    shortlisting: selection.days + last,
    selection: last,
    onboarding: 0,
  };
}

/**
 * When somebody new is expected: the day that is agreed with the candidate, else as the domain's `expectedArrival` says. An agreed
 * day that has passed promises nothing: then nobody knows when.
 */
function expected(medians: RecruitmentMedians): string {
  const cases = Object.entries(stagesAfter(medians)).map(([stage, after]) => {
    const left = `greatest(0, ${medians[stage as RecruitmentStage].days} - ($3::date - d.stage_since))`;
    return `WHEN d.recruitment = '${stage}' THEN $3::date + ceil(${left} + ${after})::int`;
  });
  return `CASE WHEN NOT d.is_open THEN NULL WHEN d.candidate_on >= $3::date THEN d.candidate_on WHEN d.candidate_on IS NOT NULL THEN NULL ${cases.join(' ')} END`;
}

/** The first day without anybody: since when a post is empty, or from when it will be as things stand; as the domain's `gapNow` and `gapAhead`. */
const GAP_FROM = `
  CASE WHEN d.state = 'vacant' THEN d.empty_since
    WHEN d.is_open AND d.adviser_name IS NOT NULL AND NOT d.to_end AND (x.expected_on IS NULL OR x.expected_on > greatest(d.ends_on + 1, $3::date))
      THEN greatest(d.ends_on + 1, $3::date) END`;

const GAPS = { now: `p.gap = 'now'`, ahead: `p.gap = 'ahead'`, any: 'p.gap IS NOT NULL' };

/**
 * The one definition of the posts that a person sees on a day, by a filter, and of what is said of each: page, board,
 * timeline, map, workload, calendar, gaps, counts, files and API all read from it. $1 and $2 are the keys, $3 the day.
 */
export function postsQuery(actor: Actor, filter: DeploymentFilter, asOf: AsOf): { text: string; values: unknown[] } {
  const keys = postKeysFor(actor);
  const values: unknown[] = [keys.any, keys.none, asOf.today];
  const where = conditionsOf(filter, values);
  const months = (n: number) => `$3::date + make_interval(months => ${Math.trunc(n)})`;
  const text = `
    SELECT p.*, CASE WHEN p.gap_from IS NOT NULL THEN p.expected_on - 1 END AS gap_until,
      CASE WHEN NOT p.is_open THEN 'ended' WHEN p.state = 'vacant' THEN 'gap' WHEN p.adviser_name IS NULL THEN 'starting'
        WHEN p.ran_out THEN 'ranOut'         WHEN p.ends_on <= ${months(asOf.endingMonths)} THEN 'ending' ELSE 'now' END AS standing,
      CASE WHEN NOT p.is_open THEN '2' WHEN p.ran_out THEN '00' || p.ends_on WHEN p.gap_from IS NOT NULL OR p.to_end THEN '0' || coalesce(p.empty_since, p.ends_on, $3::date)
        WHEN p.adviser_name IS NULL THEN '0' || coalesce(p.expected_on, $3::date) ELSE '1' || coalesce(p.ends_on::text, '9999') END AS urgency
    FROM (
      SELECT ${COLUMNS}, x.expected_on, g.gap_from, coalesce(${HAS_RUN_OUT}, false) AS ran_out,
        CASE WHEN d.state = 'vacant' THEN 'now'
          WHEN g.gap_from IS NOT NULL AND (x.expected_on IS NOT NULL OR d.candidate_on IS NOT NULL OR g.gap_from <= ${months(asOf.aheadMonths)}) THEN 'ahead' END AS gap
      FROM deployment d CROSS JOIN LATERAL (SELECT ${expected(asOf.medians)} AS expected_on) x CROSS JOIN LATERAL (SELECT ${GAP_FROM} AS gap_from) g
      WHERE d.seq IN (SELECT s.seq FROM deployment_scope s WHERE s.scope = ANY($1))
        AND NOT EXISTS (SELECT FROM deployment_scope n WHERE n.scope = ANY($2) AND n.seq = d.seq)${where}
      -- Said once: without this the planner writes what is expected out again in every place that names it.
      OFFSET 0
    ) p${filter.gap ? ` WHERE ${GAPS[filter.gap]}` : ''}`;
  return { text, values };
}
