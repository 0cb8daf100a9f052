import { notChangeable } from '../amending/steps-amending.js';
import { refuse, type Refusal } from '../refusal.js';
import { discussionRefusal } from '../review/discussion.js';
import { eventRule, type RequestEventType } from './events.js';
import type { RequestFacts } from './facts.js';

/** Why a step cannot be taken where a case stands, in a sentence of its own where one helps more than the name of the place. */
export function notNow(facts: RequestFacts, type: RequestEventType, place: string): Refusal {
  const judged = notChangeable(facts, type);
  if (judged) return judged;
  const closed = type === 'DISCUSS' && facts.ended === null ? discussionRefusal(facts) : null;
  if (closed) return refuse('notNow', closed.message);
  const by = facts.settled === null ? undefined : facts.duties.settled.at(-1);
  if (type === 'SETTLE' && by)
    return refuse(
      'notNow',
      `The scores were settled by ${by.name}. They can be settled again only after the request is sent back to the reviewers.`,
    );
  if (type === 'NUDGE')
    return refuse('notNow', `Nobody is waited for while the request is at “${place}”, so there is nobody to nudge.`);
  return refuse('notNow', `“${eventRule(type).label}” cannot be done now: the request is at “${place}”.`);
}
