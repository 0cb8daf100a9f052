import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFramework } from '../../test/context.js';
import { aSheet } from '../../test/events.js';
import { samples } from '../../test/samples.js';
import { CRITERIA, type Criterion } from './criteria.js';
import { movedWeights, robustnessOf, type Judged } from './robustness.js';
import { settledResult, type ScoreSheet } from './scoring.js';

/** Fractions by whole numbers alone, written for this test: nothing of the product's arithmetic is used. */
type Q = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const q = (n: bigint | number, d: bigint | number = 1n): Q => {
  const [top, bottom] = [BigInt(n), BigInt(d)];
  const by = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return [top / by, bottom / by];
};
const plus = (a: Q, b: Q) => q(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
const times = (a: Q, b: Q) => q(a[0] * b[0], a[1] * b[1]);
const over = (a: Q, b: Q) => q(a[0] * b[1], a[1] * b[0]);
const less = (a: Q, b: Q) => a[0] * b[1] < b[0] * a[1];
const total = (all: Q[]) => all.reduce(plus, q(0));
const exact = ([n, d]: Q) => (d === 1n ? String(n) : `${n}/${d}`);

const mean = (all: Q[]) => over(total(all), q(all.length));
function median(all: Q[]): Q {
  const sorted = [...all].sort((a, b) => (less(a, b) ? -1 : less(b, a) ? 1 : 0));
  const half = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(half)]! : over(plus(sorted[half - 1]!, sorted[half]!), q(2));
}

type Framework = ReturnType<typeof aFramework>;
const plain = (framework: Framework): Q[] => framework.criteria.map((c) => q(c.weight));
const perCriterion = (sheets: ScoreSheet[], by: (all: Q[]) => Q) =>
  CRITERIA.map((key) => {
    const scores = sheets.map((s) => s[key]!.score).filter((s) => s !== null);
    return scores.length ? by(scores.map((s) => q(s))) : null;
  });
function judged(scores: (Q | null)[], weights: Q[], framework: Framework) {
  const weight = total(weights.filter((_, i) => scores[i] !== null));
  const points = total(weights.flatMap((w, i) => (scores[i] ? [times(w, scores[i])] : [])));
  const sum = weight[0] === 0n ? null : over(times(points, q(100)), times(weight, q(4)));
  const below = CRITERIA.filter((_, i) => scores[i] && less(scores[i], q(framework.criteria[i]!.threshold)));
  const outcome =
    below.length > 0
      ? 'doesNotMeet'
      : scores.includes(null)
        ? 'notEnoughEvidence'
        : less(sum!, q(framework.totalThreshold))
          ? 'doesNotMeet'
          : 'meets';
  return { total: sum && exact(sum), coverage: exact(over(times(weight, q(100)), total(weights))), outcome, below };
}
const told = ({ total: t, coverage, outcome, below }: Judged) => ({
  total: t && t.exact,
  coverage: coverage.exact,
  outcome,
  below,
});
/** One weight moved by five points of a hundred, no further than nought and the whole; the others share what is left as before. */
function moved(framework: Framework, at: number, by: number): Q[] {
  const asked = framework.criteria[at]!.weight + by;
  const own = Math.min(100, Math.max(0, asked));
  const rest = 100 - framework.criteria[at]!.weight;
  return framework.criteria.map((c, i) => (i === at ? q(own) : q(c.weight * (100 - own), rest)));
}

const aScore = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 6 });
const aSheetOfAny = fc.tuple(aScore, aScore, aScore, aScore, aScore).map((scores) => aSheet(...scores));
const panels = fc.array(aSheetOfAny, { minLength: 1, maxLength: 9 });
/** Whole weights from 1 to 96 that add up to 100, as every published version has them. */
const frameworks = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 }),
    fc.integer({ min: 0, max: 100 }),
    fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
  )
  .map(([cuts, totalThreshold, thresholds]) => {
    const edges = [0, ...cuts.sort((a, b) => a - b), 100];
    const weights = Object.fromEntries(CRITERIA.map((c, i) => [c, edges[i + 1]! - edges[i]!]));
    const made = aFramework(weights as Record<Criterion, number>);
    return {
      ...made,
      totalThreshold,
      criteria: made.criteria.map((c, i) => ({ ...c, threshold: thresholds[i]! })),
    };
  });
const named = (all: ScoreSheet[]) => Object.fromEntries(all.map((s, i) => [`r${i}`, s]));

