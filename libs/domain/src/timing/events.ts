import type { Role } from '../people/roles.js';
import type { EventRule } from '../request/events.js';
import type { Day } from '../time/working-days.js';
import type { CalendarChanged } from './notes.js';

/** What happens to the time of clocks. */
export type TimingEvent =
  | { type: 'RECOUNT_CLOCKS'; change: CalendarChanged }
  | { type: 'EXTEND_CLOCK'; clock: string; until: Day; reason: string }
  | { type: 'STOP_CLOCK'; clock: string; until: Day; reason: string }
  | { type: 'GO_ON_CLOCK'; clock: string; reason: string }
  | { type: 'RESUME_CLOCKS' }
  | { type: 'ASK_MORE_TIME'; clock: string; until: Day; reason: string }
  | { type: 'REFUSE_MORE_TIME'; clock: string; reason: string }
  | { type: 'NUDGE'; clock: string };
export type TimingEventType = TimingEvent['type'];

/** Who gives more time; of these the first that can is told that it is asked for. */
export const GRANTING: readonly Role[] = ['deskOfficer', 'panelChair', 'approver'];
const OFFICE: readonly Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];

/** Who asks about a post: whoever writes for it as well. */
const OF_POST: readonly Role[] = [...OFFICE, 'adviser'];

/** Who sends each. */
export const TIMING_EVENTS = {
  RECOUNT_CLOCKS: { label: 'Count the clocks anew', roles: [] },
  EXTEND_CLOCK: { label: 'Give more time', roles: GRANTING },
  STOP_CLOCK: { label: 'Stop a clock', roles: GRANTING },
  GO_ON_CLOCK: { label: 'Let a clock go on', roles: GRANTING },
  RESUME_CLOCKS: { label: 'Let clocks go on whose stop is over', roles: [] },
  ASK_MORE_TIME: { label: 'Ask for more time', roles: OFFICE },
  REFUSE_MORE_TIME: { label: 'Refuse more time', roles: GRANTING },
  // Whoever has a part in a case waits for whoever holds it; who only looks on, or answers by a link, does not.
  NUDGE: {
    label: 'Nudge whoever is waited for',
    roles: [...OFFICE, ...GRANTING, 'reviewer', 'regionalTeam', 'regionalOffice', 'fundManager'],
    ownPart: true,
  },
} as const satisfies Record<TimingEventType, EventRule>;
/** Who sends each about a post. */
export const POST_TIMING_EVENTS = {
  ...TIMING_EVENTS,
  ASK_MORE_TIME: { label: 'Ask for more time', roles: OF_POST },
  NUDGE: {
    ...TIMING_EVENTS.NUDGE,
    roles: [...OF_POST, ...GRANTING, 'regionalTeam', 'regionalOffice', 'fundManager'],
  },
} as const satisfies Record<TimingEventType, EventRule>;
