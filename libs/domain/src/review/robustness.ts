import Fraction from 'fraction.js';
import type { Criterion, Framework } from './criteria.js';
import { figure, meanOf, medianOf, sum, type Figure } from './exact.js';
import { consolidate, type ScoreSheet, type SettledResult, type Weights } from './scoring.js';

/** By how many points of a hundred each weight is moved, up and down. */
export const WEIGHT_STEP = 5;
export type WeightMove = typeof WEIGHT_STEP | -5;

/** One score for each criterion against the thresholds: what it comes to. */
export interface Judged {
  total: Figure | null;
  coverage: Figure;
  outcome: SettledResult['outcome'];
  below: Criterion[];
}
/** The same with something done otherwise, and whether the outcome is then another. */
export interface Varied extends Judged {
  flips: boolean;
}
export interface WithoutReviewer extends Varied {
  reviewer: string;
  /** Mean and median of the totals of those who remain; null where none of them could assess anything. */
  totals: { mean: Figure; median: Figure } | null;
}
export interface WeightMoved extends Varied {
  criterion: Criterion;
  by: WeightMove;
  /** All weights, with the one moved and the others scaled. */
  weights: Record<Criterion, Figure>;
}

/**
 * How firm a result is. Who is left out, and the mean in place of the median, are asked of the reviewers' scores; weights are
 * moved on the settled scores once there are some, and on the medians before.
 */
export interface Robustness {
  basis: 'median' | 'settled';
  /** How many reviewers' scores count. */
  reviewers: number;
  result: Judged;
  /** What the medians of the reviewers come to. */
  median: Judged;
  mean: Varied;
  /** Empty where one reviewer alone scored: nobody would remain. */
  withoutReviewer: WithoutReviewer[];
  weights: WeightMoved[];
  /** The settled scores come to another outcome than the medians of the reviewers. */
  settlementDecides: boolean;
  /** Nothing that was varied leads to another outcome. */
  stands: boolean;
}

type Judging = Weights & Pick<Framework, 'totalThreshold' | 'moderationSpread'>;
type Scores = Partial<Record<Criterion, Fraction | null>>;
type Shares = Partial<Record<Criterion, Fraction>>;

const sharesOf = ({ criteria }: Judging): Shares =>
  Object.fromEntries(criteria.map((c) => [c.key, new Fraction(c.weight)]));

/** What scores come to with these weights. The rules are those of settled scores, for fractions of a level as well. */
function judge(scores: Scores, shares: Shares, framework: Judging): Judged {
  const all = framework.criteria.map((c) => ({ ...c, share: shares[c.key]!, score: scores[c.key] ?? null }));
  const assessed = all.flatMap((c) => (c.score ? [{ ...c, score: c.score }] : []));
  const weight = sum(assessed.map((c) => c.share));
  const total = weight.equals(0)
    ? null
    : sum(assessed.map((c) => c.share.mul(c.score)))
        .mul(25)
        .div(weight);
  const below = assessed.filter((c) => c.score.compare(c.threshold) < 0).map((c) => c.key);
  const enough = total !== null && total.compare(framework.totalThreshold) >= 0;
  const complete = assessed.length === all.length;
  return {
    total: total && figure(total),
    coverage: figure(weight.mul(100).div(sum(all.map((c) => c.share)))),
    outcome: below.length ? 'doesNotMeet' : !complete ? 'notEnoughEvidence' : enough ? 'meets' : 'doesNotMeet',
    below,
  };
}

/** One score for each criterion out of several sheets; null where nobody could assess it. */
function combined(sheets: ScoreSheet[], framework: Judging, by: (scores: Fraction[]) => Fraction): Scores {
  return Object.fromEntries(
    framework.criteria.map(({ key }) => {
      const scores = sheets.flatMap((s) => (s[key]?.score == null ? [] : [new Fraction(s[key].score)]));
      return [key, scores.length ? by(scores) : null];
    }),
  );
}

/**
 * The weights with one of them moved: never below nought nor above the whole. The others keep their proportions and are scaled
 * so that the sum stays what it was.
 */
export function movedWeights(framework: Weights, criterion: Criterion, by: WeightMove): Record<Criterion, Fraction> {
  const whole = new Fraction(framework.criteria.reduce((all, c) => all + c.weight, 0));
  const own = new Fraction(framework.criteria.find((c) => c.key === criterion)!.weight);
  const asked = own.add(whole.mul(by).div(100));
  const moved = asked.compare(0) < 0 ? new Fraction(0) : asked.compare(whole) > 0 ? whole : asked;
  const others = whole.sub(own);
  const scale = others.equals(0) ? new Fraction(0) : whole.sub(moved).div(others);
  return Object.fromEntries(
    framework.criteria.map((c) => [c.key, c.key === criterion ? moved : scale.mul(c.weight)]),
  ) as Record<Criterion, Fraction>;
}

function weightsMoved(scores: Scores, from: Judged, framework: Judging): WeightMoved[] {
  return framework.criteria.flatMap(({ key }) =>
    ([WEIGHT_STEP, -WEIGHT_STEP] as WeightMove[]).map((by) => {
      const shares = movedWeights(framework, key, by);
      const judged = judge(scores, shares, framework);
      const weights = Object.fromEntries(Object.entries(shares).map(([c, share]) => [c, figure(share)]));
      return {
        criterion: key,
        by,
        weights: weights as Record<Criterion, Figure>,
        ...judged,
        flips: judged.outcome !== from.outcome,
      };
    }),
  );
}

function withoutEach(sheets: Record<string, ScoreSheet>, from: Judged, framework: Judging): WithoutReviewer[] {
  if (Object.keys(sheets).length < 2) return [];
  return Object.keys(sheets).map((reviewer) => {
    const rest = Object.fromEntries(Object.entries(sheets).filter(([id]) => id !== reviewer));
    const judged = judge(combined(Object.values(rest), framework, medianOf), sharesOf(framework), framework);
    const { overall } = consolidate(rest, framework);
    return {
      reviewer,
      ...judged,
      flips: judged.outcome !== from.outcome,
      totals: overall && { mean: overall.mean, median: overall.median },
    };
  });
}

/** Whether the result of the scores is the same with one reviewer fewer, with each weight moved, and by the mean. Exact. */
export function robustnessOf(
  sheets: Record<string, ScoreSheet>,
  settled: ScoreSheet | null,
  framework: Judging,
): Robustness {
  const shares = sharesOf(framework);
  const all = Object.values(sheets);
  const medians = combined(all, framework, medianOf);
  const median = judge(medians, shares, framework);
  const scores = settled ? combined([settled], framework, medianOf) : medians;
  const result = judge(scores, shares, framework);
  const byMean = judge(combined(all, framework, meanOf), shares, framework);
  const mean = { ...byMean, flips: byMean.outcome !== median.outcome };
  const withoutReviewer = withoutEach(sheets, median, framework);
  const weights = weightsMoved(scores, result, framework);
  return {
    basis: settled ? 'settled' : 'median',
    reviewers: all.length,
    result,
    median,
    mean,
    withoutReviewer,
    weights,
    settlementDecides: result.outcome !== median.outcome,
    stands: ![mean, ...withoutReviewer, ...weights].some((v) => v.flips),
  };
}
