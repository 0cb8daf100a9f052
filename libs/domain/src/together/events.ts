import type { Role } from '../people/roles.js';
import type { EventRule } from '../request/events.js';

/** What the offices of a request of several countries do beside what its lead does. */
export type TogetherEvent =
  | { type: 'EDIT_PART'; country: string; daysPerYear: number; first?: string; shareUSD?: number | null }
  | { type: 'SIGN_TOGETHER'; declaration: boolean }
  | { type: 'TAKE_BACK_SIGNATURE'; reason: string }
  | { type: 'WITHDRAW_COUNTRY'; country: string; reason: string };
export type TogetherEventType = TogetherEvent['type'];

const OFFICE: readonly Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];
const SIGNERS: readonly Role[] = ['residentCoordinator', 'actingCoordinator'];

/** Who sends each. */
export const TOGETHER_EVENTS = {
  EDIT_PART: { label: 'Write the part of a country', roles: OFFICE, needsContent: true },
  SIGN_TOGETHER: { label: 'Sign the regional request', roles: SIGNERS, needsContent: true },
  TAKE_BACK_SIGNATURE: { label: 'Take the signature back', roles: SIGNERS },
  WITHDRAW_COUNTRY: { label: 'Withdraw a country', roles: SIGNERS, needsContent: true },
} as const satisfies Record<TogetherEventType, EventRule>;

/** Whether any office of a request of several sends this, and not only the one that leads. */
export const isOfEveryOffice = (type: string): type is TogetherEventType => Object.hasOwn(TOGETHER_EVENTS, type);
