import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { samples } from '../../test/samples.js';
import { aContent } from '../../test/content.js';
import { amountIn, centsIn, dollarsIn, isAmount, partOf } from './amounts.js';
import { firstPeriodOf, requestedPeriod } from './first-period.js';
import { countingEntries, countsFor, fundingCover, missingWords } from './funding-rules.js';
import type { FundingEntry } from './funding.js';

const YEAR = { from: '2027-07-01', until: '2028-06-30' };
const entry = (change: Partial<FundingEntry> = {}): FundingEntry => ({
  id: 'a',
  standing: 'allocation',
  source: 'fund',
  name: 'A fund',
  amount: '1000.00',
  currency: 'USD',
  kind: 'cash',
  reference: 'R-1',
  ...YEAR,
  corrects: null,
  by: { id: 'fund', name: 'Fund' },
  at: '2027-03-01T09:00:00.000Z',
  ...change,
});

describe('amounts', () => {
  it.each(['0', '7', '7.5', '7.05', '128000.50', '999999999999.99'])('%s is one', (text) =>
    expect(isAmount(text)).toBe(true),
  );
  it.each(['', '.5', '7.', '7.505', '1,000', '-7', '+7', '1e3', 'NaN', ' 7', '٧', 7, null, {}])('%p is none', (value) =>
    expect(isAmount(value)).toBe(false),
  );
  it('go through cents and back without a loss', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (n) => expect(centsIn(amountIn(n))).toBe(n)));
    expect([amountIn(0n), amountIn(5n), amountIn(12_345_600n)]).toEqual(['0.00', '0.05', '123456.00']);
    expect([dollarsIn(1_234_567_89n), dollarsIn(100_000n), dollarsIn(99n)]).toEqual([
      'US$ 1,234,567.89',
      'US$ 1,000',
      'US$ 0.99',
    ]);
  });
  it('are parted to the cent, half up; both halves of an odd cent together are one cent more', () => {
    expect([partOf(1n, 1, 2), partOf(100n, 1, 3), partOf(200n, 1, 3)]).toEqual([1n, 33n, 67n]);
  });
});

describe('the first period', () => {
  it('takes from each calendar year the months that fall into it, line by line', () => {
    const [tanzania] = samples();
    const { content } = tanzania!;
    const need = firstPeriodOf(content, { requestedStart: '2014-07-01', durationMonths: 24 }, '2014-03-01', 12);
    expect(need).toMatchObject({ from: '2014-07-01', until: '2015-06-30', months: 12 });
    // Six months of 2014 are the whole of its column; of 2015 it is half.
    expect(need.items.find((i) => i.label.startsWith('Recruitment'))).toMatchObject({ amount: '18000.00' });
    expect(need.items.find((i) => i.label.startsWith('Gender'))).toMatchObject({ amount: '7000.00', kind: 'in-kind' });
    expect(need.items.find((i) => i.label.startsWith('Office'))).toMatchObject({ amount: '18000.00' });
    expect([need.total, need.cash]).toEqual(['363750.00', '335000.00']);
  });

  it('is shorter where less was asked for, and starts with the approval where no start was named', () => {
    const six = firstPeriodOf(aContent(), { requestedStart: null, durationMonths: 6 }, '2027-03-31', 12);
    expect(six).toMatchObject({ from: '2027-03-31', until: '2027-09-29', months: 6, total: '128000.00' });
    expect(requestedPeriod({ requestedStart: '2027-07-01', durationMonths: 24 }, '2027-01-01')).toEqual({
      from: '2027-07-01',
      until: '2029-06-30',
    });
  });

  it('needs nothing where there is no table of costs', () => {
    const need = firstPeriodOf({}, { requestedStart: '2027-07-01', durationMonths: 24 }, '2027-01-01', 12);
    expect(need).toMatchObject({ items: [], total: '0.00', cash: '0.00' });
  });
});

describe('cover', () => {
  const need = { ...YEAR, months: 12, items: [], total: '1000.00', cash: '800.00' };

  it('counts an entry by its days in the period', () => {
    expect(countsFor(entry(), YEAR)).toBe(100_000n);
    expect(countsFor(entry({ until: '2029-06-30' }), YEAR)).toBe(50_068n);
    expect(countsFor(entry({ from: '2028-07-01', until: '2029-06-30' }), YEAR)).toBe(0n);
  });

  it('keeps allocations and shares of the cost apart, and together they have to reach', () => {
    const funding = [entry({ amount: '600.00' }), entry({ id: 'b', standing: 'costShare', amount: '250.00' })];
    const cover = fundingCover(need, funding);
    expect(cover).toEqual({ allocation: '600.00', costShare: '250.00', missing: '150.00', missingCash: '0.00' });
    expect(missingWords(need, cover)).toBe('US$ 150 is still missing for the first 12 months.');
    expect(missingWords(need, fundingCover(need, [...funding, entry({ id: 'c', amount: '150' })]))).toBeNull();
  });

  it('does not take what is offered in kind for cash', () => {
    const inKind = entry({ standing: 'costShare', amount: '700.00', kind: 'in-kind' });
    const cover = fundingCover(need, [entry({ id: 'b', amount: '400.00' }), inKind]);
    expect(cover).toMatchObject({ missing: '400.00', missingCash: '400.00' });
    expect(missingWords(need, cover)).toBe('US$ 400 is still missing for the first 12 months, in cash.');
    const less = fundingCover(need, [entry({ id: 'b', amount: '700.00' })]);
    expect(missingWords(need, less)).toBe('US$ 300 is still missing for the first 12 months, US$ 100 of it in cash.');
  });

  it('a correction takes the place of what it stands against; one of nothing takes it away', () => {
    const [first, second] = [entry(), entry({ id: 'b', amount: '900.00', corrects: 'a' })];
    expect(countingEntries([first, second]).map((e) => e.id)).toEqual(['b']);
    expect(countingEntries([first, second, entry({ id: 'c', amount: '0.00', corrects: 'b' })])).toEqual([]);
  });

  it('is missing exactly what would close it, whatever is entered', () => {
    const amount = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => amountIn(BigInt(n)));
    const kind = fc.constantFrom('cash' as const, 'in-kind' as const);
    fc.assert(
      fc.property(amount, amount, kind, (needed, given, of) => {
        const asked = { ...need, total: needed, cash: '0.00' };
        const { missing } = fundingCover(asked, [entry({ amount: given, kind: of })]);
        const more = entry({ id: 'b', amount: missing });
        expect(fundingCover(asked, [entry({ amount: given, kind: of }), more]).missing).toBe('0.00');
      }),
    );
  });
});
