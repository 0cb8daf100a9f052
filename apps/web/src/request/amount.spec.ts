import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountIn, amountText } from './amount.js';

describe('an amount as it is typed', () => {
  it.each<[string, number]>([
    ['128000', 128_000],
    ['128,000', 128_000],
    ['128 000', 128_000],
    ['128\u00a0000', 128_000],
    ['128\u202f000', 128_000],
    ['128’000', 128_000],
    ['128.000', 128_000],
    ['128.000,50', 128_000.5],
    ['128,000.5', 128_000.5],
    ['1,5', 1.5],
    ['0.25', 0.25],
    ['US$ 9,000', 9_000],
    ['$9000', 9_000],
    ['0', 0],
  ])('%s is %d', (typed, value) => {
    expect(amountIn(typed)).toBe(value);
  });

  it.each(['', 'a lot', '-5', '1e9', '12,34,567', '1.2.3', '0,001.234', '１２', '5 EUR', 'Infinity'])(
    '%j cannot be read',
    (typed) => {
      expect(amountIn(typed)).toBeNull();
    },
  );

  it('is read as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (cents) => {
        expect(amountIn(amountText(cents / 100))).toBe(cents / 100);
      }),
    );
  });
});
