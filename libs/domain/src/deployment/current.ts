import type { Day } from '../time/working-days.js';
import type { DeploymentFacts, Incumbency, Post, Recruitment, Renewal, Report, Span } from './facts.js';
import { activeState, deploymentStateName, type DeploymentStateName } from './states.js';

/** Whether a span holds on a day. Both its days belong to it: `until` is the last day in post, not the first one out of it. */
export const holdsOn = (span: Span, day: Day): boolean =>
  span.from <= day && (span.until === null || day <= span.until);

/** Whether two spans share a day. */
export const overlap = (a: Span, b: Span): boolean =>
  (a.until === null || b.from <= a.until) && (b.until === null || a.from <= b.until);

/** Who is in post: the term that has not ended. */
export const presentTerm = (facts: DeploymentFacts): Incumbency | null => {
  const active = activeState(facts.state);
  return active && active.tenure !== 'vacant' ? (facts.incumbencies.at(-1) ?? null) : null;
};

/** Whether the agreed end of the present term has passed without a word that the adviser has left: whether anybody is in post is not known then. */
export const hasRunOut = (facts: DeploymentFacts, day: Day): boolean => {
  const end = presentTerm(facts)?.endsOn ?? null;
  return end !== null && end < day;
};

/** The search that goes on. */
export const presentSearch = (facts: DeploymentFacts): Recruitment | null =>
  facts.recruitments.find((r) => r.ended === null) ?? null;

/** The renewal of the latest term, as long as it is not settled by an extension. */
export const presentRenewal = (facts: DeploymentFacts): Renewal | null => {
  const last = facts.renewals.at(-1);
  return last && last.term === facts.incumbencies.at(-1)?.id && last.decided?.how !== 'extended' ? last : null;
};

/** Whether it is decided that the post ends with the present term. */
export const isToEnd = (facts: DeploymentFacts): boolean => presentRenewal(facts)?.decided?.ending != null;

/** Whether both sides have agreed to the work plan as it stands now. */
export const planAgreed = ({ workPlan }: Pick<Incumbency, 'workPlan'>): boolean =>
  workPlan.version > 0 &&
  (['rc', 'ohchr'] as const).every((side) =>
    workPlan.agreed.some((a) => a.side === side && a.version === workPlan.version),
  );

/** The end-of-assignment report of the term as it stands: one from before an extension tells of another end. */
export const endReportOf = ({ from, extensions, reports }: Incumbency): Report | null =>
  reports.findLast((r) => r.kind === 'end' && r.at.slice(0, 10) >= (extensions.at(-1)?.on ?? from)) ?? null;

/** The countries that are covered on a day. */
export const coveredOn = (post: Pick<Post, 'coverage'>, day: Day): string[] => [
  ...new Set(post.coverage.filter((c) => holdsOn(c, day)).map((c) => c.country)),
];

/** The countries that concern a post as of its last step: those covered then or to be covered, and the host. */
export const concernedCountries = ({ post, asOf }: Pick<DeploymentFacts, 'post' | 'asOf'>): string[] => [
  ...new Set([
    ...(post.host ? [post.host] : []),
    ...post.coverage.filter((c) => c.until === null || c.until >= asOf).map((c) => c.country),
  ]),
];

/**
 * The regions of a post on a day. They are drawn from its countries each time, since a country may change its region;
 * only a post that covers a region and no country keeps those it was given.
 */
export function regionsOf(post: Post, asOf: Day, regionOf: (country: string) => string | null): string[] {
  const drawn = concernedCountries({ post, asOf }).map(regionOf);
  const known = [...new Set(drawn.filter((r): r is string => r !== null))].sort();
  return known.length ? known : post.regions;
}

/** Whether the post stands under the strategy's framework on a day. */
export const underFramework = (post: Pick<Post, 'framework'>, day: Day): boolean =>
  post.framework.filter((mark) => mark.from <= day).at(-1)?.under ?? false;

/** The one condition of a post. */
export const conditionOf = (facts: DeploymentFacts): DeploymentStateName =>
  deploymentStateName(facts.state, facts.incumbencies.length > 0);

/** The last day of the money of a post, where that comes before a day; null where the money lasts, or where none is recorded. */
export function moneyEndsBefore({ funding }: Pick<DeploymentFacts, 'funding'>, day: Day): Day | null {
  const valid = funding.filter((entry) => !funding.some((other) => other.corrects === entry.id));
  const last = valid.reduce<Day | null>((l, { until }) => (l === null || until > l ? until : l), null);
  return last !== null && last < day ? last : null;
}

/** Who is to come, from the moment that the Resident Coordinator agreed. */
export const expectedAdviser = (facts: DeploymentFacts): NonNullable<Recruitment['selected']> | null =>
  activeState(facts.state)?.recruitment === 'onboarding' ? (presentSearch(facts)?.selected ?? null) : null;
