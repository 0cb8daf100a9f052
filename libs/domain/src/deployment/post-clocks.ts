import { clocksFor, type Clock } from '../time/running.js';
import { wantedPostClocks } from './clocks.js';
import type { DeploymentFacts } from './facts.js';
import { dayAtStation, type DeploymentContext } from './steps.js';

/** The clocks of a post after a step. `again`: counted anew, because the holidays have changed. */
export function postClocksAfter(
  facts: DeploymentFacts,
  previous: Clock[],
  context: DeploymentContext,
  again = false,
): Clock[] {
  const { at, clocks: settings, calendars } = context;
  const { host, regions } = facts.post;
  const wanted = wantedPostClocks(facts, dayAtStation(context, host), settings);
  const home = { country: host, regions };
  return clocksFor(wanted, previous, { at, track: 'ordinary', settings, calendars, home }, again);
}
