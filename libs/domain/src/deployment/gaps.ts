import { addDays, daysBetween, type Day } from '../time/working-days.js';
import { expectedAdviser, hasRunOut, isToEnd, presentSearch, presentTerm } from './current.js';
import type { Bridge, DeploymentFacts, Incumbency, Recruitment, RecruitmentStage } from './facts.js';
import { expectedArrival, type RecruitmentMedians } from './medians.js';
import { firstDayOf } from './steps-bridge.js';

/** A stretch of days with whoever covers them. Both its days belong to it. */
export interface CoverSpan {
  kind: 'incumbent' | 'bridge' | 'gap' | 'successor';
  from: Day;
  until: Day;
  /** Who covers; empty for a gap. */
  name: string;
}
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
const later = (a: Day, b: Day): Day => (a > b ? a : b);

type Open = Omit<CoverSpan, 'until'> & { until: Day | null };

/** Whoever covers, first who counts most: a bridge counts only where nobody is in post, and who did not come on the day promises no other. */
function covers(facts: DeploymentFacts, today: Day): Open[] {
  const terms = facts.incumbencies.map((t): Open => ({
    kind: 'incumbent',
    from: t.from,
    until: t.until ?? t.endsOn,
    name: t.person.name,
  }));
  const expected = expectedAdviser(facts);
  const next: Open[] =
    expected?.expectedOn && expected.expectedOn >= today
      ? [{ kind: 'successor', from: expected.expectedOn, until: null, name: expected.name }]
      : [];
  const bridges = facts.bridges.map((b): Open => ({ kind: 'bridge', from: b.from, until: b.until, name: b.by }));
  return [...terms, ...next, ...bridges];
}
/** The parts of a span that lie beside all the others. */
function beside(span: CoverSpan, others: readonly CoverSpan[]): CoverSpan[] {
  return others.reduce<CoverSpan[]>(
    (parts, other) =>
      parts.flatMap((part) => {
        if (other.until < part.from || other.from > part.until) return [part];
        return [
          ...(part.from < other.from ? [{ ...part, until: addDays(other.from, -1) }] : []),
          ...(part.until > other.until ? [{ ...part, from: addDays(other.until, 1) }] : []),
        ];
      }),
    [span],
  );
}

/** Who covers a post from one day to another, as it looks today, day by day without a hole: terms, bridges, who is expected, and the gaps between. */
export function postCoverOf(facts: DeploymentFacts, from: Day, until: Day, today: Day): CoverSpan[] {
  const first = later(from, firstDayOf(facts));
  const last = facts.ending ? earlier(until, facts.ending.on) : until;
  if (first > last) return [];
  const spans: CoverSpan[] = [];
  for (const cover of covers(facts, today)) {
    const clipped = { ...cover, from: later(cover.from, first), until: earlier(cover.until ?? last, last) };
    if (clipped.from <= clipped.until) spans.push(...beside(clipped, spans));
  }
  const gaps = beside({ kind: 'gap', from: first, until: last, name: '' }, spans);
  return [...spans, ...gaps].sort((a, b) => (a.from < b.from ? -1 : 1));
}

export interface GapNow {
  /** The first day without an adviser. */
  since: Day;
  days: number;
  /** A post that was never filled is waited for, not empty again. */
  kind: 'first' | 'between';
  bridge: Bridge | null;
  /** Where the search for the next adviser stands. */
  recruitment: 'idle' | RecruitmentStage;
  /** The day that is agreed with who is selected; null once it has passed, since it promises nothing any more. */
  expectedOn: Day | null;
}

/** The day that is agreed with who is selected, as long as it has not passed. */
const promisedDay = (search: Recruitment | null, day: Day): Day | null => {
  const agreed = search?.selected?.expectedOn ?? null;
  return agreed !== null && agreed >= day ? agreed : null;
};

/** Whether a post is without an adviser on a day, and since when; null while somebody is in post, and of a post that has ended. */
export function gapNow(facts: DeploymentFacts, day: Day): GapNow | null {
  if (facts.state === 'ended' || presentTerm(facts) || day < firstDayOf(facts)) return null;
  const last = facts.incumbencies.at(-1);
  const since = last?.until ? addDays(last.until, 1) : firstDayOf(facts);
  return {
    since,
    days: daysBetween(since, day) + 1,
    kind: last ? 'between' : 'first',
    bridge: facts.bridges.find((b) => b.from <= day && (b.until === null || day <= b.until)) ?? null,
    recruitment: facts.state.active.recruitment,
    expectedOn: promisedDay(presentSearch(facts), day),
  };
}

