import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankCases, type Rankable } from './rank.js';

const one = (ref: string, total: string | null, coverage: string | null = '100'): Rankable => ({
  ref,
  total,
  coverage,
  outside: null,
});
const places = (items: Rankable[], least = 60) =>
  Object.fromEntries(rankCases(items, least).map(({ item, rank, why }) => [item.ref, rank ?? why]));

describe('places in a round', () => {
  it('the same total is the same place, and the next place is skipped', () => {
    expect(places([one('a', '70'), one('b', '80'), one('c', '70'), one('d', '60')])).toEqual({
      b: 1,
      a: 2,
      c: 2,
      d: 4,
    });
  });

  it('fractions are compared exactly: two totals that read alike are not a tie', () => {
    expect(places([one('a', '200/3'), one('b', '6667/100'), one('c', '400/6')])).toEqual({ b: 1, a: 2, c: 2 });
  });

  it('too little was assessed, scores are closed, or the case has left: no place, and the others move up', () => {
    const closed = { ...one('x', null, null), outside: 'blind' as const };
    const left = { ...one('y', '99'), outside: 'gone' as const };
    expect(places([closed, left, one('a', '90', '179/3'), one('b', '50', '60'), one('c', null, '0')])).toEqual({
      b: 1,
      a: 'notEnoughAssessed',
      c: 'notEnoughAssessed',
      x: 'blind',
      y: 'gone',
    });
  });

  it('a place is one more than the number of those above; nobody is lost; the order of asking changes nothing', () => {
    const item = fc.record({
      n: fc.integer({ min: 0, max: 12 }),
      d: fc.integer({ min: 1, max: 4 }),
      coverage: fc.constantFrom('40', '60', '100'),
      outside: fc.constantFrom(null, null, null, 'blind' as const, 'gone' as const),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.boolean(), (drawn, turned) => {
        const items = drawn.map(({ n, d, coverage, outside }, i) => ({
          ref: `r${i}`,
          total: `${n}/${d}`,
          value: n / d,
          coverage,
          outside,
        }));
        const found = rankCases(turned ? [...items].reverse() : items, 60);
        expect(found.map((f) => f.item.ref)).toEqual(rankCases(items, 60).map((f) => f.item.ref));
        expect(found).toHaveLength(items.length);
        const placed = items.filter((i) => i.outside === null && Number(i.coverage) >= 60);
        for (const { item: it, rank, tied } of found) {
          if (!placed.includes(it)) expect(rank).toBeNull();
          else {
            expect(rank).toBe(placed.filter((o) => o.value > it.value + 1e-9).length + 1);
            expect(tied).toBe(placed.filter((o) => Math.abs(o.value - it.value) < 1e-9).length > 1);
          }
        }
      }),
    );
  });

  it('a case that is taken out leaves no gap: who does not see it cannot tell that it is there', () => {
    const items = [one('a', '90'), one('b', '80'), one('c', '70')];
    expect(places(items.filter((i) => i.ref !== 'b'))).toEqual({ a: 1, c: 2 });
  });
});
