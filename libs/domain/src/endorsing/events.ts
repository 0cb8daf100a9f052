import type { Role } from '../people/roles.js';
import type { Language } from '../request/content.js';
import type { EventRule } from '../request/events.js';
import type { AnsweredBy, Contribution } from './endorser.js';

/** A head of agency, as the office names them. */
export interface NamedHead {
  name: string;
  title: string;
  email: string;
  language?: Language;
}

/** What can be done about those who endorse a request. */
export type EndorsingEvent =
  | { type: 'INVITE_ENDORSERS'; endorsers: (NamedHead & { agency: string })[] }
  | { type: 'ASK_ENDORSERS_AGAIN'; endorsers: string[]; email?: string; note?: string }
  | ({ type: 'REPLACE_ENDORSER'; endorser: string; reason: string } & NamedHead)
  | { type: 'WITHDRAW_ENDORSER'; endorser: string; reason: string }
  | {
      type: 'ENDORSE';
      /** By what the text that was read is told from another. */
      text: string;
      word?: string;
      contribution?: Partial<Contribution>;
      answeredBy?: AnsweredBy;
    }
  | { type: 'DECLINE_ENDORSEMENT'; text: string; word: string; answeredBy?: AnsweredBy }
  | { type: 'RECORD_ENDORSER_UNREACHED'; endorsers: string[]; problem: string };
export type EndorsingEventType = EndorsingEvent['type'];

const OFFICE: readonly Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];

/** Who sends each. */
export const ENDORSING_EVENTS = {
  INVITE_ENDORSERS: { label: 'Ask heads of agency to endorse', roles: OFFICE, needsContent: true },
  ASK_ENDORSERS_AGAIN: { label: 'Ask for an endorsement again', roles: OFFICE, needsContent: true },
  REPLACE_ENDORSER: { label: 'Name another head of agency', roles: OFFICE, needsContent: true },
  WITHDRAW_ENDORSER: { label: 'Take a head of agency off the list', roles: OFFICE },
  ENDORSE: { label: 'Endorse the request', roles: ['endorser'], needsContent: true, ownPart: true },
  DECLINE_ENDORSEMENT: { label: 'Decline to endorse', roles: ['endorser'], needsContent: true, ownPart: true },
  RECORD_ENDORSER_UNREACHED: { label: 'Record that a mail did not reach a head of agency', roles: [] },
} as const satisfies Record<EndorsingEventType, EventRule>;

/** What is answered by a link alone: no account sends it. */
export const BY_LINK_ALONE = ['ENDORSE', 'DECLINE_ENDORSEMENT'] as const satisfies EndorsingEventType[];

const emailOf = (value: unknown): string[] =>
  typeof value === 'string' && value.trim() ? [value.trim().toLowerCase()] : [];

/** The addresses that an event names; somebody with an account may have another part in the case. */
export function endorserAddresses(event: { type: string; email?: unknown; endorsers?: unknown }): string[] {
  if (event.type === 'INVITE_ENDORSERS' && Array.isArray(event.endorsers))
    return event.endorsers.flatMap((e: { email?: unknown } | null) => emailOf(e?.email));
  return event.type === 'REPLACE_ENDORSER' || event.type === 'ASK_ENDORSERS_AGAIN' ? emailOf(event.email) : [];
}
