import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aFramework } from '../../test/context.js';
import { compareWithAgreed, exampleProblems, takenSheet, type WorkedExample } from './calibration.js';
import { CRITERIA, type Criterion } from './criteria.js';

const each = <T>(of: (key: Criterion, i: number) => T) =>
  Object.fromEntries(CRITERIA.map((key, i) => [key, of(key, i)])) as Record<Criterion, T>;
const sheet = (scores: (number | null)[]) => each((_, i) => ({ score: scores[i]!, reason: 'As the text says.' }));
const anExample = (change: Partial<WorkedExample> = {}): WorkedExample => ({
  title: 'An island State',
  setting: 'A first request, for two years.',
  texts: each((key) => `What is said of ${key}.`),
  agreed: sheet([3, 2, 3, 1, 4]),
  ...change,
});
const compared = (own: (number | null)[], agreed = [3, 2, 3, 1, 4] as (number | null)[]) =>
  compareWithAgreed(sheet(own), sheet(agreed), aFramework());

describe('a worked example', () => {
  it('has a text and an agreed score with its reason for every criterion', () => {
    expect(exampleProblems(anExample())).toEqual([]);
    const { ownership: _, ...four } = sheet([3, 2, 3, 1, 4]);
    const wrong = anExample({ title: ' ', agreed: four as WorkedExample['agreed'], texts: each(() => '') });
    expect(exampleProblems(wrong).map((p) => p.path)).toEqual([
      'title',
      ...CRITERIA.map((key) => `texts.${key}`),
      'agreed.ownership.score',
    ]);
  });

  it('is taken whole, as a request is scored', () => {
    expect(takenSheet(sheet([0, 1, 2, 3, null]))).toEqual(sheet([0, 1, 2, 3, null]));
    expect(takenSheet({ ownership: { score: 5, reason: '' } })).toMatchObject({
      code: 'invalid',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'scores.ownership.score' })]),
    });
  });
});

describe('own scores beside the agreed ones', () => {
  it('are told criterion by criterion and in total, exactly', () => {
    expect(compared([4, 2, 1, 1, null])).toMatchObject({
      criteria: [{ difference: 1 }, { difference: 0 }, { difference: -2 }, { difference: 0 }, { difference: null }],
      own: { exact: '50' },
      agreed: { exact: '65' },
      same: 2,
      near: 1,
      far: 2,
      leans: 'lower',
    });
  });

  it('“cannot assess” agrees with “cannot assess” alone', () => {
    expect(compared([3, 2, 3, 1, null], [3, 2, 3, 1, null])).toMatchObject({ same: 5, far: 0, leans: null });
    expect(compared([3, 2, 3, 1, 0], [3, 2, 3, 1, null])).toMatchObject({ same: 4, far: 1, leans: null });
  });

  it('count each criterion once, and change sign when both are changed over', () => {
    const scores = fc.array(fc.constantFrom(0, 1, 2, 3, 4, null), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const [one, other] = [compared(a, b), compared(b, a)];
        expect(one.same + one.near + one.far).toBe(5);
        expect([other.same, other.near, other.far]).toEqual([one.same, one.near, one.far]);
        expect(one.leans === 'higher').toBe(other.leans === 'lower');
        expect(one.own).toEqual(other.agreed);
      }),
    );
  });
});