it('every variation comes to what an independent calculation comes to', () => {
  fc.assert(
    fc.property(panels, fc.option(aSheetOfAny, { nil: null }), frameworks, (all, settled, framework) => {
      const found = robustnessOf(named(all), settled, framework);
      const base = settled ? perCriterion([settled], median) : perCriterion(all, median);
      const result = judged(base, plain(framework), framework);
      const ofMedians = judged(perCriterion(all, median), plain(framework), framework);
      const ofMeans = judged(perCriterion(all, mean), plain(framework), framework);
      expect([told(found.result), told(found.median), told(found.mean)]).toEqual([result, ofMedians, ofMeans]);
      const without = all.map((_, i) =>
        judged(
          perCriterion(
            all.filter((__, j) => j !== i),
            median,
          ),
          plain(framework),
          framework,
        ),
      );
      expect(found.withoutReviewer.map(told)).toEqual(all.length > 1 ? without : []);
      const weights = CRITERIA.flatMap((_, i) => [5, -5].map((by) => judged(base, moved(framework, i, by), framework)));
      expect(found.weights.map(told)).toEqual(weights);
      const flips = [
        ...weights.map((w) => w.outcome !== result.outcome),
        ...(all.length > 1 ? without : []).map((w) => w.outcome !== ofMedians.outcome),
        ofMeans.outcome !== ofMedians.outcome,
      ];
      expect(found.stands).toBe(!flips.includes(true));
      expect(found.settlementDecides).toBe(result.outcome !== ofMedians.outcome);
    }),
    { numRuns: 300 },
  );
});

it('scores that are settled are judged as they always are', () => {
  fc.assert(
    fc.property(panels, aSheetOfAny, frameworks, (all, settled, framework) => {
      const { weighted, ...rest } = settledResult(settled, framework);
      expect(robustnessOf(named(all), settled, framework).result).toEqual({ total: weighted, ...rest });
    }),
  );
});

it('weights that are moved still add up to a hundred, and none is below nought', () => {
  fc.assert(
    fc.property(frameworks, fc.constantFrom(...CRITERIA), fc.constantFrom(5 as const, -5 as const), (f, key, by) => {
      const shares = Object.values(movedWeights(f, key, by));
      expect(shares.reduce((a, b) => a.add(b)).equals(100)).toBe(true);
      expect(shares.every((s) => s.compare(0) >= 0)).toBe(true);
    }),
  );
});

describe.each(samples().map((s) => [s.id, s] as const))('sample %s', (_, { oracle, review }) => {
  it('without each reviewer, totals are those of its oracle', () => {
    const counted = review.reviewers.filter((r) => !r.excluded);
    const sheets = Object.fromEntries(counted.map((r) => [r.id, { ...r.firstScores!, ...r.revisedScores }]));
    const found = robustnessOf(sheets, review.settled as ScoreSheet, aFramework(oracle.weights));
    const { leaveOneOut } = oracle.afterRevision ?? oracle.first;
    expect(Object.fromEntries(found.withoutReviewer.map((w) => [w.reviewer, w.totals]))).toEqual(leaveOneOut);
    expect(found.result.total).toEqual(oracle.settled.weighted);
  });
});

it('a panel of one leaves nobody out, and its mean is its median', () => {
  const found = robustnessOf({ amina: aSheet(3, 3, 2, 3, 4) }, null, aFramework());
  expect(found.withoutReviewer).toEqual([]);
  expect(found.mean).toMatchObject({ total: found.median.total, flips: false });
  expect(found).toMatchObject({ reviewers: 1, stands: true, result: { outcome: 'meets' } });
});

it('what nobody could assess leaves the rest to be weighed, and not enough evidence, whoever is left out', () => {
  const sheets = { amina: aSheet(4, 4, 4, null, 4), bruno: aSheet(3, 3, 3, null, 3) };
  const found = robustnessOf(sheets, null, aFramework());
  expect(found.result).toMatchObject({ outcome: 'notEnoughEvidence', coverage: { exact: '80' } });
  expect(found.result.total!.exact).toBe('175/2');
  expect(found.stands).toBe(true);
  expect(robustnessOf(sheets, aSheet(4, 4, 4, 2, 4), aFramework())).toMatchObject({
    basis: 'settled',
    result: { outcome: 'meets' },
    settlementDecides: true,
  });
});

it('one reviewer, one weight or the mean can each turn the result', () => {
  const three = { a: aSheet(4, 4, 4, 2, 4), b: aSheet(4, 4, 4, 1, 4), c: aSheet(4, 4, 4, 2, 4) };
  const found = robustnessOf(three, null, aFramework());
  expect(found.withoutReviewer.map((w) => w.flips)).toEqual([true, false, true]);
  expect([found.mean.flips, found.mean.below, found.stands]).toEqual([true, ['sustainability'], false]);
  const edge = robustnessOf({ a: aSheet(2, 2, 2, 2, 4), b: aSheet(2, 2, 2, 2, 4) }, null, aFramework());
  expect(edge.result).toMatchObject({ total: { exact: '60' }, outcome: 'meets' });
  expect(edge.weights.filter((w) => w.flips).map((w) => [w.criterion, w.by])).toContainEqual(['commitment', -5]);
});
