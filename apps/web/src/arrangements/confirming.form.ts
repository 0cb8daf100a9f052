import {
  arrangementsOf,
  centsIn,
  dollarsIn,
  hostingCountries,
  HOSTING_ITEMS,
  knownHost,
  sharesToConfirm,
  type EventOf,
  type HostingAnswers,
  type HostingItem,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { inSentence, type Names } from '../request/case-words.js';
import type { Field } from '../request/field-models.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { errorAt } from './funding.fields.js';

/** A form by which one part of the arrangements is confirmed. */
export interface Confirming {
  event: EventOf<'CONFIRM_COST_SHARE' | 'CONFIRM_HOSTING'>;
  /** The problems at the fields of this form. */
  errors(refusal: Refusal): PageError[];
}
const ITEMS = Object.keys(HOSTING_ITEMS) as HostingItem[];
const errorsBy = (refusal: Refusal, idOf: (path: string) => string | null): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const id = idOf(path);
    return id ? { text: message, href: `#${id}` } : { text: message };
  });

/** What was typed about cost sharing: the commitments that got a reference, or why none is due. */
export function confirmCostShare(form: Form): Confirming {
  const filled = Object.keys(form)
    .filter((name) => name.startsWith('entry-'))
    .map((name) => name.slice('entry-'.length))
    .filter((n) => one(form, `reference-${n}`));
  const shares = filled.map((n) => ({ entry: one(form, `entry-${n}`), reference: one(form, `reference-${n}`) }));
  const noneDue = text(form, 'noneDue');
  return {
    event: { type: 'CONFIRM_COST_SHARE', ...(shares.length ? { shares } : {}), ...(noneDue ? { noneDue } : {}) },
    errors: (refusal) =>
      errorsBy(refusal, (path) => {
        if (path === 'noneDue') return path;
        const [name, index] = path.split('.');
        return name === 'shares' ? `reference-${index ? filled[Number(index)] : 0}` : null;
      }),
  };
}

/** The fields of the cost sharing: a reference for each commitment that is open, or why none is due. */
export function costShareFields(facts: RequestFacts, form: Form, errors: readonly PageError[]): Field[] {
  const at = errorAt(errors);
  const open = sharesToConfirm(facts);
  if (open.length === 0)
    return [
      {
        kind: 'long',
        name: 'noneDue',
        label: 'Why is no share of the cost due?',
        hint: 'Neither the country team nor an agency has committed one.',
        rows: 4,
        value: text(form, 'noneDue'),
        error: at('noneDue'),
      },
    ];
  return open.flatMap((entry, i): Field[] => [
    { kind: 'hidden', name: `entry-${i}`, value: entry.id },
    {
      name: `reference-${i}`,
      label: `${entry.name}: ${dollarsIn(centsIn(entry.amount))}${entry.kind === 'in-kind' ? ', in kind' : ''}`,
      hint: `Committed in “${entry.reference}”. Enter the reference of the agreement, or leave it empty and confirm it later.`,
      width: 20,
      value: one(form, `entry-${i}`) === entry.id ? one(form, `reference-${i}`) : '',
      error: at(`reference-${i}`),
    },
  ]);
}

/** What was typed about hosting. */
export function confirmHosting(form: Form): Confirming {
  const country = one(form, 'country');
  const given = { yes: true, no: false } as Record<string, boolean | undefined>;
  const answers = Object.fromEntries(
    ITEMS.map((item) => [item, { given: given[one(form, `${item}-given`)], words: text(form, `${item}-words`) }]),
  ) as HostingAnswers;
  return {
    event: { type: 'CONFIRM_HOSTING', answers, ...(country ? { country } : {}) },
    errors: (refusal) =>
      errorsBy(refusal, (path) => {
        const [name, item, part] = path.split('.');
        return name === 'answers' ? `${item}-${part}` : name === 'country' ? name : null;
      }),
  };
}

/** What stands in a fresh form: what was confirmed before. */
export function hostingKnown(facts: RequestFacts): Form {
  const hosting = arrangementsOf(facts)?.hosting;
  if (!hosting) return {};
  const { answers, country } = hosting;
  return Object.fromEntries([
    ['country', country],
    ...ITEMS.flatMap((item) => [
      [`${item}-given`, answers[item].given ? 'yes' : 'no'],
      [`${item}-words`, answers[item].words],
    ]),
  ]) as Form;
}

const HOSTING_HINTS: Record<HostingItem, string> = {
  office: 'A desk with a connection, and a room where people can speak in confidence.',
  security: 'The adviser is part of the security plan of the country team.',
  travel: 'Missions inside the country are planned and paid for.',
  transport: 'A car, or a place in the pool of cars.',
  staff: 'Help with administration, translation and the diary.',
};

/** In which of several countries the adviser is to sit. */
function hostField(facts: RequestFacts, form: Form, error: string | undefined, names: Names): Field {
  return {
    kind: 'select',
    name: 'country',
    label: 'In which country is the duty station?',
    value: one(form, 'country') || (knownHost(facts) ?? ''),
    error,
    options: [
      { value: '', text: 'Choose a country' },
      ...hostingCountries(facts).map((code) => ({ value: code, text: names.countryName(code) })),
    ],
  };
}

/** The fields of the hosting: yes or no and words to each of the five, and the country where there are several. */
export function hostingFields(facts: RequestFacts, form: Form, errors: readonly PageError[], names: Names): Field[] {
  const at = errorAt(errors);
  const fields = ITEMS.flatMap((item): Field[] => [
    {
      kind: 'radios',
      name: `${item}-given`,
      label: HOSTING_ITEMS[item],
      hint: HOSTING_HINTS[item],
      inline: true,
      small: true,
      value: one(form, `${item}-given`),
      error: at(`${item}-given`),
      options: [
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ],
    },
    {
      kind: 'long',
      name: `${item}-words`,
      label: `What is given, or why not: ${inSentence(HOSTING_ITEMS[item])}`,
      quiet: true,
      rows: 2,
      value: text(form, `${item}-words`),
      error: at(`${item}-words`),
    },
  ]);
  return hostingCountries(facts).length > 1 ? [hostField(facts, form, at('country'), names), ...fields] : fields;
}
