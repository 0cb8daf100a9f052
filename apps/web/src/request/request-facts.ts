import {
  approvedModality,
  LANGUAGES,
  MODALITIES,
  offeredOption,
  REQUEST_TYPES,
  type CostYear,
  type RequestContent,
  type RequestFacts,
  type Summary,
} from '#domain';
import { roundOfRequest } from '../calls/call-words.js';
import { date, words } from '../shell/words.js';
import { capital, cents, dollars, inSentence, modalityOf, plural, type Names } from './case-words.js';

/** A row of key facts; one without a value is not drawn. */
export interface Fact {
  label: string;
  value?: string | undefined;
  lines?: string[];
  link?: { text: string; href: string };
}

/** How long support is asked for: "two years", "18 months". */
export function lengthOf(months: number | null): string {
  if (!months) return '';
  const years = months / 12;
  return Number.isInteger(years)
    ? `${words(years)} ${plural(years, 'year', 'years')}`
    : `${words(months)} ${plural(months, 'month', 'months')}`;
}

/** What is asked for, in one sentence. */
export function askedFor(summary: Summary): string {
  const { countries, durationMonths, modality, requestedStart, type } = summary;
  const support = modalityOf(modality);
  const where = countries.length > 1 ? ` for ${words(countries.length)} countries` : '';
  const long = durationMonths ? `, ${lengthOf(durationMonths)}` : '';
  const from = requestedStart ? `${durationMonths ? ' ' : ', '}from ${date(requestedStart, 'month')}` : '';
  const kind = type === 'extension' ? 'Extension of ' : type === 'succession' ? 'A successor to ' : '';
  const sentence = `${kind}${support}${where}${long}${from}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What was approved in place of what was asked for, in one sentence; empty where nothing else was. */
export function approvedInstead(facts: RequestFacts): string {
  const approved = approvedModality(facts);
  const option = offeredOption(facts);
  if (!approved || (approved === facts.summary.modality && !option)) return '';
  if (!option) return `Approved instead: ${modalityOf(approved)}.`;
  const { months, start, countries } = option;
  const where = countries.length > 1 ? ` for ${words(countries.length)} countries` : '';
  const long = months ? `, ${lengthOf(months)}` : '';
  const from = start ? `${months ? ' ' : ', '}from ${date(start, 'month')}` : '';
  return `Approved instead: ${modalityOf(approved)}${where}${long}${from} (${option.name}).`;
}

/** What a case is about, in one or two sentences: what was approved where that is something else, and what was asked for. */
export function aboutCase(facts: RequestFacts): string {
  const approved = approvedInstead(facts);
  return approved ? `Asked for: ${inSentence(askedFor(facts.summary))} ${approved}` : askedFor(facts.summary);
}

/** What the whole costs, in cents, as the table of costs says. */
export const costOf = (years: readonly CostYear[] | undefined): number =>
  (years ?? []).flatMap((y) => y.items ?? []).reduce((sum, item) => sum + cents(item.amountUSD), 0);

/** The facts that a request states of itself. */
export function requestFacts(
  facts: Pick<RequestFacts, 'summary' | 'inGrace'>,
  content: RequestContent,
  names: Names,
): Fact[] {
  const { summary } = facts;
  const by = content.requestedBy;
  const years = content.sections?.costAndHosting?.years;
  const cost = costOf(years);
  return [
    { label: 'Requested by', lines: [by?.name, by?.title].filter((x): x is string => Boolean(x)) },
    { label: 'Type', value: REQUEST_TYPES[summary.type] },
    { label: 'Track', value: summary.track === 'urgent' ? `Urgent. ${content.urgentReason ?? ''}`.trim() : '' },
    { label: 'Support', value: MODALITIES[summary.modality] },
    { label: 'Level', value: content.sections?.termsOfReference?.level },
    {
      label: 'Countries',
      lines: summary.countries.length > 1 ? summary.countries.map((c) => names.countryName(c)) : [],
    },
    { label: 'Duty station', value: summary.dutyStation },
    { label: 'Start wanted', value: summary.requestedStart ? date(summary.requestedStart) : '' },
    { label: 'Duration', value: capital(lengthOf(summary.durationMonths)) },
    {
      label: 'Cost',
      value: cost
        ? `${dollars(cost)} over ${words(years!.length)} calendar ${plural(years!.length, 'year', 'years')}`
        : '',
    },
    { label: 'Language', value: summary.language === 'en' ? '' : LANGUAGES[summary.language] },
    { label: 'Round', value: roundOfRequest(summary.round, facts.inGrace ?? false) },
  ];
}
