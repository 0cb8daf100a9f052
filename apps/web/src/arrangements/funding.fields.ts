import { COST_SHARE_SOURCES, FUNDING_SOURCES, FUNDING_STANDINGS, type FundingStanding } from '#domain';
import type { Field } from '../request/field-models.js';
import type { PageError } from '../shell/views.js';
import type { TypedFunding } from './funding.form.js';
import type { PostChoice } from './request-posts.js';

type At = (id: string) => string | undefined;
/** The problem beside a field. */
export const errorAt =
  (errors: readonly PageError[]): At =>
  (id) =>
    errors.find((e) => e.href === `#${id}`)?.text;

const HINTS: Record<FundingStanding, string> = {
  allocation: 'Approved for this post, from a fund, a budget or a donor.',
  costShare: 'Promised by the country team, an agency or a donor, in cash or in kind.',
};

function standingField(typed: TypedFunding, at: At): Field {
  if (typed.corrects) return { kind: 'hidden', name: 'standing', value: typed.standing };
  return {
    kind: 'radios',
    name: 'standing',
    label: 'What do you enter?',
    value: typed.standing,
    error: at('standing'),
    options: Object.entries(FUNDING_STANDINGS).map(([value, label]) => ({
      value,
      text: label,
      hint: { text: HINTS[value as FundingStanding] },
    })),
  };
}

const sourceField = (typed: TypedFunding, at: At): Field => ({
  kind: 'select',
  name: 'source',
  label: 'Where does it come from?',
  hint: 'A share of the cost comes from one of the last four.',
  value: typed.source,
  error: at('source'),
  options: [
    { value: '', text: 'Choose a source' },
    ...Object.entries(FUNDING_SOURCES)
      .sort(([a], [b]) => Number(isShared(a)) - Number(isShared(b)))
      .map(([value, label]) => ({ value, text: label })),
  ],
});
const isShared = (source: string): boolean => (COST_SHARE_SOURCES as readonly string[]).includes(source);

const kindField = (typed: TypedFunding, at: At): Field => ({
  kind: 'radios',
  name: 'kind',
  label: 'Is a share of the cost paid or given in kind?',
  hint: 'An allocation is always paid.',
  inline: true,
  small: true,
  value: typed.kind || 'cash',
  error: at('kind'),
  options: [
    { value: 'cash', text: 'Paid' },
    { value: 'in-kind', text: 'Given in kind' },
  ],
});

const amountField = ({ amount, corrects }: TypedFunding, at: At): Field => ({
  name: 'amount',
  label: corrects ? 'What is the right amount?' : 'How much?',
  hint: corrects ? 'In US dollars. Nought takes the entry away.' : 'In US dollars, at most two decimals.',
  prefix: 'US$',
  width: 10,
  value: amount,
  error: at('amount'),
});

const dayField = (name: 'from' | 'until', label: string, typed: TypedFunding, at: At, hint?: string): Field => ({
  kind: 'date',
  name,
  label,
  hint,
  value: typed[name],
  error: at(`${name}-day`),
});

/** The fields of an entry about money. */
export function entryFields(typed: TypedFunding, errors: readonly PageError[], asked: string): Field[] {
  const at = errorAt(errors);
  return [
    standingField(typed, at),
    sourceField(typed, at),
    {
      name: 'name',
      label: 'Who pays, by name?',
      hint: 'The fund with its window, the agency.',
      value: typed.name,
      error: at('name'),
    },
    kindField(typed, at),
    amountField(typed, at),
    {
      name: 'reference',
      label: 'Reference of the decision or the agreement',
      hint: 'As it stands on the paper, so that it can be found again.',
      width: 20,
      value: typed.reference,
      error: at('reference'),
    },
    dayField('from', 'From which day?', typed, at, `Within the period that was asked for: ${asked}.`),
    dayField('until', 'To which day?', typed, at, 'The last day that it pays for.'),
    ...(typed.corrects ? [{ kind: 'hidden' as const, name: 'corrects', value: typed.corrects }] : []),
  ];
}

/** The fields of the declaration that the first period is covered. */
export function coverFields(
  typed: TypedFunding,
  errors: readonly PageError[],
  goesOn: string | null,
  posts: readonly PostChoice[],
): Field[] {
  const at = errorAt(errors);
  const asked = { name: 'deployment', label: `Which post is the ${goesOn} about?`, value: typed.deployment };
  // A country of which no open post is known: its reference can still be entered.
  const way: Partial<Field> = posts.length
    ? { kind: 'radios', hint: 'The open posts of the country.', options: posts }
    : { hint: 'Its reference, such as DEP-2027-001.', width: 20 };
  const deployment: Field = { ...asked, ...way, error: at('deployment') };
  return [
    ...(goesOn ? [deployment] : []),
    {
      kind: 'long',
      name: 'note',
      label: 'Note',
      hint: 'What the declaration rests on, in a sentence.',
      optional: true,
      rows: 3,
      value: typed.note,
      error: at('note'),
    },
  ];
}

/** The field with which an approval is confirmed again. */
export const againField = (typed: TypedFunding, errors: readonly PageError[]): Field => ({
  kind: 'long',
  name: 'reason',
  label: 'Why does the approval still hold?',
  hint: 'What was looked at again: the need, the word of the country team, the prospect of money.',
  rows: 4,
  value: typed.reason,
  error: errorAt(errors)('reason'),
});
