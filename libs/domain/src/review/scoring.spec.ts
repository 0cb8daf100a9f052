import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFramework } from '../../test/context.js';
import { aSheet } from '../../test/events.js';
import { samples, type Sample } from '../../test/samples.js';
import { CRITERIA, type Criterion } from './criteria.js';
import { consolidate, medianRange, settledResult, weigh, type ScoreSheet } from './scoring.js';

const framework = aFramework();
/** The sheets that count in a sample: no one with a conflict, before or after scores were revised. */
const sheetsOf = ({ review }: Sample, revised: boolean): Record<string, ScoreSheet> =>
  Object.fromEntries(
    review.reviewers
      .filter((r) => !r.excluded)
      .map((r) => [r.id, { ...r.firstScores!, ...(revised ? r.revisedScores : null) }]),
  );
const without = <T>(record: Record<string, T>, id: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== id));

describe.each(samples().map((s) => [s.id, s] as const))('the scores of sample %s', (_, sample) => {
  const { oracle } = sample;
  const weights = aFramework(oracle.weights);
  const rounds = [
    ['first scores', sheetsOf(sample, false), oracle.first],
    ['scores after revision', sheetsOf(sample, true), oracle.afterRevision],
  ] as const;

  it.each(rounds.filter(([, , expected]) => expected))('%s come to the exact figures', (_title, sheets, expected) => {
    const { moderationObligatory, leaveOneOut: _out, reviewers, ...figures } = expected!;
    const found = consolidate(sheets, weights);
    expect(found).toEqual({
      ...figures,
      reviewers: Object.fromEntries(
        Object.entries(reviewers).map(([id, { weighted, coverage }]) => [id, { weighted, coverage }]),
      ),
    });
    expect(found.moderationCriteria.length > 0).toBe(moderationObligatory);
  });

  it.each(rounds.filter(([, , expected]) => expected))('%s: leaving out one reviewer', (_title, sheets, expected) => {
    for (const [id, { median, mean }] of Object.entries(expected!.leaveOneOut))
      expect({ id, ...consolidate(without(sheets, id), weights).overall }).toMatchObject({ id, median, mean });
  });

  it('settled scores come to the exact result', () => {
    expect(settledResult(sample.review.settled as ScoreSheet, weights)).toMatchObject({
      weighted: oracle.settled.weighted,
      coverage: oracle.settled.coverage,
    });
  });

  it('the chair left the median where the figures say so', () => {
    const sheets = Object.values(sheetsOf(sample, true));
    const left = CRITERIA.filter((c) => {
      const [low, high] = medianRange(c, sheets)!;
      const { score } = sample.review.settled[c];
      return score < low || score > high;
    });
    expect(left).toEqual(oracle.settledDiffersFromMedian);
  });
});

it('what cannot be assessed counts neither for nor against, and lowers the coverage', () => {
  expect(weigh(aSheet(4, null, 4, 4, 4), framework)).toEqual({
    weighted: { exact: '100', rounded: '100.00' },
    coverage: { exact: '80', rounded: '80.00' },
  });
  expect(weigh(aSheet(4, 0, 4, 4, 4), framework).weighted!.exact).toBe('80');
});

it('a sheet on which nothing could be assessed has no score, which is not zero', () => {
  const nothing = aSheet(null, null, null, null, null);
  expect(weigh(nothing, framework)).toEqual({ weighted: null, coverage: { exact: '0', rounded: '0.00' } });
  const { overall, criteria, moderationCriteria } = consolidate({ a: nothing }, framework);
  expect([overall, criteria.ownership.mean, criteria.ownership.spread]).toEqual([null, null, null]);
  expect(moderationCriteria).toEqual([]);
  expect(settledResult(nothing, framework)).toMatchObject({ weighted: null, outcome: 'notEnoughEvidence', below: [] });
});

it('figures are fractions, rounded half up to two decimals only for reading', () => {
  expect(weigh(aSheet(1, null, null, null, null), aFramework({ ownership: 33 })).weighted!.exact).toBe('25');
  const uneven = aFramework({ ownership: 3, sustainability: 1 });
  expect(weigh(aSheet(4, null, null, 1, null), uneven).weighted).toEqual({ exact: '325/4', rounded: '81.25' });
  expect(weigh({ ownership: aSheet(3).ownership! }, uneven).coverage).toEqual({ exact: '75/16', rounded: '4.69' });
});

