import {
  centsIn,
  contentOfOption,
  dollarsIn,
  monthsByYear,
  splitTrouble,
  type FundingSource,
  type OptionContent,
  type OptionCountry,
  type OptionModality,
  type RegionalOption,
  type SplitBy,
  type YearAmount,
} from '#domain';
import { exactAmountIn } from '../request/amount.js';
import { many, one, text, type Form } from '../shell/exchange.js';

/** What was typed of the proposal: where, when, for whom. */
export interface TypedProposal {
  name: string;
  modality: string;
  dutyStation: string;
  host: string;
  start: { day: string; month: string; year: string };
  months: string;
  /** Days a month by country, in the order chosen. */
  days: [country: string, days: string][];
  why: string;
}

/** The countries that an address or a form names, each once. */
export const countriesIn = (form: Form): string[] => [
  ...new Set(many(form, 'country').filter((code) => /^[A-Z]{3}$/.test(code))),
];

export const typedProposal = (form: Form): TypedProposal => ({
  name: one(form, 'name'),
  modality: one(form, 'modality'),
  dutyStation: one(form, 'dutyStation'),
  host: one(form, 'host'),
  start: { day: one(form, 'start-day'), month: one(form, 'start-month'), year: one(form, 'start-year') },
  months: one(form, 'months'),
  days: countriesIn(form).map((country) => [country, one(form, `days-${country}`)]),
  why: text(form, 'why'),
});

/** What an option says already, as it stands in the form; for other countries, where the person has chosen some. */
export function proposalOf(option: OptionContent, countries: readonly string[]): TypedProposal {
  const [year, month, day] = option.start.split('-').map((part) => String(Number(part)));
  const codes = countries.length ? countries : option.countries.map((c) => c.country);
  const daysOf = (code: string) => option.countries.find((c) => c.country === code)?.daysPerMonth;
  return {
    name: option.name,
    modality: option.modality,
    dutyStation: option.dutyStation,
    host: option.host,
    start: { day: day!, month: month!, year: year! },
    months: String(option.months),
    days: codes.map((code) => [code, String(daysOf(code) ?? '')]),
    why: option.why,
  };
}

const two = (part: string): string => part.padStart(2, '0');
/** A number as it was typed; what is none is refused by the rules. */
const number = (typed: string): number => (/^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN);
const NOTHING: Pick<OptionContent, 'adviser' | 'countries' | 'split'> = {
  adviser: [],
  countries: [],
  split: { by: 'percent', payers: [] },
};

/**
 * The option with a new proposal. What it costs stays as far as its years and countries stay; parts in dollars that no
 * longer make the total are asked for again.
 */
export function withProposal(typed: TypedProposal, before: OptionContent | null): OptionContent {
  const { adviser, countries, split } = before ?? NOTHING;
  const { day, month, year } = typed.start;
  const start = `${year}-${two(month)}-${two(day)}`;
  const months = number(typed.months);
  const years =
    months >= 1 && months <= 60 && /^\d{4}-\d{2}-\d{2}$/.test(start) ? monthsByYear({ start, months }) : null;
  const still = (amounts: YearAmount[]) => (years ? amounts.filter((a) => years.has(a.year)) : amounts);
  const content: OptionContent = {
    name: typed.name,
    modality: typed.modality as OptionModality,
    dutyStation: typed.dutyStation,
    host: typed.host,
    start,
    months,
    countries: typed.days.map(([country, days]): OptionCountry => {
      const known = countries.find((c) => c.country === country);
      const { travel = [], inCountryPerYear = null } = known ?? {};
      return { country, daysPerMonth: number(days), travel: still(travel), inCountryPerYear };
    }),
    adviser: still(adviser),
    split,
    why: typed.why,
  };
  const again = years !== null && split.by === 'amount' && splitTrouble(content) !== null;
  return again ? { ...content, split: { ...split, payers: split.payers.map((p) => ({ ...p, value: '' })) } } : content;
}

