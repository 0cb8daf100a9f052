import type { SignedIn } from '#casework';
import { isRcSide, type FieldProblem, type RequestContent } from '#domain';
import { CHOICES, datePartsOf, DETAILS, inWordsOfForm, OTHER_COUNTRIES, type DateParts } from './details.form.js';
import type { Names } from './case-words.js';
import { errorOf, summaryOf, type Field } from './field-models.js';

export interface DetailsInput {
  /** What is stored, with what was typed laid over it. */
  drawn: RequestContent;
  me: SignedIn;
  names: Names;
  problems?: FieldProblem[];
}

/** The countries for which this person's offices may ask, by name. */
export const countriesOf = (me: SignedIn): string[] => [
  ...new Set(me.assignments.filter((a) => isRcSide(a.role)).flatMap((a) => a.countries)),
];

function countryField({ drawn, me, names }: DetailsInput, error: string | undefined): Field {
  const chosen = drawn.countries ?? [];
  const options = countriesOf(me)
    .map((code) => ({ value: code, text: names.countryName(code) }))
    .sort((a, b) => a.text.localeCompare(b.text));
  const only = options.length === 1;
  return {
    kind: 'checkboxes',
    name: 'countries',
    label: only ? 'For which country?' : 'For which countries?',
    hint: only ? 'The country that your office serves.' : 'Those that your office serves.',
    options,
    value: only && chosen.length === 0 ? [options[0]!.value] : chosen,
    error,
  };
}

/** Countries that other offices serve: of a regional request, which their coordinators sign too. */
function otherCountries({ drawn, me, names }: DetailsInput, error: string | undefined): Field {
  const others = (drawn.countries ?? []).filter((code) => !countriesOf(me).includes(code));
  return {
    kind: 'long',
    name: OTHER_COUNTRIES,
    label: 'For a regional request: which other countries?',
    hint: 'One on each line, by name. Your office leads; each of their Resident Coordinators writes a part, and signs before yours submits.',
    value: others.map((code) => names.countryName(code)).join('\n'),
    rows: 3,
    optional: true,
    error,
  };
}

/** The parts of a date that are wrong; all of them where it is the date as a whole. */
function wrongParts({ day, month, year }: DateParts): string[] {
  const bad = [
    ...(/^\d{1,2}$/.test(day) && Number(day) >= 1 && Number(day) <= 31 ? [] : ['day']),
    ...(/^\d{1,2}$/.test(month) && Number(month) >= 1 && Number(month) <= 12 ? [] : ['month']),
    ...(/^(?:19[9]\d|20\d\d)$/.test(year) ? [] : ['year']),
  ];
  return bad.length ? bad : ['day', 'month', 'year'];
}

function dateField(drawn: RequestContent, error: string | undefined): Field {
  const value = datePartsOf(drawn.requestedStart);
  const wrong = error ? { error, wrong: wrongParts(value) } : {};
  const hint = 'For example, 1 4 2027.';
  return {
    kind: 'date',
    name: 'requestedStart',
    label: 'When should the adviser start?',
    hint,
    value,
    optional: true,
    ...wrong,
  };
}

const radios = (
  name: keyof typeof CHOICES,
  label: string,
  drawn: RequestContent,
  error: string | undefined,
): Field => ({
  kind: 'radios',
  name,
  label,
  options: CHOICES[name],
  value: drawn[name] ?? '',
  error,
});

type ErrorOf = (name: (typeof DETAILS)[number] | typeof OTHER_COUNTRIES) => string | undefined;

/** What is asked for, and for whom. */
const whatIsAsked = (input: DetailsInput, error: ErrorOf): Field[] => [
  radios('type', 'What do you ask for?', input.drawn, error('type')),
  countryField(input, error('countries')),
  otherCountries(input, error(OTHER_COUNTRIES)),
  radios('modality', 'Which form of support?', input.drawn, error('modality')),
  {
    name: 'title',
    label: 'Title of the request',
    hint: 'As it should stand in lists and letters. For example, Human Rights Adviser to the UN country team in Malawi.',
    value: input.drawn.title ?? '',
    error: error('title'),
  },
  {
    ...radios('language', 'In which language do you write?', input.drawn, error('language')),
    hint: 'The questions are asked and the decision letter is written in it.',
    inline: true,
  },
];

/** Where, from when, for how long, and how soon. */
const whereAndWhen = ({ drawn }: DetailsInput, error: ErrorOf): Field[] => [
  {
    name: 'dutyStation',
    label: 'Where would the adviser be posted?',
    value: drawn.dutyStation ?? '',
    width: 20,
    optional: true,
    error: error('dutyStation'),
  },
  dateField(drawn, error('requestedStart')),
  {
    kind: 'number',
    name: 'durationMonths',
    label: 'For how many months?',
    value: String(drawn.durationMonths ?? ''),
    width: 3,
    optional: true,
    error: error('durationMonths'),
  },
  radios('track', 'On which track?', drawn, error('track')),
  {
    kind: 'long',
    name: 'urgentReason',
    label: 'If it is urgent: why can it not wait for the next round?',
    value: drawn.urgentReason ?? '',
    rows: 4,
    error: error('urgentReason'),
  },
];

/** The questions of the details, and where their errors lead. */
export function detailsFields(input: DetailsInput) {
  const problems = inWordsOfForm(input.problems ?? []);
  const error: ErrorOf = (name) => errorOf(problems, name);
  const fields = [...whatIsAsked(input, error), ...whereAndWhen(input, error)];
  // The summary goes down the page, as its reader does.
  const order = fields.map((f) => f.name);
  problems.sort((a, b) => order.indexOf(a.path.split('.')[0]!) - order.indexOf(b.path.split('.')[0]!));
  // A date has no field of its own name: the summary leads to the first part that is wrong.
  const wrongDate = fields.find((f) => f.name === 'requestedStart')?.wrong?.[0] ?? 'day';
  const errors = summaryOf(problems, new Set<string>([...DETAILS, OTHER_COUNTRIES])).map((e) =>
    e.href === '#requestedStart' ? { ...e, href: `#requestedStart-${wrongDate}` } : e,
  );
  return { fields, errors };
}
