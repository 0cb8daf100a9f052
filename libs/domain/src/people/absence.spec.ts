import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRefusal } from '../refusal.js';
import { addDays } from '../time/working-days.js';
import { absenceRefusal, isAwayOn, LONGEST_ABSENCE_DAYS, nobodyThere, stoodInFor, type Reached } from './absence.js';

const TODAY = '2027-03-01';
const draft = (from: string, until: string, note = '') => ({ from, until, note });
const said = (...args: Parameters<typeof absenceRefusal>) => {
  const refusal = absenceRefusal(...args);
  return refusal && isRefusal(refusal) ? refusal.fields?.map(({ path }) => path) : null;
};

describe('days away', () => {
  it.each([
    ['today alone', draft(TODAY, TODAY), null],
    ['a week with a note', draft('2027-03-08', '2027-03-12', 'On mission in Geneva'), null],
    ['a day that is over', draft('2027-02-28', '2027-03-05'), ['from']],
    ['reversed', draft('2027-03-08', '2027-03-07'), ['until']],
    ['exactly a year', draft('2027-03-01', '2028-02-28'), null],
    ['a day more than a year', draft('2027-03-01', '2028-02-29'), ['until']],
    ['beginning in more than a year', draft('2028-03-01', '2028-03-02'), ['from']],
    ['no days at all', draft('', ''), ['from', 'until']],
    ['a day that there is not', draft('2027-02-30', '2027-03-05'), ['from']],
    ['a note of two lines', draft(TODAY, TODAY, 'One\nTwo'), ['note']],
    ['a note that is too long', draft(TODAY, TODAY, 'x'.repeat(121)), ['note']],
  ])('%s', (_, one, problems) => {
    expect(said(one, TODAY, [])).toEqual(problems);
  });

  it('cannot lie over those of another absence of the same person, and can follow them', () => {
    const known = [{ from: '2027-03-08', until: '2027-03-12' }];
    expect(said(draft('2027-03-12', '2027-03-14'), TODAY, known)).toEqual(['from']);
    expect(said(draft('2027-03-01', '2027-03-30'), TODAY, known)).toEqual(['from']);
    expect(said(draft('2027-03-13', '2027-03-14'), TODAY, known)).toBeNull();
  });

  it('are whole: the first and the last are among them', () => {
    fc.assert(
      fc.property(fc.nat(LONGEST_ABSENCE_DAYS - 1), fc.integer({ min: -3, max: 370 }), (length, n) => {
        const days = { from: TODAY, until: addDays(TODAY, length) };
        expect(said({ ...days, note: '' }, TODAY, [])).toBeNull();
        expect(isAwayOn(days, addDays(TODAY, n))).toBe(n >= 0 && n <= length);
      }),
    );
  });
});

const reached = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record<Reached>({
        id: fc.constant(id),
        away: fc.option(fc.constant('2027-03-05')),
        actsFor: fc.subarray(['a', 'b', 'c', 'd', 'e']),
      }),
    ),
  ),
);

describe('who is told while somebody is away', () => {
  it('is never nobody: whoever is left out has somebody who acts for them, is there, and is told', () => {
    fc.assert(
      fc.property(reached, (all) => {
        const left = stoodInFor(all);
        const told = all.filter(({ id }) => !left.includes(id));
        expect(told.length).toBeGreaterThan(0);
        for (const id of left) {
          expect(all.find((r) => r.id === id)!.away).not.toBeNull();
          expect(told.some((d) => d.away === null && d.id !== id && d.actsFor.includes(id))).toBe(true);
        }
      }),
    );
  });

  it('is everybody who is there, and everybody for whom nobody acts', () => {
    fc.assert(
      fc.property(reached, (all) => {
        const left = stoodInFor(all);
        for (const { id, away } of all) {
          const deputies = all.filter((d) => d.id !== id && d.away === null && d.actsFor.includes(id));
          expect(left.includes(id)).toBe(away !== null && deputies.length > 0);
        }
        expect(nobodyThere(all)).toBe(!all.some(({ away }) => away === null));
        if (nobodyThere(all)) expect(left).toEqual([]);
      }),
    );
  });

  it('does not change for those who have somebody who acts for them and are not away', () => {
    expect(
      stoodInFor([
        { id: 'a', away: null, actsFor: [] },
        { id: 'b', away: null, actsFor: ['a'] },
      ]),
    ).toEqual([]);
    expect(
      stoodInFor([
        { id: 'a', away: TODAY, actsFor: [] },
        { id: 'b', away: null, actsFor: ['a'] },
      ]),
    ).toEqual(['a']);
    expect(
      stoodInFor([
        { id: 'a', away: TODAY, actsFor: [] },
        { id: 'b', away: TODAY, actsFor: ['a'] },
      ]),
    ).toEqual([]);
  });
});
