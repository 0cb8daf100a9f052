import type { Delegation } from '#casework';
import type { Refusal } from '#domain';
import { one, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date } from '../shell/words.js';

interface Day {
  day: string;
  month: string;
  year: string;
}
/** What was typed: who, and from which day to which. */
export interface TypedDelegation {
  to: string;
  from: Day;
  until: Day;
}
const typedDay = (form: Form, name: string): Day => ({
  day: one(form, `${name}-day`),
  month: one(form, `${name}-month`),
  year: one(form, `${name}-year`),
});
export const typedDelegation = (form: Form): TypedDelegation => ({
  to: one(form, 'to'),
  from: typedDay(form, 'from'),
  until: typedDay(form, 'until'),
});
export const dayIn = ({ day, month, year }: Day): string =>
  `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

type Colleague = { id: string; name: string; title: string };

const fieldsOf = (
  colleagues: readonly Colleague[],
  typed: TypedDelegation,
  at: (path: string) => string | undefined,
) => [
  {
    kind: 'select',
    name: 'to',
    label: 'Who acts for you?',
    value: typed.to,
    error: at('to'),
    options: [
      { value: '', text: 'Choose a colleague' },
      ...colleagues.map((p) => ({ value: p.id, text: p.title ? `${p.name}, ${p.title}` : p.name })),
    ],
  },
  { kind: 'date', name: 'from', label: 'First day', value: typed.from, error: at('from') },
  {
    kind: 'date',
    name: 'until',
    label: 'Last day',
    hint: 'At most 90 days.',
    value: typed.until,
    error: at('until'),
  },
];

/** Who acts for an approver, and the form to let another. */
export function delegationPage(
  given: readonly Delegation[],
  colleagues: readonly Colleague[],
  typed: TypedDelegation,
  refusal?: Refusal,
) {
  const problems = refusal ? (refusal.fields ?? [{ path: '', message: refusal.message }]) : [];
  const errors = problems.map(({ path, message }) =>
    path ? { text: message, href: path === 'to' ? '#to' : `#${path}-day` } : { text: message },
  );
  const at = (path: string) => problems.find((p) => p.path === path)?.message;
  return {
    title: 'Acting for you',
    breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Acting for you' }],
    lead: 'While you are away, a colleague of OHCHR can decide in your place. What they do is recorded, and printed in letters, as acting for you.',
    ...(errors.length ? { errors } : {}),
    given: given.map((d) => ({
      id: d.id,
      person: d.person,
      days: `${date(d.from)} to ${date(d.until)}`,
    })),
    fields: fieldsOf(colleagues, typed, at),
  };
}
