import { centsIn, dollarsIn, isAmount } from '../money/amounts.js';
import { FUNDING_SOURCES } from '../money/funding.js';
import type { FieldProblem } from '../refusal.js';
import { chosen, required } from '../text.js';
import { isDay } from '../time/working-days.js';
import {
  amountFor,
  MOST_OPTION_COUNTRIES,
  MOST_OPTION_MONTHS,
  MOST_OPTION_PAYERS,
  OPTION_MODALITIES,
  SPLITS,
  yearsOf,
  type OptionContent,
  type OptionCountry,
  type YearAmount,
} from './option.js';
import { optionTotals, splitSaid, splitSum, splitWhole } from './option-totals.js';

/** What the rules of an option need to know: values, asked of nobody. */
export interface OptionRules {
  /** The region whose option it is. */
  region: string;
  regionOf: (country: string) => string | null;
  /** A setting of this system: no adviser has more days in a month. */
  workingDaysAMonth: number;
}

const WRONG_AMOUNT = 'Enter an amount in US dollars with at most two decimals, such as 12500.00';
const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;
const problem = (path: string, message: string): FieldProblem[] => [{ path, message }];
const problemIf = (wrong: boolean, path: string, message: string): FieldProblem[] =>
  wrong ? problem(path, message) : [];
