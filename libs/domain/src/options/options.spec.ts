import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aPerson, assigned } from '../../test/cast.js';
import { anOption, anOptionContent } from '../../test/option.js';
import { amountIn, centsIn, sumOf } from '../money/amounts.js';
import { checkOption, missingInOption, splitTrouble } from './check-option.js';
import { monthsByYear, type OptionContent } from './option.js';
import { mayReadOptions, mayWriteOptions } from './option-access.js';
import { optionParts } from './option-letter.js';
import { apportion, firstPeriodOfOption, optionTotals } from './option-totals.js';

const REGIONS: Record<string, string> = { TZA: 'esa', KEN: 'esa', UGA: 'esa', AZE: 'eca' };
const RULES = { region: 'esa', regionOf: (c: string) => REGIONS[c] ?? null, workingDaysAMonth: 21 };
const wrongIn = (given: Partial<OptionContent>) => checkOption(anOptionContent(given), RULES);
const days = (...n: number[]): Partial<OptionContent> => ({
  countries: anOptionContent().countries.map((c, i) => ({ ...c, daysPerMonth: n[i]! })),
});
const split = (by: 'percent' | 'amount', ...values: string[]): Partial<OptionContent> => ({
  split: { by, payers: values.map((value, i) => ({ name: `Payer ${i}`, source: 'agency', value })) },
});

describe('parting an amount', () => {
  it('loses no cent and makes none, whatever the weights', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), weights, (whole, w) => {
        const parts = apportion(whole, w);
        const all = w.reduce((a, b) => a + b, 0n);
        expect(sumOf(parts)).toBe(all === 0n ? 0n : whole);
        // Nobody is a whole cent off what is due.
        for (const [i, part] of parts.entries()) {
          const off = part * all - whole * w[i]!;
          expect(off < all || all === 0n).toBe(true);
          expect(off > -all || all === 0n).toBe(true);
        }
      }),
    );
  });
});

describe('totals', () => {
  it('add up the same by year, by country and by payer', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 11n }).map(amountIn);
    const content = fc.record({
      adviser: fc.tuple(amount, amount),
      travel: fc.array(amount, { minLength: 4, maxLength: 4 }),
      days: fc.tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 11 })),
      part: fc.integer({ min: 1, max: 9_999 }),
    });
    fc.assert(
      fc.property(content, ({ adviser, travel, days: n, part }) => {
        const made = anOptionContent({
          adviser: [2027, 2028].map((year, i) => ({ year, amount: adviser[i]! })),
          countries: ['TZA', 'KEN'].map((country, i) => ({
            country,
            daysPerMonth: n[i]!,
            travel: [2027, 2028].map((year, j) => ({ year, amount: travel[i * 2 + j]! })),
            inCountryPerYear: null,
          })),
          ...split('percent', amountIn(BigInt(part)), amountIn(BigInt(10_000 - part))),
        });
        expect(checkOption(made, RULES)).toEqual([]);
        const { years, countries, payers, total } = optionTotals(made);
        expect(sumOf(years.map((y) => y.total))).toBe(total);
        expect(sumOf(countries.map((c) => c.total))).toBe(total);
        expect(sumOf(payers.map((p) => p.amount))).toBe(total);
      }),
    );
  });

  it('spread the adviser over the countries by days, and hold it against estimates that somebody gave', () => {
    const t = optionTotals(anOptionContent());
    expect([t.adviser, t.travel, t.total, t.daysPerMonth]).toEqual([312_000_00n, 18_000_00n, 330_000_00n, 20]);
    expect(t.countries).toMatchObject([
      { country: 'TZA', adviser: 124_800_00n, total: 142_800_00n, inCountry: 450_000_00n },
      { country: 'KEN', adviser: 187_200_00n, total: 187_200_00n, inCountry: 480_000_00n },
    ]);
    expect([t.inCountry, t.payers.map((p) => [p.amount, p.percent])]).toEqual([
      930_000_00n,
      [
        [220_011_00n, '66.7'],
        [109_989_00n, '33.3'],
      ],
    ]);
    const [one, other] = anOptionContent().countries;
    const without = optionTotals(anOptionContent({ countries: [one!, { ...other!, inCountryPerYear: null }] }));
    expect([without.inCountry, without.countries[0]!.inCountry]).toEqual([null, 450_000_00n]);
  });

  it('count the months of each calendar year, and of the first period those that fall into it', () => {
    expect([...monthsByYear({ start: '2027-11-15', months: 15 })]).toEqual([
      [2027, 2],
      [2028, 12],
      [2029, 1],
    ]);
    const need = firstPeriodOfOption(anOptionContent(), 12);
    expect(need).toMatchObject({ from: '2027-07-01', until: '2028-06-30', months: 12, total: '220000.00' });
    expect(amountIn(sumOf(need.items.map((i) => centsIn(i.amount))))).toBe(need.total);
  });
});

