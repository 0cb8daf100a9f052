import type { CountryKnown, ReferenceData } from '#casework';
import { COUNTRY_DATES, yearsInWords, type Day, type Refusal } from '#domain';
import { listed, statusOf } from '../request/case-words.js';
import { datePartsOf } from '../request/details.form.js';
import { kindOfRow } from '../request/row-words.js';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

interface CountryInput {
  code: string;
  known: CountryKnown;
  enters: boolean;
  form: Form | null;
  refusal: Refusal | undefined;
  names: Pick<ReferenceData, 'countryName' | 'regionOf' | 'regionName'>;
  today: Day;
}

/** A day, or a time, in words. */
export const timeOf = ({ from, until }: { from: Day; until: Day | null }): string =>
  until ? `${date(from, 'short')} to ${date(until, 'short')}` : date(from, 'short');

function fieldsOf(form: Form | null, refusal: Refusal | undefined) {
  const at = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  const given = form ?? {};
  const day = (name: string, label: string, optional?: true) => ({
    kind: 'date',
    name,
    label,
    value: datePartsOf(dateTyped(given, name)),
    error: at(name),
    optional,
  });
  return [
    {
      kind: 'select',
      name: 'kind',
      label: 'What kind of day is it?',
      options: [
        { value: '', text: 'Choose' },
        ...Object.entries(COUNTRY_DATES).map(([value, label]) => ({ value, text: label })),
      ],
      value: one(given, 'kind'),
      error: at('kind'),
    },
    {
      name: 'title',
      label: 'What is it?',
      hint: 'For example, Cooperation Framework 2027–2031, or fifth cycle, 58th session.',
      value: text(given, 'title'),
      error: at('title'),
    },
    day('from', 'The day, or the first day'),
    day('until', 'The last day', true),
    { name: 'source', label: 'Where was it read?', value: text(given, 'source'), error: at('source') },
  ];
}

const datesTable = ({ known, enters }: CountryInput) => ({
  caption: 'Days and times that matter for planning',
  columns: [
    { key: 'what', text: 'What' },
    { key: 'when', text: 'When' },
    { key: 'source', text: 'Source' },
    { key: 'by', text: 'Entered by' },
  ],
  rows: known.dates.map((d) => ({
    what: { text: d.title, note: COUNTRY_DATES[d.kind] },
    when: timeOf(d),
    source: d.source,
    by: { text: d.enteredBy, note: date(d.enteredAt, 'short') },
  })),
  ends: enters ? known.dates.map((d) => ({ id: d.id, text: `${d.title}, ${timeOf(d)}` })) : [],
});

/** The page of what is known of a country. */
export function countryContext(input: CountryInput) {
  const { code, known, enters, form, refusal, names } = input;
  const name = names.countryName(code);
  const region = names.regionOf(code);
  const there = known.neighbours.filter((n) => n.listed !== null);
  return {
    title: `What is known: ${name}`,
    breadcrumbs: [{ text: 'Your work', href: '/' }, { text: name }],
    heading: `What is known: ${name}`,
    lead: region
      ? `${name} is served by the Regional UNDG Team for ${names.regionName(region)}.`
      : `${name} is in no region of the Regional UNDG Teams.`,
    dates: datesTable(input),
    posts: known.posts.map((p) => ({
      post: { text: p.ref, href: paths.deployment(p.ref), note: p.title },
      adviser: p.adviser ?? '',
      ends: p.endsOn ? date(p.endsOn, 'short') : '',
    })),
    listed: known.listed.map((p) => ({ listedAs: p.listedAs, years: yearsInWords(p.years) })),
    neighbours: there.map((n) => `${names.countryName(n.code)}, last in ${n.listed}`),
    borders: listed(known.neighbours.map((n) => names.countryName(n.code))),
    offices: known.offices.map((o) => o.name),
    requests: known.requests.map((r) => ({
      ref: { text: r.ref, href: paths.request(r.ref), note: kindOfRow(r) },
      status: statusOf(r.state),
    })),
    enters,
    action: `${paths.country(code)}/dates`,
    fields: enters ? fieldsOf(form, refusal) : [],
    ...(refusal ? { errors: errorsOf(refusal) } : {}),
  };
}