/** Rows for payers: those that there are, and empty ones for more. */
const EMPTY_ROWS = 2;
const FIRST_ROWS = 3;
export interface TypedPayer {
  name: string;
  source: string;
  value: string;
}
/** What was typed of the costs. */
export interface TypedCosts {
  amounts: Record<string, string>;
  by: string;
  payers: TypedPayer[];
}
const NO_PAYER: TypedPayer = { name: '', source: 'fund', value: '' };

/** The name of the field for an amount: of the adviser, of travel, of an adviser for one country alone. */
export const amountName = {
  adviser: (year: number) => `adviser-${year}`,
  travel: (country: string, year: number) => `travel-${country}-${year}`,
  alone: (country: string) => `alone-${country}`,
};
export const amountNames = (option: OptionContent): string[] => {
  const years = [...monthsByYear(option).keys()];
  return [
    ...years.map(amountName.adviser),
    ...option.countries.flatMap(({ country }) => [
      ...years.map((year) => amountName.travel(country, year)),
      amountName.alone(country),
    ]),
  ];
};

export function typedCosts(form: Form, option: OptionContent): TypedCosts {
  const rows = Math.min(Math.max(FIRST_ROWS, Number(one(form, 'rows')) || 0), 20);
  return {
    amounts: Object.fromEntries(amountNames(option).map((name) => [name, one(form, name)])),
    by: one(form, 'by'),
    payers: Array.from({ length: rows }, (_, i) => ({
      name: one(form, `payer-${i}-name`),
      source: one(form, `payer-${i}-source`),
      value: one(form, `payer-${i}-value`),
    })),
  };
}

/** An amount as a form shows it: `104,000`, `5,000.50`. */
const grouped = (amount: string): string => dollarsIn(centsIn(amount)).replace('US$ ', '');

/** What an option says already of its costs. */
export function costsOf(option: OptionContent): TypedCosts {
  const amounts: Record<string, string> = {};
  for (const { year, amount } of option.adviser) amounts[amountName.adviser(year)] = grouped(amount);
  for (const { country, travel, inCountryPerYear } of option.countries) {
    for (const { year, amount } of travel) amounts[amountName.travel(country, year)] = grouped(amount);
    if (inCountryPerYear !== null) amounts[amountName.alone(country)] = grouped(inCountryPerYear);
  }
  const { by, payers } = option.split;
  const empty = Math.max(FIRST_ROWS - payers.length, EMPTY_ROWS);
  return { amounts, by, payers: [...payers, ...Array.from({ length: empty }, () => NO_PAYER)].slice(0, 8) };
}

/** An amount as people write it, as exact text; what cannot be read goes as it is and is refused with a reason. */
const exact = (typed: string): string => exactAmountIn(typed) ?? typed;
const percent = (typed: string): string => typed.replace(/\s*%$/, '').replace(',', '.');

/** The rows in which something stands. */
export const filledRows = (payers: readonly TypedPayer[]): number[] =>
  payers.flatMap(({ name, value }, i) => (name || value ? [i] : []));

/** The option with its costs as they were typed. */
export function withCosts(typed: TypedCosts, option: RegionalOption): OptionContent {
  const years = [...monthsByYear(option).keys()];
  const given = (nameFor: (year: number) => string): YearAmount[] =>
    years.flatMap((year) => {
      const amount = typed.amounts[nameFor(year)] ?? '';
      return amount ? [{ year, amount: exact(amount) }] : [];
    });
  const by = typed.by as SplitBy;
  return {
    ...contentOfOption(option),
    adviser: given(amountName.adviser),
    countries: option.countries.map((c) => {
      const alone = typed.amounts[amountName.alone(c.country)] ?? '';
      const travel = given((year) => amountName.travel(c.country, year));
      return { ...c, travel, inCountryPerYear: alone ? exact(alone) : null };
    }),
    split: {
      by,
      payers: filledRows(typed.payers).map((i) => {
        const { name, source, value } = typed.payers[i]!;
        const said = by === 'percent' ? percent(value) : exact(value);
        return { name, source: source as FundingSource, value: value ? said : '' };
      }),
    },
  };
}
