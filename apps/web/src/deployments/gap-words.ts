import type { Bridger, BridgingOffice, PostRow } from '#casework';
import {
  addDays,
  BRIDGE_KINDS,
  GAP_REASONS,
  suggestBridges,
  type BridgeSuggestion,
  type Day,
  type Neighbour,
} from '#domain';
import type { Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { shortDay } from './post-words.js';

/** Why a gap lies ahead: the same reasons as the domain's `gapAhead`. */
export function reasonOf(
  row: Pick<PostRow, 'standing' | 'recruitment' | 'candidateOn' | 'expectedOn' | 'renewal'>,
): keyof typeof GAP_REASONS {
  if (row.standing === 'ranOut') return 'ranOut';
  if (row.recruitment !== null && row.recruitment !== 'idle')
    return row.candidateOn ? (row.expectedOn ? 'expectedLate' : 'overdue') : 'tooLate';
  return row.renewal === 'successor' ? 'noSearch' : 'noDecision';
}

/** The days of a gap as far as they can be told. */
export function gapDays(row: PostRow, today: Day): string {
  if (row.gapFrom === null) return '';
  const from = `${row.gap === 'now' ? 'Since' : 'From'} ${shortDay(row.gapFrom, today)}`;
  if (row.gapUntil === null || row.gapUntil < row.gapFrom) return `${from}, no end in sight`;
  return `${from}${row.candidateOn ? '' : ', probably'} to ${shortDay(row.gapUntil, today)}`;
}

/** Why the post is empty now, or will be. */
export function gapReason(row: PostRow, today: Day): string {
  if (row.gap === 'ahead') return `${GAP_REASONS[reasonOf(row)]}.`;
  if (row.recruitment === null || row.recruitment === 'idle') return 'Nobody is being sought.';
  if (row.candidateOn && !row.expectedOn)
    return row.successorOn
      ? `A successor was expected on ${shortDay(row.successorOn, today)} and has not arrived.`
      : `${GAP_REASONS.overdue}.`;
  if (row.successorOn) return `A successor is expected on ${shortDay(row.successorOn, today)}.`;
  return row.expectedOn
    ? `The recruitment would bring somebody by ${shortDay(row.expectedOn, today)}, by its own medians.`
    : 'An adviser is being sought.';
}

/** A gap of which the end is not known is bridged for this long at first. */
const UNKNOWN_DAYS = 90;
const NEIGHBOURS = 2;

/** How far apart two countries are on the picture of the land: enough to say who is nearest. */
function apart(one: [number, number] | undefined, other: [number, number] | undefined): number {
  return one && other ? Math.hypot(one[0] - other[0], (one[1] - other[1]) * 0.44) : Number.POSITIVE_INFINITY;
}
const neighbourOf = (post: Bridger, names: Names): Neighbour => ({
  ref: post.ref,
  regions: post.regions,
  dutyStation: names.countryName(post.host),
  adviser: post.adviser,
  from: post.since,
  endsOn: post.endsOn,
});

export interface Around {
  posts: readonly Bridger[];
  offices: readonly BridgingOffice[];
  places: Record<string, [number, number]>;
  names: Names;
  today: Day;
}
const KEPT: Partial<Record<BridgeSuggestion['kind'], number>> = { neighbour: NEIGHBOURS };

/** What could bridge the gap: the regional office, the nearest advisers who stay that long, a surge. */
export function bridgesFor(row: PostRow, { posts, offices, places, names, today }: Around) {
  const from = row.gapFrom !== null && row.gapFrom > today ? row.gapFrom : today;
  const until = row.gapUntil !== null && row.gapUntil >= from ? row.gapUntil : addDays(from, UNKNOWN_DAYS);
  const here = row.host ? places[row.host] : undefined;
  const near = [...posts]
    .filter((post) => post.host !== row.host)
    .sort((a, b) => apart(here, places[a.host]) - apart(here, places[b.host]));
  const around = { posts: near.map((post) => neighbourOf(post, names)), offices };
  const left = { ...KEPT };
  return suggestBridges(row, { from, until }, around)
    .filter(({ kind }) => left[kind] === undefined || (left[kind] = left[kind] - 1) >= 0)
    .map(({ kind, by, deployment, why }) => ({
      kind: BRIDGE_KINDS[kind],
      by: kind === 'surge' ? '' : by,
      why,
      href: deployment ? paths.deployment(deployment) : '',
    }));
}
