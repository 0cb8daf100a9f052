import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { moneyLine, type Costed } from './money-line.js';

const at = (rank: number, ref: string, cost: bigint | null): Costed => ({ ref, rank, cost });

describe('the line where known money ends', () => {
  it('is after the last case that is covered together with all before it', () => {
    const line = moneyLine([at(1, 'a', 100n), at(2, 'b', 100n), at(3, 'c', 100n)], 250n);
    expect(line).toMatchObject({ above: ['a', 'b'], spent: 200n, left: 50n, reason: 'nextTooMuch', next: ['c'] });
  });

  it('does not move a cheaper case up', () => {
    expect(moneyLine([at(1, 'a', 100n), at(2, 'b', 200n), at(3, 'c', 1n)], 150n).above).toEqual(['a']);
  });

  it('keeps a tie on one side: above only if all of it fits', () => {
    const tied = [at(1, 'a', 100n), at(2, 'b', 60n), at(2, 'c', 60n), at(4, 'd', 1n)];
    expect(moneyLine(tied, 160n)).toMatchObject({ above: ['a'], left: 60n, reason: 'tie', next: ['b', 'c'] });
    expect(moneyLine(tied, 220n)).toMatchObject({ above: ['a', 'b', 'c'], reason: 'nextTooMuch', next: ['d'] });
    expect(moneyLine(tied, 221n)).toMatchObject({ above: ['a', 'b', 'c', 'd'], reason: 'everythingFits', next: [] });
  });

  it('stops at a cost that is not known, and where nothing has a place', () => {
    const line = moneyLine([at(1, 'a', 1n), at(2, 'b', null), at(3, 'c', 1n)], 100n);
    expect(line).toMatchObject({
      above: ['a'],
      reason: 'costUnknown',
      next: ['b'],
      cumulated: { a: 1n, b: null, c: null },
    });
    expect(moneyLine([], 5n)).toMatchObject({ reason: 'nothingRanked', left: 5n });
  });

  it('spends no more than there is, leaves no tie apart, and more money never takes a case away', () => {
    const place = fc.record({ size: fc.integer({ min: 1, max: 3 }), cost: fc.bigInt({ min: 0n, max: 50n }) });
    const money = fc.bigInt({ min: 0n, max: 200n });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 8 }), money, money, (places, a, b) => {
        let rank = 1;
        const ranked = places.flatMap(({ size, cost }, i) => {
          const mine = Array.from({ length: size }, (_, n) => at(rank, `${i}-${n}`, cost + BigInt(n)));
          rank += size;
          return mine;
        });
        const [less, more] = a < b ? [a, b] : [b, a];
        const line = moneyLine(ranked, less);
        const sum = ranked.filter((c) => line.above.includes(c.ref)).reduce((all, c) => all + c.cost!, 0n);
        expect(line.spent).toBe(sum);
        expect(line.left).toBe(less - sum);
        expect(sum <= less).toBe(true);
        for (const one of ranked)
          expect(ranked.filter((c) => c.rank === one.rank).every((c) => line.above.includes(c.ref))).toBe(
            line.above.includes(one.ref),
          );
        expect(line.above).toEqual(ranked.slice(0, line.above.length).map((c) => c.ref));
        expect(moneyLine(ranked, more).above).toEqual(expect.arrayContaining(line.above));
      }),
    );
  });
});
