import type { Actor } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { RequestEventType } from '../request/events.js';
import { isActive, type RequestFacts } from '../request/facts.js';

const FINISHED =
  'You have finished your scores, and they stay. If a conflict of interest has come to light, declare it.';
const REVEALED = 'The scores are revealed, and those who gave them stay. A conflict of interest can still be recorded.';

/** What stands against declining and releasing, as far as it can be told without what will be sent. */
export function appointingRefusal(facts: RequestFacts, actor: Actor, type: RequestEventType): Refusal | null {
  if (type !== 'DECLINE_APPOINTMENT' && type !== 'RELEASE' && type !== 'HAND_BACK_REVIEW') return null;
  if (facts.revealedAt !== null) return refuse('notReady', REVEALED);
  if (type === 'HAND_BACK_REVIEW') return null;
  if (type === 'RELEASE')
    return facts.reviewers.some((r) => isActive(r) && r.state !== 'scored')
      ? null
      : refuse('notReady', 'Nobody who is appointed has still to score, so there is nobody to release.');
  const own = facts.reviewers.find((r) => r.person.id === actor.id);
  if (own?.state === 'scored') return refuse('notReady', FINISHED);
  return own && isActive(own) ? null : refuse('notReady', 'You are not appointed to this request any more.');
}
