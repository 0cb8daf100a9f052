import { describe, expect, it } from '@jest/globals';
import { assessmentView, type RequestContent } from '#domain';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { assessmentOfCase } from './assessment.presenter.js';

const own = (...scores: number[]): RequestContent['selfAssessment'] =>
  Object.fromEntries(Object.entries(aSheet(...scores)).map(([k, s]) => [k, { score: s.score as 3, reason: s.reason }]));
const seen = (it: CaseBuilder, part: Part, assessed = own(4, 3, 4, 3, 4)) =>
  assessmentOfCase(it.facts, assessmentView(it.cast[part], it.facts), assessed);

it('a draft has no assessment: the criteria it is judged by are not fixed yet', () => {
  expect(seen(aCase(), 'office')).toBeNull();
});

describe('before scores are revealed', () => {
  const it1 = aCase()
    .declared()
    .send('amina', { type: 'SCORE', scores: aSheet(0, 0, 0, 0, 0) });
  it.each<Part>(['coordinator', 'team', 'desk', 'amina', 'bruno'])(
    '%s sees the own assessment and no score',
    (part) => {
      const view = seen(it1, part)!;
      expect(view.chart).toBeNull();
      expect(view.own.map((o) => o.score)).toEqual([
        '4\u00a0Strong',
        '3\u00a0Good',
        '4\u00a0Strong',
        '3\u00a0Good',
        '4\u00a0Strong',
      ]);
      expect(view.sentence).toBe('This is how the country team sees its own request: 90.0 of 100.');
    },
  );
  it('OHCHR is told how many have finished, the country is not', () => {
    expect(seen(it1, 'desk')!.note).toMatch(/^One of two reviewers has finished/);
    expect(seen(it1, 'coordinator')!.note).toBeNull();
  });
});

describe('after scores are revealed', () => {
  const it2 = aCase()
    .scored(aSheet(4, 3, 3, 2, 4), aSheet(3, 3, 3, 1, 4))
    .revealed();
  it('OHCHR sees the mean, the range and where the country team sees itself otherwise', () => {
    const view = seen(it2, 'chair')!;
    expect(view.chart!.criteria[3]).toEqual({
      name: 'Sustainability',
      weight: 20,
      own: 3,
      mean: '1.5',
      low: 1,
      high: 2,
    });
    expect(view.sentence).toBe(
      'The reviewers’ mean is 75.0 of 100, from 70.0 to 80.0. Against the country team’s own assessment it is a point or more lower on strategic programming opportunities and sustainability.',
    );
    expect(view.chart!.rangeText).toBe('Range of two reviewers');
    expect(view.note).toBeNull();
  });
  it.each<Part>(['coordinator', 'office', 'team', 'regionalOffice'])('%s still sees no score', (part) => {
    expect(seen(it2, part)).toMatchObject({
      chart: null,
      note: null,
      title: 'Own assessment against the five criteria',
    });
  });
  it('agreement is said as well', () => {
    expect(seen(it2, 'chair', own(4, 3, 3, 2, 4))!.sentence).toMatch(
      /On no criterion is it a point or more from the country team’s own assessment\.$/,
    );
  });
});

it('a wide spread is said to be moderated first, and settled scores say what they come to', () => {
  expect(seen(aCase().inModeration(), 'chair')!.note).toBe(
    'Scores lie two points or more apart on sustainability, so they are moderated first.',
  );
  expect(seen(aCase().settled(), 'chair')!.note).toBe(
    'The panel chair settled the scores at 75.0 of 100, which meets the criteria. The figure informs; people recommend and decide.',
  );
});

it('what nobody could assess is not drawn, and does not count', () => {
  const it3 = aCase()
    .scored(aSheet(4, 3, 3, null, 4), aSheet(3, 3, 3, null, 4))
    .revealed();
  expect(seen(it3, 'chair')!.chart!.criteria[3]).toMatchObject({ mean: null, low: null, high: null });
});

it('a country team that did not assess itself is said not to have', () => {
  expect(seen(aCase().submitted(), 'desk', {})!.sentence).toBe(
    'The country team has not assessed its request against the criteria.',
  );
});
