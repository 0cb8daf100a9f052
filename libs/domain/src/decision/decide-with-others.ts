import type { Actor, Assignment } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { EventOf, RequestEvent, RequestEventType } from '../request/events.js';
import { DECIDING_EVENTS, type DecidingEvent, type RequestDecision, type RequestFacts } from '../request/facts.js';
import type { Recorded } from '../request/record.js';
import { agreeingWith, approvalIn, approvalsNeeded, voiceOf } from './approvals.js';

/** One of several decides as one alone does: what is sent is checked the same, with the letter as it would be. */
export function asDecision(event: RequestEvent): RequestEvent | Refusal {
  if (event.type !== 'DECIDE_WITH_OTHERS') return event;
  const { type: _type, action, ...said } = event;
  return DECIDING_EVENTS.includes(action)
    ? ({ ...said, type: action } as EventOf<DecidingEvent>)
    : refuse('invalid', 'Choose what you decide.', [{ path: 'action', message: 'Choose what you decide' }]);
}

interface Kept {
  type: RequestEventType;
  data: Recorded[RequestEventType];
}

/** What the record keeps of a decision: the decision itself once enough approvers decided the same, before that the voice of one. */
export function recordedAs(
  facts: RequestFacts,
  actor: Actor,
  as: Assignment,
  type: RequestEventType,
  data: Recorded[RequestEventType],
): Kept {
  const needed = approvalsNeeded(facts);
  if (needed < 2 || !(DECIDING_EVENTS as readonly string[]).includes(type)) return { type, data };
  const { decision } = data as { decision: RequestDecision };
  const voice = voiceOf(actor, as);
  const agreeing = agreeingWith(facts, decision, voice);
  return agreeing.length + 1 >= needed
    ? { type, data: { decision: { ...decision, approvals: agreeing } } }
    : { type: 'DECIDE_WITH_OTHERS', data: { approval: approvalIn(decision, voice) } };
}
