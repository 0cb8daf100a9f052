import {
  choicesOf,
  CONTRADICTIONS,
  settlesThis,
  type ListedContradiction,
  type SettlementAsked,
  type SignedIn,
} from '#casework';
import type { Refusal } from '#domain';
import { one, text, type Form } from '../shell/exchange.js';
import { errorsOf } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import type { PageContext } from '../shell/views.js';
import { dateTime, words } from '../shell/words.js';

interface Settling {
  /** Who reads: a desk officer settles what is of their region. */
  me: SignedIn;
  typed: SettlementAsked | null;
  refusal?: Refusal;
}

/** What the form sends. */
export const typedSettlement = (form: Form): SettlementAsked => ({
  key: one(form, 'key'),
  decision: one(form, 'decision'),
  note: text(form, 'note'),
  after: one(form, 'after'),
});

const lead = (waiting: number): string =>
  waiting === 0
    ? 'Everything that the lists contradict is settled.'
    : `${words(waiting, true)} ${waiting === 1 ? 'contradiction waits' : 'contradictions wait'} for somebody to settle ${waiting === 1 ? 'it' : 'them'}.`;

/** The page of all contradictions, those that wait for somebody first. */
export function reconciliationPage(
  all: readonly ListedContradiction[],
  settling: Settling,
): PageContext & Record<string, unknown> {
  const waiting = all.filter((c) => c.settlements.length === 0);
  const settled = all.filter((c) => c.settlements.length > 0);
  const inOrder = [...waiting, ...settled];
  const at = inOrder.findIndex((c) => c.key === settling.typed?.key);
  const { refusal } = settling;
  return {
    title: 'Reconciliation',
    lead: lead(waiting.length),
    action: paths.reconciliation(),
    groups: [
      { id: 'waiting', title: 'To be settled', items: waiting.map((c, i) => itemOf(c, i, at, settling)) },
      { id: 'settled', title: 'Settled', items: settled.map((c, i) => itemOf(c, waiting.length + i, at, settling)) },
    ].filter(({ items }) => items.length > 0),
    presences: paths.presences(),
    // One that is gone has no field to point at.
    ...(refusal ? { errors: errorsOf(refusal, (path) => (at === -1 ? 'waiting' : `${path}-${at}`)) } : {}),
  };
}

function itemOf(found: ListedContradiction, index: number, open: number, settling: Settling) {
  const { kind, name, years, listed, settlements } = found;
  const choices = choicesOf(kind);
  const typed = index === open ? settling.typed : null;
  return {
    id: `contradiction-${index}`,
    title: `${name}, ${years.join(' and ')}`,
    kind: CONTRADICTIONS[kind].label,
    words: found.words,
    rows: listed.map((row) => ({
      year: String(row.year),
      as: row.as,
      code: row.code === '-' ? 'none' : row.code,
      note: row.note ?? '',
      source: row.source,
    })),
    settlements: settlements.toReversed().map((s) => ({
      title: choices[s.decision] ?? s.decision,
      by: s.by,
      at: dateTime(s.at),
      text: s.note,
    })),
    summary: settlements.length ? 'Settle it again' : 'Settle it',
    open: typed !== null,
    ...(settlesThis(settling.me, found)
      ? { fields: fieldsOf(found, index, typed, typed ? settling.refusal : undefined) }
      : { whoSettles: 'Settled by the desk officer who looks after this region. You can read it.' }),
  };
}

function fieldsOf(
  { key, kind, settlements }: ListedContradiction,
  index: number,
  typed: SettlementAsked | null,
  refusal: Refusal | undefined,
) {
  const error = (path: string) => refusal?.fields?.find((f) => f.path === path)?.message;
  return [
    { kind: 'hidden', name: 'key', value: key },
    { kind: 'hidden', name: 'after', value: settlements.at(-1)?.id ?? '' },
    {
      kind: 'radios',
      name: 'decision',
      id: `decision-${index}`,
      label: 'What is right?',
      small: true,
      value: typed?.decision ?? '',
      error: error('decision'),
      options: Object.entries(choicesOf(kind)).map(([value, label]) => ({ value, text: label })),
    },
    {
      kind: 'long',
      name: 'note',
      id: `note-${index}`,
      label: 'What your choice rests on',
      hint: 'Name the document or the person. Your name and the date are kept with it.',
      rows: 3,
      value: typed?.note ?? '',
      error: error('note'),
    },
  ];
}
