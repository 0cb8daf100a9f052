import { amountIn, centsIn, partOf, sumOf, type Cents } from '../money/amounts.js';
import type { FirstPeriod, NeededItem } from '../money/first-period.js';
import { addDays, addMonths } from '../time/working-days.js';
import { amountFor, monthsByYear, yearsOf, type OptionContent, type OptionPayer, type YearAmount } from './option.js';

/**
 * Parts an amount by weights, so that the parts are exactly the whole: each gets the cents that it is due in full, and the
 * few that are left go to those with the largest rest. Without weights there is nobody to part it among.
 */
export function apportion(whole: Cents, weights: readonly bigint[]): Cents[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return weights.map(() => 0n);
  const parts = weights.map((w) => (whole * w) / sum);
  const left = Number(whole - sumOf(parts));
  const byRest = weights
    .map((w, i) => ({ i, rest: (whole * w) % sum }))
    .sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const { i } of byRest.slice(0, left)) parts[i] = parts[i]! + 1n;
  return parts;
}

const HUNDRED_PERCENT = 10_000n;
const sumIn = (amounts: readonly YearAmount[], years: readonly number[]): Cents =>
  sumOf(years.map((year) => centsIn(amountFor(amounts, year) ?? '0')));

/** A share as text with at most one decimal, half up: `33.3`. */
function percentOf(part: Cents, whole: Cents): string {
  if (whole === 0n) return '0';
  const tenths = (part * 2000n + whole) / (whole * 2n);
  return tenths % 10n === 0n ? String(tenths / 10n) : `${tenths / 10n}.${tenths % 10n}`;
}

export interface PayerTotal extends Omit<OptionPayer, 'value'> {
  amount: Cents;
  /** Of the whole, in per cent. */
  percent: string;
}
/** What an option costs: exact to the cent, every column and every row adding up to the same total. */
export interface OptionTotals {
  years: { year: number; months: number; adviser: Cents; travel: Cents; total: Cents }[];
  /** The adviser's cost is spread over the countries by their days. */
  countries: {
    country: string;
    daysPerMonth: number;
    adviser: Cents;
    travel: Cents;
    total: Cents;
    /** An adviser for it alone over the same time; null where nobody estimated that. */
    inCountry: Cents | null;
  }[];
  adviser: Cents;
  travel: Cents;
  total: Cents;
  daysPerMonth: number;
  payers: PayerTotal[];
  /** Advisers for each country alone, over the same time; null unless every country has an estimate. */
  inCountry: Cents | null;
}

/** Whether every payer's part is said. */
export const splitSaid = ({ split }: Pick<OptionContent, 'split'>): boolean =>
  split.payers.length > 0 && split.payers.every((p) => p.value !== '');

/** What the parts of the payers add up to: hundredths of a per cent, or cents. */
export const splitSum = ({ split }: Pick<OptionContent, 'split'>): bigint =>
  sumOf(split.payers.filter((p) => p.value !== '').map((p) => centsIn(p.value)));

/** What the parts of the payers have to add up to. */
export const splitWhole = (by: OptionContent['split']['by'], total: Cents): bigint =>
  by === 'percent' ? HUNDRED_PERCENT : total;

function payerTotals({ split }: OptionContent, total: Cents): PayerTotal[] {
  const values = split.payers.map((p) => (p.value === '' ? 0n : centsIn(p.value)));
  const whole = sumOf(values) === HUNDRED_PERCENT;
  const amounts =
    split.by === 'amount'
      ? values
      : whole
        ? apportion(total, values)
        : values.map((v) => (total * v) / HUNDRED_PERCENT);
  return split.payers.map(({ name, source }, i) => ({
    name,
    source,
    amount: amounts[i]!,
    percent: percentOf(amounts[i]!, total),
  }));
}

/** Adds an option up. */
export function optionTotals(option: OptionContent): OptionTotals {
  const byYear = monthsByYear(option);
  const years = yearsOf(option);
  const adviser = sumIn(option.adviser, years);
  const shares = apportion(
    adviser,
    option.countries.map((c) => BigInt(c.daysPerMonth)),
  );
  const countries = option.countries.map(({ country, daysPerMonth, travel, inCountryPerYear }, i) => {
    const road = sumIn(travel, years);
    const inCountry = inCountryPerYear === null ? null : partOf(centsIn(inCountryPerYear), option.months, 12);
    return { country, daysPerMonth, adviser: shares[i]!, travel: road, total: shares[i]! + road, inCountry };
  });
  const travel = sumOf(countries.map((c) => c.travel));
  const total = adviser + travel;
  return {
    years: years.map((year) => {
      const own = sumIn(option.adviser, [year]);
      const road = sumOf(option.countries.map((c) => sumIn(c.travel, [year])));
      return { year, months: byYear.get(year)!, adviser: own, travel: road, total: own + road };
    }),
    countries,
    adviser,
    travel,
    total,
    daysPerMonth: countries.reduce((n, c) => n + c.daysPerMonth, 0),
    payers: payerTotals(option, total),
    inCountry: countries.every((c) => c.inCountry !== null) ? sumOf(countries.map((c) => c.inCountry!)) : null,
  };
}

/** What the first months of an option need, from each of those who pay: what has to be covered before it goes on. */
export function firstPeriodOfOption(option: OptionContent, atMost: number): FirstPeriod {
  const months = Math.min(atMost, option.months);
  const taken = monthsByYear({ start: option.start, months });
  const { years, payers } = optionTotals(option);
  const total = sumOf(years.map((y) => partOf(y.total, taken.get(y.year) ?? 0, y.months)));
  const parts = apportion(
    total,
    payers.map((p) => p.amount),
  );
  const items = payers.map(({ name }, i): NeededItem => {
    return { label: 'Adviser and travel, as offered', paidBy: name, kind: 'cash', amount: amountIn(parts[i]!) };
  });
  const until = addDays(addMonths(option.start, months), -1);
  return { from: option.start, until, months, items, total: amountIn(total), cash: amountIn(total) };
}
