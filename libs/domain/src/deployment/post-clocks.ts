import { clocksFor, type Clock, type ClockChange } from '../time/running.js';
import { wantedPostClocks } from './clocks.js';
import type { DeploymentFacts } from './facts.js';
import { dayAtStation, type DeploymentContext } from './steps.js';

/** The clocks of a post after a step, with what the step itself does to those that go on. */
export function postClocksAfter(
  facts: DeploymentFacts,
  previous: Clock[],
  context: DeploymentContext,
  change?: ClockChange,
): Clock[] {
  const { at, clocks: settings, calendars } = context;
  const { host, regions } = facts.post;
  const wanted = wantedPostClocks(facts, dayAtStation(context, host), settings);
  const home = { country: host, regions };
  return clocksFor(wanted, previous, { at, track: 'ordinary', settings, calendars, home }, change);
}
