import { LANGUAGES, MODALITIES, REQUEST_TYPES, TRACKS, type FieldProblem, type RequestContent } from '#domain';
import { dateTyped, lines, many, one, text, type Form } from '../shell/exchange.js';
import type { Answers } from './answers.js';
import { START_PASSED } from './past-start.js';

/** What a request says of itself before its sections, by place in the content. */
export const DETAILS = [
  'type',
  'modality',
  'track',
  'urgentReason',
  'countries',
  'language',
  'title',
  'dutyStation',
  'requestedStart',
  'durationMonths',
] as const;

/** A date in its three fields, as typed. */
export interface DateParts {
  day: string;
  month: string;
  year: string;
}

/** A day as its fields show it; one that could not be read is still what was typed. */
export function datePartsOf(value: unknown): DateParts {
  if (typeof value === 'object' && value !== null) return value as DateParts;
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}

/** A day from its fields, or the fields themselves where they are no day: the domain says so. */
function dayIn(form: Form, name: string): string | DateParts | null {
  const parts = dateTyped(form, name);
  if (!parts.day && !parts.month && !parts.year) return null;
  const readable = /^\d{1,2}$/.test(parts.day) && /^\d{1,2}$/.test(parts.month) && /^\d{4}$/.test(parts.year);
  return readable ? `${parts.year}-${parts.month.padStart(2, '0')}-${parts.day.padStart(2, '0')}` : parts;
}

/** Countries of other offices, by name, one on each line. */
export const OTHER_COUNTRIES = 'otherCountries';
type CodeOf = (name: string) => string | null;

/** The same countries in another order are no change. */
function countriesIn(form: Form, stored: readonly string[] = [], codeOf: CodeOf = () => null): string[] {
  const others = lines(form, OTHER_COUNTRIES).map((line) => codeOf(line) ?? line);
  const chosen = [...new Set([...many(form, 'countries'), ...others])];
  return chosen.length === stored.length && stored.every((c) => chosen.includes(c)) ? [...stored] : chosen;
}

/** The details as they were typed. */
export function detailsIn(form: Form, content: RequestContent, codeOf?: CodeOf): Answers {
  const months = one(form, 'durationMonths');
  return {
    type: one(form, 'type'),
    modality: one(form, 'modality'),
    track: one(form, 'track'),
    urgentReason: text(form, 'urgentReason'),
    countries: countriesIn(form, content.countries, codeOf),
    language: one(form, 'language'),
    title: one(form, 'title'),
    dutyStation: one(form, 'dutyStation'),
    requestedStart: dayIn(form, 'requestedStart'),
    durationMonths: /^\d{1,3}$/.test(months) ? Number(months) : months,
  };
}

/** The words of this form for what the domain finds wrong. */
const WORDS: Record<string, string> = {
  requestedStart: 'Enter a real date between 1990 and 2099, such as 1 4 2027',
  durationMonths: 'Enter a number of months from 1 to 60',
};

/** What is said in the words of the form already. */
const OWN_WORDS = [START_PASSED];

const NO_COUNTRY = 'Enter each other country by its name, such as Kenya, one on each line';

export const inWordsOfForm = (problems: FieldProblem[]): FieldProblem[] =>
  problems.map((p) =>
    p.path.startsWith('countries.')
      ? { path: OTHER_COUNTRIES, message: NO_COUNTRY }
      : OWN_WORDS.includes(p.message)
        ? p
        : { ...p, message: WORDS[p.path] ?? p.message },
  );

type Choice = { value: string; text: string; hint?: { text: string } };
const choices = (names: Record<string, string>, hints: Record<string, string> = {}): Choice[] =>
  Object.entries(names).map(([value, name]) => ({
    value,
    text: name,
    ...(hints[value] ? { hint: { text: hints[value] } } : {}),
  }));

export const CHOICES = {
  type: choices(REQUEST_TYPES, {
    initial: 'There is no adviser in the country now.',
    extension: 'The adviser in post should stay longer. Where there is none, make a first request.',
    succession: 'A new adviser should follow the one in post. Where there is none, make a first request.',
    regional: 'One adviser for several countries: choose two or more, and a form of support for several.',
  }),
  modality: choices(MODALITIES, {
    inCountry: 'In one country, with its country team.',
    multiCountry: 'In one country, for several country teams.',
    national: 'A national professional with the country team.',
    regional: 'At a regional hub, for the whole region.',
    regionalOfficeCover: 'Support from where the regional office is.',
    surge: 'For weeks or a few months.',
  }),
  track: choices(TRACKS, {
    ordinary: 'Part of a round; there are two each year.',
    urgent: 'At any time, with shorter clocks. A reason is needed.',
  }),
  language: choices(LANGUAGES),
};
