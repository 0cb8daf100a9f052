import type { EventRule } from '../request/events.js';
import type { Language } from '../request/content.js';
import type { Day } from '../time/working-days.js';

/** What can be done about the parties that are asked for advice, beside advising. */
export type ConsultationEvent =
  | { type: 'CONSULT'; name: string; organisation: string; email: string; question: string; language?: Language }
  | { type: 'EXTEND_CONSULTATION'; party: string; until: Day; reason: string }
  | { type: 'RECONSULT'; parties: string[]; reason: string }
  | { type: 'LET_ADVICE_STAND'; reason: string }
  | { type: 'RESEND_CONSULTATION'; party: string; email?: string }
  | { type: 'WITHDRAW_CONSULTATION'; party: string; reason: string }
  | { type: 'RECORD_UNREACHED'; parties: string[]; problem: string };
export type ConsultationEventType = ConsultationEvent['type'];

/** Who sends each. */
export const CONSULTATION_EVENTS = {
  CONSULT: { label: 'Ask somebody else for advice', roles: ['deskOfficer'] },
  EXTEND_CONSULTATION: { label: 'Give more time for advice', roles: ['deskOfficer'] },
  RECONSULT: { label: 'Ask for advice again', roles: ['deskOfficer', 'panelChair'] },
  LET_ADVICE_STAND: { label: 'Let the advice on an earlier version stand', roles: ['deskOfficer', 'panelChair'] },
  RESEND_CONSULTATION: { label: 'Send the question again', roles: ['deskOfficer'] },
  WITHDRAW_CONSULTATION: { label: 'Take a question back', roles: ['deskOfficer'] },
  RECORD_UNREACHED: { label: 'Record that a mail did not arrive', roles: [] },
} as const satisfies Record<ConsultationEventType, EventRule>;

/** The addresses that an event names; somebody with an account may have another part in the case. */
export const addressesNamedIn = (event: { type: string; email?: unknown }): string[] =>
  (event.type === 'CONSULT' || event.type === 'RESEND_CONSULTATION') && typeof event.email === 'string'
    ? [event.email.trim().toLowerCase()]
    : [];
