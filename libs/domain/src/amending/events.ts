import type { EventRule } from '../request/events.js';

/** What ends a change of a request that is being judged: it is submitted as a new version, or taken back. */
export type AmendingEvent =
  { type: 'AMEND'; declaration: boolean; note: string; gapsReason?: string } | { type: 'DROP_CHANGE' };
export type AmendingEventType = AmendingEvent['type'];

/** Who sends each. */
export const AMENDING_EVENTS = {
  AMEND: {
    label: 'Submit the change as a new version',
    roles: ['residentCoordinator', 'actingCoordinator'],
    needsContent: true,
  },
  DROP_CHANGE: {
    label: 'Take the change back',
    roles: ['rcOffice', 'residentCoordinator', 'actingCoordinator'],
    needsContent: true,
  },
} as const satisfies Record<AmendingEventType, EventRule>;

/** What a new version makes void, and what stands: said before it is signed, and in the history afterwards. */
export const VOIDED_BY_A_VERSION =
  'Scores that were finished and not yet revealed go back to their reviewers as drafts, to be sent again; scores that were revealed, and advice, stand beside the version that they judged and can be given again; endorsements and quotations stay those of the version from which they came.';
