import type { FundingSource } from '../money/funding.js';
import type { PersonRef } from '../people/roles.js';
import type { Modality } from '../request/content.js';
import { addMonths, type Day, type Instant } from '../time/working-days.js';

/** The forms that one adviser for several countries can have. */
export const OPTION_MODALITIES = [
  'multiCountry',
  'regional',
  'regionalOfficeCover',
  'surge',
] as const satisfies readonly Modality[];
export type OptionModality = (typeof OPTION_MODALITIES)[number];

export const MOST_OPTION_COUNTRIES = 15;
export const MOST_OPTION_PAYERS = 8;
export const MOST_OPTION_MONTHS = 60;

/** What is to be spent in a calendar year: an exact decimal in US dollars, as text. What is not entered yet is not there. */
export interface YearAmount {
  year: number;
  amount: string;
}
export interface OptionCountry {
  country: string;
  /** Whole days of a month that the adviser gives to it. */
  daysPerMonth: number;
  travel: YearAmount[];
  /** What an adviser for this country alone would cost a year, as the region estimates it; null where nobody did. */
  inCountryPerYear: string | null;
}
export const SPLITS = { percent: 'By percentages', amount: 'By amounts in US$' } as const;
export type SplitBy = keyof typeof SPLITS;
export interface OptionPayer {
  name: string;
  source: FundingSource;
  /** Per cent or US dollars, as the split has it: an exact decimal, as text. Empty while nobody has said it. */
  value: string;
}

/** What a regional team or a regional office writes: one adviser for several countries, with what that costs and who pays. */
export interface OptionContent {
  name: string;
  modality: OptionModality;
  dutyStation: string;
  /** Country of the duty station; it need not be one of those covered. */
  host: string;
  start: Day;
  months: number;
  countries: OptionCountry[];
  /** The adviser's own cost: salary, entitlements, office. */
  adviser: YearAmount[];
  split: { by: SplitBy; payers: OptionPayer[] };
  /** Why it serves better than an adviser in each country, or what it adds to one. */
  why: string;
}

/** A regional option as it stood at a version. An advice and an offer carry one whole: they say what it was then. */
export interface RegionalOption extends OptionContent {
  id: string;
  version: number;
  region: string;
  by: PersonRef;
  at: Instant;
  /** Where this version took it out of use: why. A later version without it brings it back. */
  retired?: { reason: string };
}

/** The content of an option, without what the system knows of it. */
export function contentOfOption(option: OptionContent): OptionContent {
  const { name, modality, dutyStation, host, start, months, countries, adviser, split, why } = option;
  return { name, modality, dutyStation, host, start, months, countries, adviser, split, why };
}

/** How many months of an option fall into each calendar year that it touches. */
export function monthsByYear({ start, months }: Pick<OptionContent, 'start' | 'months'>): Map<number, number> {
  const found = new Map<number, number>();
  for (let i = 0; i < months; i += 1) {
    const year = Number(addMonths(start, i).slice(0, 4));
    found.set(year, (found.get(year) ?? 0) + 1);
  }
  return found;
}

/** The calendar years that an option touches. */
export const yearsOf = (option: Pick<OptionContent, 'start' | 'months'>): number[] => [...monthsByYear(option).keys()];

/** What is entered for a year; null where nothing is. */
export const amountFor = (amounts: readonly YearAmount[], year: number): string | null =>
  amounts.find((a) => a.year === year)?.amount ?? null;
