import type { ClockSettings } from '../time/clock-settings.js';
import type { Wanted } from '../time/deadlines.js';
import type { Day } from '../time/working-days.js';
import type { DeploymentFacts } from './facts.js';

/** The clocks that the state of a post asks for: the one place where holder, time and ladder of each state stand. */
export function wantedPostClocks(_facts: DeploymentFacts, _today: Day, _s: ClockSettings): Wanted[] {
  return [];
}