describe('what stands against an option', () => {
  it('is nothing where it adds up', () => {
    expect(wrongIn({})).toEqual([]);
    expect(wrongIn(split('amount', '300000', '30000.00'))).toEqual([]);
    expect(missingInOption(anOptionContent())).toEqual([]);
  });

  it.each<[string, Partial<OptionContent>, string, RegExp]>([
    [
      'more days than a month has',
      days(12, 12),
      'countries.0.daysPerMonth',
      /These are 24 days a month, and one adviser works 21. Take 3 days away/,
    ],
    ['half a day', days(1.5, 3), 'countries.0.daysPerMonth', /whole days/],
    ['no day', days(1, 0), 'countries.1.daysPerMonth', /whole days/],
    ['no country', { countries: [] }, 'countries', /at least one/],
    [
      'a country of another region',
      { countries: [{ ...anOptionContent().countries[0]!, country: 'AZE' }] },
      'countries',
      /your own region/,
    ],
    ['a country twice', { countries: [1, 2].map(() => anOptionContent().countries[0]!) }, 'countries', /once/],
    ['a host that is nowhere', { host: 'XXX' }, 'host', /country of the duty station/],
    ['a day that is none', { start: '2027-02-30' }, 'start', /day on which it starts/],
    ['no end', { months: 61 }, 'months', /from 1 to 60/],
    ['an amount that is none', { adviser: [{ year: 2027, amount: '1,5' }] }, 'adviser.2027', /amount in US dollars/],
    ['a year that is not in it', { adviser: [{ year: 2030, amount: '1' }] }, 'adviser.2030', /years of the option/],
    ['a year twice', { adviser: [1, 2].map(() => ({ year: 2027, amount: '1' })) }, 'adviser.2027', /once/],
    ['a payer without a name', split('percent', '100'), '', /^$/],
    [
      'percentages that do not make 100',
      split('percent', '50', '49.99'),
      'split.payers.0.value',
      /add up to 99.99, and have to make 100: 0.01 missing/,
    ],
    ['percentages beyond 100', split('percent', '60', '60'), 'split.payers.0.value', /20 too much/],
    ['a percentage that is none', split('percent', '33.333'), 'split.payers.0.value', /at most two decimals/],
    [
      'amounts that miss the total',
      split('amount', '300000'),
      'split.payers.0.value',
      /US\$ 300,000, and the total is US\$ 330,000: US\$ 30,000 missing/,
    ],
    ['no words', { why: ' ' }, 'why', /why it serves better/],
    ['another form', { modality: 'inCountry' as never }, 'modality', /form of support/],
  ])('%s', (_, given, path, message) => {
    const found = wrongIn(given);
    if (path === '') expect(found).toEqual([]);
    else expect(found[0]).toMatchObject({ path, message: expect.stringMatching(message) });
  });

  it('what is not said yet is no error, and is named before it can be attached', () => {
    const open = anOptionContent({ adviser: [], ...split('percent', '') });
    expect([wrongIn(open), splitTrouble(open)]).toEqual([[], null]);
    expect(missingInOption(open)).toEqual([
      'Enter what the adviser costs in each year.',
      'Say who pays which part of the cost.',
    ]);
  });
});

describe('who reads and writes', () => {
  it.each([
    ['regionalTeam', true, true],
    ['regionalOffice', true, true],
    ['deskOfficer', true, false],
    ['approver', true, false],
    ['auditor', true, false],
    ['reviewer', false, false],
    ['fundManager', false, false],
    ['administrator', false, false],
  ] as const)('%s of the region', (role, reads, writes) => {
    const person = aPerson('x', assigned(role, role === 'auditor' ? {} : { regions: ['esa'] }));
    expect([mayReadOptions(person, 'esa'), mayWriteOptions(person, 'esa')]).toEqual([reads, writes]);
    expect([mayReadOptions(person, 'ap'), mayWriteOptions(person, 'ap')]).toEqual([role === 'auditor', false]);
  });
  it('a Resident Coordinator reads the copy in the advice, and no option', () => {
    const rc = aPerson('rc', assigned('residentCoordinator', { countries: ['TZA'] }));
    expect([mayReadOptions(rc, 'esa'), mayWriteOptions(rc, 'esa')]).toEqual([false, false]);
  });
});

it('a letter says where, when, for whom, at what cost and who pays, in its own language', () => {
  const parts = (language: 'en' | 'fr' | 'es') =>
    JSON.stringify(
      optionParts(
        anOption(),
        language,
        (c) => c,
        (d) => d,
      ),
    );
  expect(parts('en')).toContain('based in Nairobi, KEN, from 2027-07-01 to 2028-12-31 (18 months)');
  expect(parts('en')).toContain('TZA: 8 days a month');
  expect(parts('en')).toContain('UNDP: US$ 109,989 (33.3 %)');
  expect(parts('fr')).toContain('UNDP : US$ 109\u00a0989 (33,3 %)');
  expect(parts('es')).toContain('UNDP: US$ 109.989 (33,3 %)');
});
