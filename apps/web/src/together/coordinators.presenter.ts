import type { CoordinatorTerm } from '#casework';
import type { Refusal } from '#domain';
import { listed, plural, type Names } from '../request/case-words.js';
import { one, type Form } from '../shell/exchange.js';
import { holdField } from '../delivery/storm-words.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

interface Input {
  terms: readonly CoordinatorTerm[];
  form: Form;
  refusal?: Refusal | undefined;
  names: Names;
}

const placesOf = ({ countries }: CoordinatorTerm, names: Names): string =>
  listed(countries.map((c) => names.countryName(c)));

/** Asked only where somebody is of another office too. */
const fieldOfBoth = (form: Form, error: string | undefined) =>
  error || one(form, 'both')
    ? [
        {
          kind: 'checkboxes',
          name: 'both',
          label: 'They belong to another office too',
          value: one(form, 'both') ? ['yes'] : [],
          options: [{ value: 'yes', text: 'They keep both: this country and those that they have' }],
          error,
        },
      ]
    : [];

/** A coordinator to choose, with how many open requests go over. */
const termWords = (t: CoordinatorTerm, names: Names): string =>
  `${placesOf(t, names)}: ${t.person}${t.open ? `, ${t.open} open ${plural(t.open, 'request', 'requests')}` : ''}`;

const WRITTEN_TO =
  'One person is written to: the new coordinator gets a mail for each open request on the first day, and nobody else gets one. How many requests are open today stands beside each coordinator above.';

/** What is asked of who records that one follows another. */
function fieldsOf(
  sorted: readonly CoordinatorTerm[],
  form: Form,
  names: Names,
  at: (path: string) => string | undefined,
) {
  const part = (name: string) => one(form, `from-${name}`);
  return [
    {
      kind: 'select',
      name: 'term',
      label: 'Whom do they follow?',
      value: one(form, 'term'),
      error: at('term'),
      options: [
        { value: '', text: 'Choose a coordinator' },
        ...sorted.map((t) => ({ value: t.id, text: termWords(t, names) })),
      ],
    },
    {
      kind: 'email',
      name: 'email',
      label: 'E-mail address of the new coordinator',
      hint: 'They need an account here.',
      value: one(form, 'email'),
      error: at('email'),
    },
    {
      kind: 'date',
      name: 'from',
      label: 'First day of the new coordinator',
      hint: 'The day before is the last of the one before.',
      value: { day: part('day'), month: part('month'), year: part('year') },
      error: at('from'),
    },
    ...fieldOfBoth(form, at('both')),
    holdField(WRITTEN_TO, form),
  ];
}

/** Who is Resident Coordinator of which countries, and the form to record who follows. */
export function coordinatorsPage({ terms, form, refusal, names }: Input) {
  const problems = refusal ? (refusal.fields ?? [{ path: '', message: refusal.message }]) : [];
  const at = (path: string) => problems.find((p) => p.path === path)?.message;
  const places = { term: '#term', email: '#email', from: '#from-day', both: '#both' } as Record<string, string>;
  const errors = problems.map(({ path, message }) => ({
    text: message,
    ...(places[path] ? { href: places[path] } : {}),
  }));
  const sorted = [...terms].sort((a, b) => placesOf(a, names).localeCompare(placesOf(b, names)));
  return {
    title: 'Resident Coordinators',
    breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Resident Coordinators' }],
    lead: 'Who signs for which country. When one follows another, every open request goes over with everything in it.',
    rows: sorted.map((t) => ({
      country: placesOf(t, names),
      person: t.person,
      from: t.held ? { text: date(t.from, 'short'), note: 'Mails of this day are held' } : date(t.from, 'short'),
      until: t.until ? date(t.until, 'short') : '',
      open: String(t.open),
    })),
    ahead: sorted
      .filter((t) => t.ahead)
      .map((t) => ({ id: t.id, text: `${placesOf(t, names)}: ${t.person}, from ${date(t.from)}` })),
    fields: fieldsOf(sorted, form, names, at),
    ...(errors.length ? { errors } : {}),
  };
}