const isWhole = (value: unknown, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;

function amountProblems(amounts: readonly YearAmount[], years: readonly number[], path: string): FieldProblem[] {
  return amounts.flatMap(({ year, amount }, i) => [
    ...problemIf(!years.includes(year), `${path}.${year}`, 'Enter amounts for the years of the option only'),
    ...problemIf(amounts.findIndex((a) => a.year === year) !== i, `${path}.${year}`, 'Enter each year once'),
    ...problemIf(!isAmount(amount), `${path}.${year}`, WRONG_AMOUNT),
  ]);
}

function countryProblems(list: readonly OptionCountry[], { region, regionOf }: OptionRules): FieldProblem[] {
  if (list.length === 0) return problem('countries', 'Choose at least one country');
  if (list.length > MOST_OPTION_COUNTRIES)
    return problem('countries', `Choose ${MOST_OPTION_COUNTRIES} countries or fewer`);
  return list.flatMap(({ country, inCountryPerYear }, i) => [
    ...problemIf(regionOf(country) !== region, 'countries', 'Choose countries of your own region'),
    ...problemIf(list.findIndex((c) => c.country === country) !== i, 'countries', 'Choose each country once'),
    ...problemIf(
      inCountryPerYear !== null && !isAmount(inCountryPerYear),
      `countries.${i}.inCountryPerYear`,
      WRONG_AMOUNT,
    ),
  ]);
}

/** One adviser has the working days of a month and no more. */
function dayProblems(list: readonly OptionCountry[], most: number): FieldProblem[] {
  const wrong = list.flatMap(({ daysPerMonth }, i) =>
    problemIf(
      !isWhole(daysPerMonth, most),
      `countries.${i}.daysPerMonth`,
      `Enter whole days a month, from 1 to ${most}`,
    ),
  );
  const sum = list.reduce((n, c) => n + c.daysPerMonth, 0);
  if (wrong.length || sum <= most) return wrong;
  const over = sum - most;
  return problem(
    'countries.0.daysPerMonth',
    `These are ${sum} days a month, and one adviser works ${most}. Take ${over} ${over === 1 ? 'day' : 'days'} away`,
  );
}

function payerProblems({ split }: OptionContent): FieldProblem[] {
  const { by, payers } = split;
  return [
    ...chosen(by, SPLITS, 'split.by'),
    ...problemIf(
      payers.length > MOST_OPTION_PAYERS,
      'split.payers.0.name',
      `Name ${MOST_OPTION_PAYERS} payers or fewer`,
    ),
    ...payers.flatMap(({ name, source, value }, i) => [
      ...required(name, `split.payers.${i}.name`, 'Enter who pays, by name', 200),
      ...chosen(source, FUNDING_SOURCES, `split.payers.${i}.source`),
      ...problemIf(
        value !== '' && by === 'percent' && !(PERCENT.test(value) && centsIn(value) > 0n),
        `split.payers.${i}.value`,
        'Enter a percentage above zero with at most two decimals, such as 33.33',
      ),
      ...problemIf(
        value !== '' && by === 'amount' && !(isAmount(value) && centsIn(value) > 0n),
        `split.payers.${i}.value`,
        WRONG_AMOUNT,
      ),
    ]),
  ];
}

/** In figures, how far the parts of the payers are from the whole; null where they meet it or are not all said yet. */
export function splitTrouble(content: OptionContent): string | null {
  if (!splitSaid(content)) return null;
  const { by } = content.split;
  const sum = splitSum(content);
  const whole = splitWhole(by, optionTotals(content).total);
  if (sum === whole) return null;
  const off = sum > whole ? sum - whole : whole - sum;
  const way = sum > whole ? 'too much' : 'missing';
  if (by === 'amount')
    return `The parts add up to ${dollarsIn(sum)}, and the total is ${dollarsIn(whole)}: ${dollarsIn(off)} ${way}`;
  const percent = (hundredths: bigint) => dollarsIn(hundredths).replace('US$ ', '');
  return `The percentages add up to ${percent(sum)}, and have to make 100: ${percent(off)} ${way}`;
}

function proposalProblems(content: OptionContent, { regionOf }: OptionRules): FieldProblem[] {
  return [
    ...required(content.name, 'name', 'Enter a name', 200),
    ...problemIf(!OPTION_MODALITIES.includes(content.modality), 'modality', 'Choose a form of support'),
    ...required(content.dutyStation, 'dutyStation', 'Enter the duty station', 200),
    ...problemIf(regionOf(content.host) === null, 'host', 'Choose the country of the duty station'),
    ...problemIf(
      !isDay(content.start) || content.start < '2000-01-01' || content.start > '2099-12-31',
      'start',
      'Enter the day on which it starts, such as 2027-07-01',
    ),
    ...problemIf(
      !isWhole(content.months, MOST_OPTION_MONTHS),
      'months',
      `Enter how many months it lasts, from 1 to ${MOST_OPTION_MONTHS}`,
    ),
    ...required(content.why, 'why', 'Say why it serves better, or what it adds', 5_000),
  ];
}

/** What stands against the reason for which an option is taken out of use. */
export const retiringProblems = (reason: string): FieldProblem[] =>
  required(reason, 'reason', 'Say why it is no longer wanted', 2_000);

/** What stands against keeping an option: each field by name. What is still missing is no problem; what is wrong is one. */
export function checkOption(content: OptionContent, rules: OptionRules): FieldProblem[] {
  const { countries, adviser } = content;
  const proposal = [
    ...proposalProblems(content, rules),
    ...countryProblems(countries, rules),
    ...dayProblems(countries, rules.workingDaysAMonth),
  ];
  // Without a time there are no years to hold the amounts against.
  if (proposal.some((p) => p.path === 'start' || p.path === 'months')) return proposal;
  const years = yearsOf(content);
  const costs = [
    ...amountProblems(adviser, years, 'adviser'),
    ...countries.flatMap((c, i) => amountProblems(c.travel, years, `countries.${i}.travel`)),
    ...payerProblems(content),
  ];
  const inFigures = [...proposal, ...costs].length === 0 ? splitTrouble(content) : null;
  return [...proposal, ...costs, ...(inFigures ? problem('split.payers.0.value', inFigures) : [])];
}

/** Whether every amount is entered: the adviser's of each year, and the travel of each country and year. */
export function amountsSaid({
  adviser,
  countries,
  ...time
}: Pick<OptionContent, 'adviser' | 'countries' | 'start' | 'months'>): boolean {
  const years = yearsOf(time);
  const said = (amounts: readonly YearAmount[]) => years.every((year) => amountFor(amounts, year) !== null);
  return said(adviser) && countries.every((c) => said(c.travel));
}

/** What an option lacks before it can be attached to an advice, each in a sentence. */
export function missingInOption(content: OptionContent): string[] {
  const years = yearsOf(content);
  const open = (amounts: readonly YearAmount[]) => years.some((year) => amountFor(amounts, year) === null);
  return [
    ...(open(content.adviser) ? ['Enter what the adviser costs in each year.'] : []),
    ...(content.countries.some((c) => open(c.travel))
      ? ['Enter what travel costs for each country and year, 0 where there is none.']
      : []),
    ...(splitSaid(content) ? [] : ['Say who pays which part of the cost.']),
  ];
}
