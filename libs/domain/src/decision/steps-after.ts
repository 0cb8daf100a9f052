import { isRefusal, refuse, refuseFields, type Refusal } from '../refusal.js';
import { lastDecision, type RequestFacts } from '../request/facts.js';
import { signatureOf } from '../request/letter.js';
import type { Recorded } from '../request/record.js';
import { personRef, type StepInput } from '../request/steps.js';
import { nothingEntered } from '../request/steps-funding.js';
import type { RequestEventType } from '../request/events.js';
import { required } from '../text.js';
import { dayOf, daysBetween } from '../time/working-days.js';
import { approvalsNeeded } from './approvals.js';
import { correctedLetter, lettersOf } from './correction.js';

/** What stands against a step after a decision, as far as it can be told without what will be sent. */
export function afterDecisionRefusal(facts: RequestFacts, type: RequestEventType): Refusal | null {
  if (type === 'DECIDE_WITH_OTHERS' && approvalsNeeded(facts) < 2)
    return refuse('notReady', 'One approver decides this request: approve, offer, defer or decline it.');
  if (type === 'CORRECT_LETTER' && lettersOf(facts).length >= MOST_LETTERS)
    return refuse('notReady', 'There are twenty letters on this request. Write to the Resident Coordinator instead.');
  if (type === 'SEND_LETTER_AGAIN' && (lastDecision(facts)?.sentAgain?.length ?? 0) >= MOST_AGAIN)
    return refuse(
      'notReady',
      'The letter was sent again ten times. Mend the address of whoever does not get it first.',
    );
  if (type !== 'REOPEN') return null;
  if (facts.reopened?.length)
    return refuse('notReady', 'This request was reopened once already. The Resident Coordinator can make a new one.');
  if (!nothingEntered(facts))
    return refuse('notReady', 'Money was entered for this request, so its approval is relied on and stands.');
  return null;
}
const MOST_LETTERS = 20;
const MOST_AGAIN = 10;

/** Corrects the wording of the last letter. */
export function correctStep({
  event,
  facts,
  actor,
  as,
  context,
}: StepInput<'CORRECT_LETTER'>): Recorded['CORRECT_LETTER'] | Refusal {
  const { language } = facts.summary;
  const signature = signatureOf(language, actor.name, as.actingFor);
  const letter = correctedLetter(facts, event, { at: context.at, signature });
  return isRefusal(letter)
    ? letter
    : { correction: { by: personRef(actor), at: context.at, reason: event.reason.trim(), letter } };
}

/** Sends the letter that stands once more, to everybody who gets one by the rule today. */
export function sendAgainStep({
  event,
  facts,
}: StepInput<'SEND_LETTER_AGAIN'>): Recorded['SEND_LETTER_AGAIN'] | Refusal {
  const problems = refuseFields(required(event.reason, 'reason', 'Say why the letter is sent again', 2_000));
  return problems ?? { number: lettersOf(facts).at(-1)!.number, reason: event.reason.trim() };
}

/** Takes a decision back, to be made anew, while nobody can have built on it yet. */
export function reopenStep({ event, facts, context }: StepInput<'REOPEN'>): Recorded['REOPEN'] | Refusal {
  const problems = refuseFields(required(event.reason, 'reason', 'Say why the decision is looked at again', 2_000));
  if (problems) return problems;
  const { reconsiderationDays } = context.clocks;
  const since = daysBetween(dayOf(facts.ended?.at ?? lastDecision(facts)!.at), dayOf(context.at));
  if (since > reconsiderationDays)
    return refuse(
      'notReady',
      `A request can be reopened within ${reconsiderationDays} days of its decision; ${since} have passed, and others rely on it.`,
    );
  return { reason: event.reason.trim() };
}
