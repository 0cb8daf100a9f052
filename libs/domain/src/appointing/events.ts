import type { EventRule } from '../request/events.js';
import type { ConflictKind } from '../request/facts.js';

/** Why a reviewer does not take an appointment on, or hands it back. */
export const DECLINE_CODES = {
  NO_TIME: 'I do not have the time',
  AWAY: 'I am away',
  LANGUAGE: 'I do not read the language of the request well enough',
  KNOWLEDGE: 'I do not know enough about what is asked for',
  OTHER: 'Another reason',
} as const;
export type DeclineCode = keyof typeof DECLINE_CODES;

/** Why a desk officer releases a reviewer. */
export const RELEASE_CODES = {
  NO_ANSWER: 'No answer came',
  UNAVAILABLE: 'The reviewer is not available any more',
  OVERDUE: 'The scores are overdue',
  BALANCE: 'The work is spread differently',
  OTHER: 'Another reason',
} as const;
export type ReleaseCode = keyof typeof RELEASE_CODES;

/** What becomes of an appointment. Who declares that they have no conflict of interest takes it up. */
export type AppointingEvent =
  | { type: 'DECLINE_APPOINTMENT'; code: DeclineCode; reason: string }
  | { type: 'RELEASE'; person: string; code: ReleaseCode; reason: string }
  | { type: 'RECORD_CONFLICT'; person: string; kind: ConflictKind; reason: string }
  | { type: 'HAND_BACK_REVIEW'; person: string };
export type AppointingEventType = AppointingEvent['type'];

/** Who sends each. */
export const APPOINTING_EVENTS = {
  DECLINE_APPOINTMENT: { label: 'Decline the appointment', roles: ['reviewer'], ownPart: true },
  RELEASE: { label: 'Release a reviewer', roles: ['deskOfficer'] },
  RECORD_CONFLICT: { label: 'Record a conflict of interest', roles: ['deskOfficer', 'panelChair', 'approver'] },
  // What an administrator registers with a country, who knows nothing of its requests, ends the reviews of it.
  HAND_BACK_REVIEW: { label: 'Hand back a review', roles: [] },
} as const satisfies Record<AppointingEventType, EventRule>;
