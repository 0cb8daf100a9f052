import { describe, expect, it } from '@jest/globals';
import { anOption, anOptionContent } from '../../../../libs/domain/test/option.js';
import { exactAmountIn } from '../request/amount.js';
import { costsOf, proposalOf, typedCosts, typedProposal, withCosts, withProposal } from './option.form.js';

const amounts = (...values: string[]) =>
  anOption({ split: { by: 'amount', payers: values.map((value) => ({ name: 'UNDP', source: 'agency', value })) } });

it.each([
  ['12,500', '12500.00'],
  ['12 500,5', '12500.50'],
  ['US$ 0.1', '0.10'],
  ['007', '7.00'],
  ['999999999999.99', '999999999999.99'],
  ['much', null],
  ['1.5.5', null],
])('“%s” is the exact amount %s', (typed, exact) => expect(exactAmountIn(typed)).toBe(exact));

describe('a proposal', () => {
  it('goes into the form and comes back the same, with its costs', () => {
    expect(withProposal(proposalOf(anOption(), []), anOption())).toEqual(anOptionContent());
  });
  it('keeps of the costs what still has a year and a country', () => {
    const typed = { ...proposalOf(anOption(), ['TZA', 'UGA']), months: '6' };
    const { countries, adviser } = withProposal(typed, anOption());
    expect(countries.map((c) => [c.country, c.travel])).toEqual([
      ['TZA', [{ year: 2027, amount: '6000' }]],
      ['UGA', []],
    ]);
    expect(adviser.map((a) => a.year)).toEqual([2027]);
  });
  it('asks again for parts in dollars that no longer make the total', () => {
    const before = amounts('330000');
    const same = withProposal(proposalOf(before, []), before);
    const other = withProposal(proposalOf(before, ['TZA']), before);
    expect([
      same.split.payers[0]!.value,
      withProposal(proposalOf(before, ['KEN']), before).split.payers[0]!.value,
    ]).toEqual(['330000', '']);
    expect(other.split.payers[0]!.name).toBe('UNDP');
  });
  it('that cannot be read is sent as it is, for the rules to refuse', () => {
    const { months, start, countries } = withProposal(
      typedProposal({ country: ['TZA', 'tza', 'TZA'], months: 'x' }),
      null,
    );
    expect([months, start, countries.length]).toEqual([Number.NaN, '-00-00', 1]);
  });
});

describe('costs', () => {
  it('go into the form and come back the same to the cent', () => {
    const { amounts: shown, by, payers } = costsOf(anOption());
    const form = {
      ...shown,
      by,
      rows: String(payers.length),
      ...Object.fromEntries(payers.flatMap((p, i) => Object.entries(p).map(([key, v]) => [`payer-${i}-${key}`, v]))),
    };
    const back = withCosts(typedCosts(form, anOption()), anOption());
    expect(back.split).toEqual(anOptionContent().split);
    expect(back.countries[0]!.travel).toEqual([
      { year: 2027, amount: '6000.00' },
      { year: 2028, amount: '12000.00' },
    ]);
    expect(shown['adviser-2028']).toBe('208,000');
  });
  it('leave out rows in which nothing stands, and read a percentage as people write it', () => {
    const typed = typedCosts(
      { by: 'percent', 'payer-2-name': 'UNDP', 'payer-2-source': 'agency', 'payer-2-value': '33,3 %' },
      anOption(),
    );
    expect(withCosts(typed, anOption()).split.payers).toEqual([{ name: 'UNDP', source: 'agency', value: '33.3' }]);
  });
});
