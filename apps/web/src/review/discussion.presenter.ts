import type { HistoryLine } from '#casework';
import {
  CRITERION_NAMES,
  isCriterion,
  isRefusal,
  mayTake,
  writableAudiences,
  type Actor,
  type Criterion,
  type DiscussionAudience,
  type DiscussionMessage,
  type EventOf,
  type Recorded,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { listed, plural } from '../request/case-words.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { dateTime, words } from '../shell/words.js';

/** How many messages of a page are shown in full; those before them stay in the record. */
const SHOWN = 60;
/** Lines of the record from which the page of the reviews draws what was said, and when scores were revised. */
export const DISCUSSED_BY = ['DISCUSS', 'REVISE'] as const;
export const DISCUSSED_LINES = 200;

const TO: Record<DiscussionAudience, string> = { panel: 'To the panel', ohchr: 'To OHCHR' };
export interface Message {
  by: string;
  own: boolean;
  /** They have a conflict of interest, which came to light since. */
  stoodBack: boolean;
  on: string;
  to: string;
  text: string;
}
/** Whether somebody has a conflict of interest in this case, declared or recorded, at whatever moment. */
const hasStoodBack = (facts: RequestFacts, id: string): boolean =>
  facts.reviewers.some((r) => r.person.id === id && r.state === 'conflicted') ||
  (facts.stoodBack ?? []).some((s) => s.person.id === id);

/** Who reads what is written to an audience, by name where they are known. */
export function readersOf(audience: DiscussionAudience, facts: RequestFacts): string {
  const reviewers = facts.reviewers
    .filter((r) => r.state === 'scored' && !hasStoodBack(facts, r.person.id))
    .map((r) => r.person.name);
  const panel = listed([...reviewers, 'the panel chair']);
  return audience === 'panel'
    ? `Read by ${panel}, and by auditors. Not by the desk officer or the approver.`
    : `Read by ${panel}, the desk officer and the approver, and by auditors.`;
}

const messageOf = (line: HistoryLine, me: Actor, facts: RequestFacts): Message => {
  const { audience, text: said } = line.data as DiscussionMessage;
  return {
    by: line.actorName,
    own: line.actorId === me.id,
    stoodBack: hasStoodBack(facts, line.actorId),
    on: dateTime(line.at),
    to: TO[audience],
    text: said,
  };
};

/** The messages that a person may read, by criterion and for the whole, in the order in which they were written. */
export function messagesOf(lines: HistoryLine[], me: Actor, facts: RequestFacts) {
  const all = lines.filter((l) => l.event === 'DISCUSS').reverse();
  const last = all.slice(-SHOWN);
  const on = (criterion: Criterion | null) =>
    last.filter((l) => (l.data as DiscussionMessage).criterion === criterion).map((l) => messageOf(l, me, facts));
  return { on, count: all.length, earlier: all.length - last.length };
}

/** When a reviewer revised a criterion last, and how much of the discussion of it stood before, as this reader may know it. */
export function revisedWords(lines: HistoryLine[], reviewer: string, criterion: Criterion): string {
  const revision = lines.find(
    (l) =>
      l.event === 'REVISE' && l.actorId === reviewer && (l.data as Partial<Recorded['REVISE']>).scores?.[criterion],
  );
  if (!revision) return '';
  const before = lines.filter((l) => {
    const about = l.event === 'DISCUSS' ? (l.data as DiscussionMessage).criterion : undefined;
    return (about === null || about === criterion) && l.seq < revision.seq;
  }).length;
  const after = before ? `, after ${words(before)} ${plural(before, 'message', 'messages')} of the discussion` : '';
  return `${dateTime(revision.at)}${after}`;
}

/** What was typed as it is sent; a criterion that nobody knows is sent as it is, to be refused by name. */
export const discussionOf = (form: Form): EventOf<'DISCUSS'> => ({
  type: 'DISCUSS',
  criterion: (one(form, 'criterion') || null) as Criterion | null,
  audience: one(form, 'audience') as DiscussionAudience,
  text: text(form, 'text'),
});

/** The problems of a message at their fields. */
export const discussionErrors = (refusal: Refusal): PageError[] =>
  refusal.fields?.length
    ? refusal.fields.map((f) => ({ text: f.message, href: `#discuss-${f.path}` }))
    : [{ text: refusal.message }];

interface FormInput {
  facts: RequestFacts;
  me: Actor;
  /** What was typed; else what the address names to be discussed. */
  form: Form | null;
  about: string;
  refusal: Refusal | undefined;
}

const field = (name: string, refusal: Refusal | undefined) => ({
  name,
  id: `discuss-${name}`,
  error: refusal?.fields?.find((f) => f.path === name)?.message,
});

/** The form that adds to the discussion: first who is to read it, then about what, then the text. Null for who writes nothing here. */
export function discussionForm({ facts, me, form, about, refusal }: FormInput) {
  if (isRefusal(mayTake(facts, me, 'DISCUSS')) && !(refusal && form)) return null;
  const audiences = writableAudiences(me, facts);
  const asked = form ? one(form, 'criterion') : isCriterion(about) ? about : '';
  return {
    fields: [
      {
        kind: 'radios',
        label: 'Who is to read it?',
        value: form ? one(form, 'audience') : audiences.length === 1 ? audiences[0] : '',
        options: audiences.map((value) => ({
          value,
          text: value === 'panel' ? 'The panel' : 'OHCHR',
          hint: { text: readersOf(value, facts) },
        })),
        ...field('audience', refusal),
      },
      {
        kind: 'select',
        label: 'What is it about?',
        value: asked,
        options: [
          { value: '', text: 'The whole request' },
          ...facts.framework!.criteria.map((c) => ({ value: c.key, text: CRITERION_NAMES[c.key] })),
        ],
        ...field('criterion', refusal),
      },
      {
        kind: 'long',
        label: 'What you want to say',
        hint: 'It cannot be changed or taken back once it is sent. The country office never reads it.',
        rows: 4,
        value: form ? text(form, 'text') : '',
        ...field('text', refusal),
      },
    ],
  };
}

/** Where the discussion stands, for who reads it and does not write. */
export function discussionClosed(facts: RequestFacts, me: Actor): string {
  const may = mayTake(facts, me, 'DISCUSS');
  if (!isRefusal(may) || facts.revealedAt === null) return '';
  return facts.settled === null ? '' : 'The scores are settled, so their discussion is closed.';
}
