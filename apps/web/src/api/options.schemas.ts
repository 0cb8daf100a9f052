import { FUNDING_SOURCES, OPTION_MODALITIES, SPLITS } from '#domain';
import {
  choice,
  day,
  instant,
  list,
  maybe,
  number,
  page,
  revision,
  text,
  to,
  whole,
  type Schema,
} from './schema-parts.js';

const amount: Schema = { type: 'string', pattern: '^\\d+(\\.\\d{1,2})?$', description: 'Exact decimal in US dollars' };
const yearAmount = whole({ year: number, amount });

const OPTION: Record<string, Schema> = {
  id: text,
  version: number,
  region: text,
  name: text,
  modality: choice(OPTION_MODALITIES),
  dutyStation: text,
  host: text,
  start: day,
  months: number,
  countries: list(
    whole({ country: text, daysPerMonth: number, travel: list(yearAmount), inCountryPerYear: maybe(amount) }),
  ),
  adviser: list(yearAmount),
  split: whole({
    by: choice(Object.keys(SPLITS)),
    payers: list(whole({ name: text, source: choice(Object.keys(FUNDING_SOURCES)), value: text })),
  }),
  why: text,
  by: text,
  at: instant,
  totals: to('OptionTotals'),
};

/** What the API says of regional options. */
export const OPTION_SCHEMAS: Record<string, Schema> = {
  OptionTotals: whole({
    daysPerMonth: number,
    adviser: amount,
    travel: amount,
    total: amount,
    inCountry: maybe(amount),
    years: list(whole({ year: number, months: number, adviser: amount, travel: amount, total: amount })),
    countries: list(whole({ country: text, adviser: amount, travel: amount, total: amount, inCountry: maybe(amount) })),
    payers: list(whole({ name: text, percent: text, amount })),
  }),
  AttachedOption: whole(OPTION, { description: 'A regional option as it was when it was attached or offered' }),
  RegionalOption: whole({
    ...OPTION,
    revision,
    retired: { ...maybe(text), description: 'Why it was taken out of use; null while it is in use' },
    missing: { ...list(text), description: 'What it lacks before it can be attached' },
  }),
  RegionalOptions: page(to('RegionalOption')),
};
