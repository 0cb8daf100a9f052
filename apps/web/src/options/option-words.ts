import {
  addDays,
  addMonths,
  amountsSaid,
  dollarsIn,
  FUNDING_SOURCES,
  MODALITIES,
  optionTotals,
  type Cents,
  type OptionContent,
  type OptionTotals,
  type RegionalOption,
} from '#domain';
import { listed, plural, type Names } from '../request/case-words.js';
import { date } from '../shell/words.js';

export const money = (cents: Cents): string => dollarsIn(cents);
/** An amount in a column whose head says the currency. */
export const figure = (cents: Cents): string => dollarsIn(cents).replace('US$ ', '');
export const daysWords = (days: number): string => `${days} ${plural(days, 'day', 'days')} a month`;
export const monthsWords = (months: number): string => `${months} ${plural(months, 'month', 'months')}`;

/** From when to when, with how long that is. */
export function timeWords({ start, months }: Pick<OptionContent, 'start' | 'months'>): string {
  const until = addDays(addMonths(start, months), -1);
  return `${date(start)} to ${date(until)}, ${monthsWords(months)}`;
}
export const stationWords = (option: Pick<OptionContent, 'dutyStation' | 'host'>, names: Names): string =>
  `${option.dutyStation}, ${names.countryName(option.host)}`;
export const placesWords = ({ countries }: Pick<OptionContent, 'countries'>, names: Names): string =>
  listed(countries.map((c) => names.countryName(c.country)));

/** What advisers for each country alone would cost, by the estimates that somebody entered, held against the option. Null without one. */
export function aloneWords(totals: OptionTotals, names: Names): string | null {
  const { inCountry, total, countries } = totals;
  if (total === 0n) return null;
  const estimated = countries.filter((c) => c.inCountry !== null);
  if (estimated.length === 0) return null;
  if (inCountry === null)
    return `Nobody has estimated an adviser for ${listed(countries.filter((c) => c.inCountry === null).map((c) => names.countryName(c.country)))} alone, so the two are not compared.`;
  const off = inCountry > total ? inCountry - total : total - inCountry;
  const than = inCountry > total ? 'less' : 'more';
  return off === 0n
    ? `Advisers for each country alone would cost the same, by the estimates of the region.`
    : `Advisers for each country alone would cost ${money(inCountry)} over the same time, by the estimates of the region. The option costs ${money(off)} ${than}.`;
}

/** The countries of an option with days and cost. */
export function countryTable(option: OptionContent, names: Names) {
  const { countries, total } = optionTotals(option);
  const alone = countries.some((c) => c.inCountry !== null);
  return {
    caption: 'Countries, days and cost in US dollars',
    columns: [
      { key: 'country', text: 'Country' },
      { key: 'days', text: 'Days a month', numeric: true },
      { key: 'adviser', text: 'Adviser', numeric: true },
      { key: 'travel', text: 'Travel', numeric: true },
      { key: 'total', text: 'Cost, US$', numeric: true },
      ...(alone ? [{ key: 'alone', text: 'Own adviser', numeric: true }] : []),
    ],
    rows: [
      ...countries.map((c) => ({
        country: names.countryName(c.country),
        days: String(c.daysPerMonth),
        adviser: figure(c.adviser),
        travel: figure(c.travel),
        total: figure(c.total),
        alone: c.inCountry === null ? '' : figure(c.inCountry),
      })),
      totalRow(option, total),
    ],
  };
}
function totalRow(option: OptionContent, total: Cents) {
  const { adviser, travel, daysPerMonth, inCountry } = optionTotals(option);
  return {
    country: 'All',
    days: String(daysPerMonth),
    adviser: figure(adviser),
    travel: figure(travel),
    total: figure(total),
    alone: inCountry === null ? '' : figure(inCountry),
  };
}

/** The cost of an option by calendar year. */
export function yearTable(option: OptionContent) {
  const { years } = optionTotals(option);
  return {
    caption: 'Cost by year in US dollars',
    columns: [
      { key: 'year', text: 'Year' },
      { key: 'months', text: 'Months', numeric: true },
      { key: 'adviser', text: 'Adviser', numeric: true },
      { key: 'travel', text: 'Travel', numeric: true },
      { key: 'total', text: 'Cost, US$', numeric: true },
    ],
    rows: years.map((y) => ({
      year: String(y.year),
      months: String(y.months),
      adviser: figure(y.adviser),
      travel: figure(y.travel),
      total: figure(y.total),
    })),
  };
}

/** Who pays which part of an option. */
export function payerTable(option: OptionContent) {
  const { payers } = optionTotals(option);
  return {
    caption: 'Who pays, in US dollars',
    columns: [
      { key: 'payer', text: 'Payer' },
      { key: 'percent', text: 'Share', numeric: true },
      { key: 'amount', text: 'Amount, US$', numeric: true },
    ],
    rows: payers.map((p, i) => {
      const said = option.split.payers[i]!.value !== '';
      return {
        payer: { text: p.name, note: FUNDING_SOURCES[p.source] },
        percent: said ? `${p.percent} %` : '',
        amount: said ? figure(p.amount) : '',
      };
    }),
  };
}

/** What an option costs, as far as it is said: a cost that nobody entered is none. */
export function costWords(option: OptionContent): string {
  const { total } = optionTotals(option);
  if (amountsSaid(option)) return money(total);
  return total === 0n ? 'Not entered yet' : `${money(total)} so far, not all is entered`;
}
const briefFacts = (option: OptionContent, names: Names) => [
  { label: 'Form', value: MODALITIES[option.modality] },
  { label: 'Duty station', value: stationWords(option, names) },
  { label: 'Time', value: timeWords(option) },
  { label: 'Cost', value: costWords(option) },
];

/** An option in full, wherever it is read: on its page, in an advice, in an offer. */
export function optionShown(option: OptionContent, names: Names) {
  const totals = optionTotals(option);
  return {
    name: option.name,
    facts: briefFacts(option, names),
    countries: countryTable(option, names),
    years: yearTable(option),
    payers: option.split.payers.length ? payerTable(option) : null,
    spread: 'The adviser’s cost is spread over the countries by their days.',
    alone: aloneWords(totals, names),
    why: option.why,
  };
}

/** The copy of an option in an advice: what decides it, in rows that fit a narrow column. */
export function attachedOption(option: RegionalOption, names: Names) {
  const { countries, payers } = optionTotals(option);
  return {
    name: option.name,
    facts: [
      ...briefFacts(option, names),
      {
        label: 'Countries',
        lines: countries.map((c) => `${names.countryName(c.country)}: ${daysWords(c.daysPerMonth)}, ${money(c.total)}`),
      },
      { label: 'Who pays', lines: payers.map((p) => `${p.name}: ${money(p.amount)} (${p.percent} %)`) },
      { label: 'Compared', value: aloneWords(optionTotals(option), names) ?? '' },
    ],
    why: option.why,
    kept: keptWords(option),
  };
}
export type AttachedOption = ReturnType<typeof attachedOption>;

/** An option as it is offered, in full. */
export const offeredShown = (option: RegionalOption, names: Names) => ({
  ...optionShown(option, names),
  kept: keptWords(option),
});
const keptWords = (option: RegionalOption): string =>
  `As it was when it was attached to the advice: version ${option.version}, saved by ${option.by.name} on ${date(option.at)}.`;
