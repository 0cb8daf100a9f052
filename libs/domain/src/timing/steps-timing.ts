import { refuse, type Refusal } from '../refusal.js';
import type { StepRule } from '../request/steps.js';
import type { Calendars } from '../time/calendars.js';
import { clocksAfter } from '../time/deadlines.js';
import type { Clock } from '../time/running.js';
import type { TimingEventType } from './events.js';
import { movedBetween, type HolidayChanged, type Recounted } from './notes.js';

/** What a recount comes to; a refusal where no day moves, which is no step of a case. */
export function recount(
  because: HolidayChanged,
  before: readonly Clock[],
  after: readonly Clock[],
  calendars: Calendars,
): Recounted | Refusal {
  const moved = movedBetween(before, after, calendars);
  const { what, station, day, name } = because;
  return moved.length
    ? { because: { what, station, day, name }, moved }
    : refuse('notReady', 'The holidays move no day of this case.');
}

/** Steps about the time of clocks. */
export const TIMING_STEPS: { [T in TimingEventType]: StepRule<T> } = {
  RECOUNT_CLOCKS: ({ event, facts, context }) =>
    recount(event.change, facts.clocks, clocksAfter(facts, facts.clocks, context, true), context.calendars),
};
