import { mayTake } from '../decide.js';
import type { Actor } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';
import type { Clock } from '../time/running.js';
import { askedFor, clocksFit } from './by-hand.js';

/** The clocks for which more time is asked and not answered yet. */
export const clocksAsking = (facts: RequestFacts): Clock[] => facts.clocks.filter((c) => askedFor(facts, c) !== null);

/** Whether somebody may give time that is asked for: the rule that guards the step says so. */
export function mayGiveAsked(facts: RequestFacts, person: Actor): boolean {
  const as = mayTake(facts, person, 'EXTEND_CLOCK');
  if (isRefusal(as)) return false;
  const able = clocksFit(facts, { role: as.role, id: person.id }, 'EXTEND_CLOCK');
  return clocksAsking(facts).some((clock) => able.includes(clock));
}