export const GAP_REASONS = {
  noDecision: 'It is not decided what comes after the end of the term',
  noSearch: 'A successor is to come, but nobody is being sought',
  tooLate: 'The recruitment would end too late by its own medians',
  expectedLate: 'Who is expected comes after the end of the term',
  overdue: 'Who was expected has not arrived',
  ranOut: 'The term has run out, and it is not recorded that the adviser has left',
} as const;
export interface GapAhead {
  /** The first day after the end of the term. */
  from: Day;
  /** The last day of the gap as far as it can be told; null where nothing is decided. */
  until: Day | null;
  reason: keyof typeof GAP_REASONS;
  /** Whether bridges that are planned cover every day of it that can be told. */
  bridged: boolean;
}

/** Why the next adviser comes too late, or is not known to come. */
function reasonFor(facts: DeploymentFacts, term: Incumbency, day: Day): keyof typeof GAP_REASONS {
  if (hasRunOut(facts, day)) return 'ranOut';
  const search = presentSearch(facts);
  if (!search) {
    const decided = facts.renewals.findLast((r) => r.term === term.id)?.decided;
    return decided?.how === 'successor' ? 'noSearch' : 'noDecision';
  }
  if (!search.selected?.expectedOn) return 'tooLate';
  return promisedDay(search, day) === null ? 'overdue' : 'expectedLate';
}

/** The gap that will come after the present term as things stand on a day; null where none is to be seen, or where the post is to end. */
export function gapAhead(facts: DeploymentFacts, day: Day, medians: RecruitmentMedians): GapAhead | null {
  const term = presentTerm(facts);
  if (!term?.endsOn || isToEnd(facts)) return null;
  const from = later(addDays(term.endsOn, 1), day);
  const search = presentSearch(facts);
  const agreed = search?.selected?.expectedOn != null;
  const arrival = agreed ? promisedDay(search, day) : search && expectedArrival(search, day, medians);
  if (arrival !== null && arrival <= from) return null;
  const until = arrival === null ? null : addDays(arrival, -1);
  return {
    from,
    until,
    reason: reasonFor(facts, term, day),
    bridged: until !== null && beside({ kind: 'gap', from, until, name: '' }, bridgesOf(facts, until)).length === 0,
  };
}
const bridgesOf = ({ bridges }: DeploymentFacts, until: Day): CoverSpan[] =>
  bridges.map((b) => ({ kind: 'bridge', from: b.from, until: b.until ?? until, name: b.by }));

export interface BridgeSuggestion {
  kind: Bridge['kind'];
  by: string;
  /** Reference of the post whose adviser would bridge. */
  deployment: string | null;
  why: string;
}
/** A post nearby whose adviser may stand in. */
export interface Neighbour {
  ref: string;
  regions: readonly string[];
  dutyStation: string;
  adviser: string;
  /** The term of the adviser. */
  from: Day;
  endsOn: Day | null;
}
/** What could bridge a gap from one day to another: the office of the region, advisers nearby who stay that long, a surge. */
export function suggestBridges(
  here: { ref: string; regions: readonly string[] },
  gap: { from: Day; until: Day },
  around: { posts: readonly Neighbour[]; offices: readonly { name: string; region: string }[] },
): BridgeSuggestion[] {
  const offices = around.offices
    .filter((o) => here.regions.includes(o.region))
    .map((o): BridgeSuggestion => ({
      kind: 'regionalOffice',
      by: o.name,
      deployment: null,
      why: 'It covers the countries of the region that have no other presence.',
    }));
  const neighbours = around.posts
    .filter((other) => other.ref !== here.ref && other.regions.some((r) => here.regions.includes(r)))
    .filter((other) => other.from <= gap.from && (other.endsOn === null || other.endsOn >= gap.until))
    .map((other): BridgeSuggestion => ({
      kind: 'neighbour',
      by: other.adviser,
      deployment: other.ref,
      why: `In post in ${other.dutyStation} all that time.`,
    }));
  const surge: BridgeSuggestion = {
    kind: 'surge',
    by: 'Surge adviser',
    deployment: null,
    why: 'From the roster, without an advertisement or a shortlist.',
  };
  return [...offices, ...neighbours, surge];
}
