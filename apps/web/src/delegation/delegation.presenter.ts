import type { Delegable, Delegation } from '#casework';
import type { Refusal } from '#domain';
import { dateTyped, one, type Form } from '../shell/exchange.js';
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
export const typedDelegation = (form: Form): TypedDelegation => ({
  to: one(form, 'to'),
  from: dateTyped(form, 'from'),
  until: dateTyped(form, 'until'),
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
      { value: '', text: 'Choose somebody' },
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

/** What the page says to whoever lets another act for them. */
const WORDS: Record<Delegable, { eyebrow: string; lead: string; more: string; rules: string[] }> = {
  approver: {
    eyebrow: 'Approver',
    lead: 'While you are away, a colleague of OHCHR can decide in your place. What they do is recorded, and printed in letters, as acting for you.',
    more: 'Let a colleague act for you',
    rules: [
      'They decide for the regions that are yours, on these days only.',
      'Where you had another part in a request, or they had, neither of you decides it.',
      'Where several approvers decide, you and they have one voice.',
      'They cannot let somebody else act for you.',
    ],
  },
  residentCoordinator: {
    eyebrow: 'Resident Coordinator',
    lead: 'While you are away, somebody of your office can sign in your place: submit a request, answer an offer, sign terms of reference. What they sign bears both names, theirs and yours.',
    more: 'Let somebody of your office sign for you',
    rules: [
      'They sign for the countries that are yours, on these days only, and you can sign still.',
      'You can hand over what you hold, for as long as you hold it: with your own assignment, theirs ends.',
      'They cannot let somebody else act for you.',
      'Their signature stays valid when the delegation is over.',
    ],
  },
};

/** Whose midnight it is. */
const midnight = (zone: string | null): string =>
  zone
    ? `The days begin and end at midnight by the clock of your duty station (${zone}), wherever they or you are then.`
    : 'The days begin and end at midnight UTC, wherever they or you are then.';

/** Who acts for somebody, and the form to let another. */
export function delegationPage(
  { kind, zone }: { kind: Delegable; zone: string | null },
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
  const { rules, ...words } = WORDS[kind];
  return {
    title: 'Acting for you',
    breadcrumbs: [{ text: 'Your work', href: paths.home() }, { text: 'Acting for you' }],
    ...words,
    rules: [...rules, midnight(zone)],
    ...(errors.length ? { errors } : {}),
    given: given.map((d) => ({
      id: d.id,
      person: d.person,
      days: `${date(d.from)} to ${date(d.until)}`,
    })),
    fields: fieldsOf(colleagues, typed, at),
  };
}
