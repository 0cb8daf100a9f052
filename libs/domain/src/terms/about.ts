import type { CostItem, Language, Modality, RequestContent } from '../request/content.js';
import { longDate } from '../request/letter.js';
import { addDays, isDay, type Day } from '../time/working-days.js';
import { TERMS_PHRASES, type Phrases } from './phrases.js';

/** What terms of reference say of one post; names of places are in the language of the terms. */
export interface TermsAbout {
  title: string;
  modality: Modality;
  dutyStation: string;
  countries: string[];
  regions: string[];
  coverage: { country: string; daysPerYear: number }[];
  grade: string;
  start: Day | null;
  months: number | null;
  languages: string[];
  cash: { name: string; amountUSD: number }[];
  inKind: { name: string; amountUSD: number }[];
  hosting: { office: string; security: string; transport: string };
  addedDuties: string[];
}
/** Names of places in a language. */
export interface PlaceNames {
  countryName(code: string, language: Language): string;
  regionName(code: string, language: Language): string;
}

/** Who pays how much in all years, in the order in which they are first named. */
function payers(items: readonly CostItem[], kind: CostItem['kind']): { name: string; amountUSD: number }[] {
  const totals = new Map<string, number>();
  for (const item of items)
    if (item.kind === kind && item.paidBy)
      totals.set(item.paidBy, (totals.get(item.paidBy) ?? 0) + (item.amountUSD || 0));
  return [...totals].map(([name, amountUSD]) => ({ name, amountUSD }));
}

/** What terms of reference say of the post that a request describes, in the form in which it was approved. */
export function aboutRequest(
  content: RequestContent,
  post: { modality: Modality; regions: readonly string[] },
  names: PlaceNames,
  language: Language,
): TermsAbout {
  const { termsOfReference: terms, costAndHosting, coveragePlan } = content.sections ?? {};
  const { office = '', security = '', transport = '' } = costAndHosting?.hosting ?? {};
  const items = (costAndHosting?.years ?? []).flatMap((year) => year.items ?? []);
  const country = (code: string): string => names.countryName(code, language);
  return {
    title: content.title ?? '',
    modality: post.modality,
    dutyStation: content.dutyStation ?? '',
    countries: (content.countries ?? []).map(country),
    regions: post.regions.map((code) => names.regionName(code, language)),
    coverage: (coveragePlan ?? []).map((c) => ({ country: country(c.country), daysPerYear: c.daysPerYear })),
    grade: terms?.level ?? '',
    start: isDay(content.requestedStart) ? content.requestedStart : null,
    months: content.durationMonths ?? null,
    languages: terms?.workingLanguages ?? [],
    cash: payers(items, 'cash'),
    inKind: payers(items, 'in-kind'),
    hosting: { office, security, transport },
    addedDuties: terms?.addedDuties ?? [],
  };
}

/** The names of the places that a standard can leave open. */
export const PLACES = [
  'title',
  'modality',
  'seat',
  'dutyStation',
  'countries',
  'coverage',
  'grade',
  'supervisor',
  'secondOfficer',
  'guidance',
  'start',
  'end',
  'length',
  'review',
  'cash',
  'inKind',
  'office',
  'security',
  'transport',
  'languages',
] as const;
export type Place = (typeof PLACES)[number];

const sources = (from: { name: string; amountUSD: number }[], w: Phrases): string =>
  from.map((s) => `${s.name}, USD ${new Intl.NumberFormat(w.locale).format(s.amountUSD)}`).join('; ') || w.none;

/** The day on which a number of months has passed; the last of the month where there is no such day. */
function afterMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** What stands in the places of a standard for one post. */
export function valuesFor(about: TermsAbout, language: Language): Record<Place, string> {
  const w = TERMS_PHRASES[language];
  const list = new Intl.ListFormat(w.locale, { type: 'conjunction' });
  const day = (d: Day | null): string => (d ? longDate(d, language) : '');
  const after = (months: number | null): Day | null =>
    about.start && months ? addDays(afterMonths(about.start, months), -1) : null;
  const regions = list.format(about.regions) || w.open;
  const supervisor =
    w.supervisorOf[about.modality]?.(regions) ?? w.roles.supervisor(list.format(about.countries) || w.open);
  const from = about.start ? `, ${w.from(day(about.start))}` : '';
  const values: Record<Place, string> = {
    title: about.title,
    modality: w.modality[about.modality],
    seat: w.seatOf[about.modality] ?? w.seat,
    dutyStation: about.dutyStation,
    countries: list.format(about.countries),
    coverage:
      about.countries.length > 1 ? about.coverage.map((c) => w.days(c.country, c.daysPerYear)).join('; ') : w.wholeTime,
    grade: about.grade,
    supervisor: supervisor + from,
    secondOfficer: w.roles.secondOfficer + from,
    guidance: w.roles.guidance(regions) + from,
    start: day(about.start),
    end: day(after(about.months)),
    length: about.months ? w.months(about.months) : '',
    review: day(after(about.months ? Math.max(1, Math.round(about.months / 2)) : null)),
    cash: sources(about.cash, w),
    inKind: sources(about.inKind, w),
    ...about.hosting,
    languages: about.languages.join('; '),
  };
  const line = (value: string): string => value.replace(/\s+/gu, ' ').trim().replace(/\.$/u, '') || w.open;
  return Object.fromEntries(PLACES.map((place) => [place, line(values[place])])) as Record<Place, string>;
}
