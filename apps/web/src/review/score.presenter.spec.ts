import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { CRITERIA, weigh, type Criterion, type ScoreSheet } from '#domain';
import { CANNOT, typedFrom } from './score.form.js';
import { totalOf } from './score.presenter.js';

const typed = (...scores: (string | null)[]) => {
  const sheet = typedFrom(null);
  CRITERIA.forEach((key, i) => (sheet[key]!.score = scores[i] ?? ''));
  return sheet;
};

it('says what is possible while criteria are open', () => {
  const weights = aFramework({ ownership: 25, sustainability: 15 });
  expect(totalOf(typed('4', '3', '3'), weights)).toMatchObject({ answered: 3, of: 5, points: '55.0', possible: 65 });
});

it('leaves out what could not be assessed and renormalises, exactly', () => {
  const total = totalOf(typed('4', '3', CANNOT, '2', '4'), aFramework());
  expect(total).toMatchObject({ answered: 5, normalised: '81.25', coverage: 80 });
});

it('has no total where nothing could be assessed, and counts no score that is none', () => {
  expect(totalOf(typed(CANNOT, CANNOT, CANNOT, CANNOT, CANNOT), aFramework())).toMatchObject({
    answered: 5,
    normalised: '–',
    coverage: 0,
  });
  expect(totalOf(typed('5', 'x', '-1', '2.5'), aFramework())).toMatchObject({
    answered: 0,
    points: '0.0',
    possible: 0,
  });
});

it('is the figure of the domain, whatever the weights', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 });
  const scores = fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(cuts, scores, (at, given) => {
      const sorted = [0, ...at.sort((a, b) => a - b), 100];
      const weights = Object.fromEntries(CRITERIA.map((key, i) => [key, sorted[i + 1]! - sorted[i]!]));
      const framework = aFramework(weights as Record<Criterion, number>);
      const sheet = Object.fromEntries(CRITERIA.map((key, i) => [key, { score: given[i], reason: '' }])) as ScoreSheet;
      const { weighted } = weigh(sheet, framework);
      const total = totalOf(typed(...given.map((s) => (s === null ? CANNOT : String(s)))), framework);
      expect(total.normalised).toBe(weighted ? weighted.rounded.replace(/0$/, '') : '–');
      if (total.coverage === 100) expect(Number(total.points)).toBe(Number(weighted!.rounded));
    }),
  );
});
