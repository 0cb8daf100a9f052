import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { PARTS } from '../../test/cast.js';
import { aSheet } from '../../test/events.js';
import { readsSeverity, severityOf, type ScoresBeside } from './severity.js';

/** Every score with those of the others on the same criterion of the same case, as a list. */
type Same = { own: number; others: number[] };
const score = fc.integer({ min: 0, max: 4 });
const sames = fc.array(fc.record({ own: score, others: fc.array(score, { minLength: 1, maxLength: 8 }) }), {
  minLength: 1,
  maxLength: 40,
});
/** The same added up, as the database gives it. */
const added = (all: Same[]): ScoresBeside[] =>
  [...new Set(all.map((s) => s.others.length))].map((others) => {
    const alike = all.filter((s) => s.others.length === others);
    return {
      reviewer: 'a',
      others,
      scores: alike.length,
      own: alike.reduce((sum, s) => sum + s.own, 0),
      theirs: alike.flatMap((s) => s.others).reduce((sum, n) => sum + n, 0),
    };
  });
/** 840 is divided by every number up to eight, so that means of the others are whole. */
const exactly = (top: number, bottom: number): string => {
  const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
  const by = gcd(top, bottom);
  return bottom / by === 1 ? String(top / by) : `${top / by}/${bottom / by}`;
};

it('is what one by one comes to', () => {
  fc.assert(
    fc.property(sames, (all) => {
      const own = all.reduce((sum, s) => sum + s.own * 840, 0);
      const others = all.reduce((sum, s) => sum + (s.others.reduce((a, b) => a + b, 0) * 840) / s.others.length, 0);
      expect(severityOf('a', added(all), 3)).toMatchObject({
        own: { exact: exactly(own, 840 * all.length) },
        others: { exact: exactly(others, 840 * all.length) },
        difference: { exact: exactly(own - others, 840 * all.length) },
        scores: all.length,
        cases: 3,
      });
    }),
  );
});

it('who is stricter than the others lies below nought, and is so told', () => {
  const beside = [{ reviewer: 'a', others: 2, scores: 3, own: 6, theirs: 17 }];
  expect(severityOf('a', beside, 1)!.difference).toEqual({ exact: '-5/6', rounded: '-0.83' });
  expect(severityOf('b', beside, 0)).toBeNull();
});

it('is for the panel chair of a case, once it is revealed', () => {
  const blind = aCase().scored(aSheet(4), aSheet(3));
  const seeing = () => PARTS.filter((p) => readsSeverity(blind.cast[p], blind.facts));
  expect(seeing()).toEqual([]);
  blind.revealed();
  expect(seeing()).toEqual(['chair']);
});
