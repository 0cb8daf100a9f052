import { refuse, refuseFields, type Refusal } from '../refusal.js';
import { fingerprintOf } from '../request/frozen.js';
import type { Clarification, RequestFacts } from '../request/facts.js';
import { openQuestions } from '../request/facts.js';
import type { RequestEventType } from '../request/events.js';
import { assessmentOf } from '../request/states.js';
import type { StepInput, StepRule } from '../request/steps.js';
import { submissionProblems, unansweredIn } from '../request/submission.js';
import { required } from '../text.js';
import type { AmendingEventType } from './events.js';
import { asInHand, mayBeChanged } from './in-hand.js';
import type { RecordedAmending } from './record.js';

const CHANGING: readonly RequestEventType[] = ['EDIT', 'ATTACH', 'DETACH', 'AMEND', 'DROP_CHANGE'];

/** Why a request that is being judged cannot be changed; null where that is not what is asked. */
export const notChangeable = (facts: RequestFacts, type: RequestEventType): Refusal | null =>
  assessmentOf(facts.state) !== null && CHANGING.includes(type) && !mayBeChanged(facts)
    ? refuse(
        'notNow',
        'The request is being judged. It can be changed only while a question of OHCHR is open that allows a change.',
      )
    : null;

const unsent = ({ version }: RequestFacts): Refusal =>
  refuse(
    'notReady',
    `The request was changed since version ${version}, and the change is not submitted. Submit it as a new version, which answers the question, or take the change back; then answer in words.`,
  );

/** Why a question is not answered in words: what was changed to answer it would be left lying. */
export const unsentRefusal = (facts: RequestFacts, question: Pick<Clarification, 'mayChange'>): Refusal | null =>
  question.mayChange && facts.changeInHand ? unsent(facts) : null;

/** What stands first against a step about a change in hand. */
export function amendingRefusal(facts: RequestFacts, type: RequestEventType): Refusal | null {
  const closed = notChangeable(facts, type);
  if (closed) return closed;
  if (type === 'ANSWER' && facts.changeInHand && openQuestions(facts).every((q) => q.mayChange)) return unsent(facts);
  if (facts.changeInHand || (type !== 'AMEND' && type !== 'DROP_CHANGE')) return null;
  return refuse(
    'notReady',
    type === 'AMEND'
      ? `Nothing differs from version ${facts.version}, which is being judged. Change the request first, or answer the question in words.`
      : `Nothing differs from version ${facts.version}, so there is no change to take back.`,
  );
}

function amendStep({ event, facts, context }: StepInput<'AMEND'>): RecordedAmending['AMEND'] | Refusal {
  const content = context.content!;
  const problems = refuseFields([
    ...required(event.note, 'note', 'Say what you changed, and why'),
    ...submissionProblems(facts, content, event),
  ]);
  return (
    problems ?? {
      version: facts.version + 1,
      note: event.note.trim(),
      gapsReason: event.gapsReason?.trim() || null,
      ...unansweredIn(facts),
      ...(facts.consultation.some((c) => c.advice) ? { advised: true as const } : {}),
      fingerprint: fingerprintOf(content, asInHand(facts).documents),
    }
  );
}

/** Steps that end a change of a request that is being judged. */
export const AMENDING_STEPS: { [T in AmendingEventType]: StepRule<T> } = { AMEND: amendStep, DROP_CHANGE: () => ({}) };
