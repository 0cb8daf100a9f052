import { mayTake } from '../decide.js';
import { mayTakeDeployment } from '../deployment/decide-deployment.js';
import type { DeploymentFacts } from '../deployment/facts.js';
import type { Actor } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import type { RequestFacts } from '../request/facts.js';
import type { Clock } from '../time/running.js';
import { askedFor, clocksFit } from './by-hand.js';
import type { TimingEventType } from './events.js';
import type { Timed } from './notes.js';

/** The clocks for which more time is asked and not answered yet. */
export const clocksAsking = (facts: Timed): Clock[] => facts.clocks.filter((c) => askedFor(facts, c) !== null);

/** In which role a person takes a step about the time of a case of either kind, or why they may not. */
export const mayTime = (facts: RequestFacts | DeploymentFacts, person: Actor, type: TimingEventType) =>
  'kind' in facts ? mayTakeDeployment(facts, person, type) : mayTake(facts, person, type);

/** Whether somebody may give time that is asked for: the rule that guards the step says so. */
export function mayGiveAsked(facts: RequestFacts | DeploymentFacts, person: Actor): boolean {
  const as = mayTime(facts, person, 'EXTEND_CLOCK');
  if (isRefusal(as)) return false;
  const able = clocksFit(facts, { role: as.role, id: person.id }, 'EXTEND_CLOCK');
  return clocksAsking(facts).some((clock) => able.includes(clock));
}
