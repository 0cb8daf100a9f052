import type { EventRule } from '../request/events.js';
import type { HolidayChanged } from './notes.js';

/** What happens to the time of clocks. */
export type TimingEvent = { type: 'RECOUNT_CLOCKS'; change: HolidayChanged };
export type TimingEventType = TimingEvent['type'];

/** Who sends each. */
export const TIMING_EVENTS = {
  RECOUNT_CLOCKS: { label: 'Count the clocks anew', roles: [] },
} as const satisfies Record<TimingEventType, EventRule>;