it.each([
  [
    [2, 4],
    [3, 3],
  ],
  [
    [3, 4],
    [3, 4],
  ],
  [
    [1, 4],
    [2, 3],
  ],
  [
    [0, 4],
    [2, 2],
  ],
  [
    [1, 4, 2, 3],
    [2, 3],
  ],
  [
    [1, 4, 2],
    [2, 2],
  ],
  [[4], [4, 4]],
])('of %j the scores that do not leave the median are from %j', (scores, range) => {
  const sheets = scores.map((n) => aSheet(n));
  expect(medianRange('ownership', sheets)).toEqual(range);
});
it('of what nobody could assess there is no median', () => {
  expect(medianRange('ownership', [aSheet(null)])).toBeNull();
});

it.each([
  ['meets', aSheet(3, 3, 3, 3, 3), []],
  ['meets', aSheet(2, 2, 2, 3, 3), []],
  ['doesNotMeet', aSheet(2, 2, 2, 2, 3), []],
  ['doesNotMeet', aSheet(4, 4, 4, 1, 4), ['sustainability']],
  ['notEnoughEvidence', aSheet(4, 4, 4, null, 4), []],
  ['doesNotMeet', aSheet(1, 4, 4, null, 4), ['ownership']],
] as const)('the result is %s when the total or a criterion says so', (outcome, sheet, below) => {
  expect(settledResult(sheet, framework)).toMatchObject({ outcome, below });
});

const aScore = fc.option(fc.integer({ min: 0, max: 4 }), { nil: null });
const sheets = fc.array(
  fc.tuple(aScore, aScore, aScore, aScore, aScore).map((scores) => aSheet(...scores)),
  { minLength: 1, maxLength: 9 },
);
const weights = fc
  .tuple(...CRITERIA.map(() => fc.integer({ min: 1, max: 60 })))
  .map((w) => aFramework(Object.fromEntries(CRITERIA.map((c, i) => [c, w[i]])) as Record<Criterion, number>));
const named = (all: ScoreSheet[]) => Object.fromEntries(all.map((s, i) => [`r${i}`, s]));

it('every total lies between 0 and 100, and the mean between the lowest and the highest', () => {
  fc.assert(
    fc.property(sheets, weights, (all, w) => {
      const { overall } = consolidate(named(all), w);
      if (!overall) return;
      const [low, mean, high] = [overall.lowest, overall.mean, overall.highest].map((f) => Number(f.rounded));
      expect(low).toBeGreaterThanOrEqual(0);
      expect(mean).toBeGreaterThanOrEqual(low!);
      expect(high).toBeGreaterThanOrEqual(mean!);
      expect(high).toBeLessThanOrEqual(100);
    }),
  );
});

it('the order of the reviewers changes nothing', () => {
  fc.assert(
    fc.property(
      sheets.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      weights,
      ([all, mixed], w) => {
        const { reviewers: _, ...one } = consolidate(named(all), w);
        const { reviewers: __, ...other } = consolidate(named(mixed), w);
        expect(other).toEqual(one);
      },
    ),
  );
});

it('raising a score never lowers a total', () => {
  const value = (f: string) =>
    f
      .split('/')
      .map(Number)
      .reduce((a, b) => a / b);
  fc.assert(
    fc.property(sheets, weights, fc.constantFrom(...CRITERIA), fc.nat(), (all, w, criterion, n) => {
      const at = n % all.length;
      const score = all[at]![criterion]!.score;
      if (score === null || score === 4) return;
      const raised = all.map((s, i) => (i === at ? { ...s, [criterion]: { score: score + 1, reason: 'x' } } : s));
      const [before, after] = [all, raised].map((s) => consolidate(named(s), w).overall!);
      for (const key of ['mean', 'median', 'lowest', 'highest'] as const)
        expect(value(after![key].exact)).toBeGreaterThanOrEqual(value(before![key].exact) - 1e-9);
    }),
  );
});
