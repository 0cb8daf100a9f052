import type { RequestEventType } from '../src/index.js';
import type { STAGES } from './stages.js';

type TimeRow = { [T in RequestEventType]?: string[] };

const timeFrom = (...who: string[]): TimeRow => ({ EXTEND_CLOCK: who, STOP_CLOCK: who });
/** While a clock of the office runs, OHCHR gives it time, and the office asks for it. */
const officeHolds: TimeRow = { ...timeFrom('desk', 'chair', 'approver'), ASK_MORE_TIME: ['office', 'RC', 'acting'] };
const deskHolds = timeFrom('chair', 'approver');
const chairHolds = timeFrom('desk', 'approver');
const approverHolds = timeFrom('desk', 'chair');
const reviewersHold = timeFrom('desk', 'chair', 'approver');
/** Who gives time or stops a clock, by who holds it: nobody their own. */
export const TIME = {
  screening: deskHolds,
  returned: officeHolds,
  appointing: deskHolds,
  askedByName: deskHolds,
  scoring: reviewersHold,
  allScored: deskHolds,
  clarification: officeHolds,
  clarificationAfterReveal: officeHolds,
  changeAllowed: officeHolds,
  changeInHand: officeHolds,
  newVersion: reviewersHold,
  newVersionAfterAdvice: reviewersHold,
  revealed: chairHolds,
  moderation: chairHolds,
  recommendation: chairHolds,
  prepared: chairHolds,
  decision: approverHolds,
  decisionOfTwo: approverHolds,
  offered: officeHolds,
  offeredToSeveral: officeHolds,
  optionSigned: officeHolds,
  arrangements: officeHolds,
  termsProposed: officeHolds,
  termsSignedByOhchr: officeHolds,
  everythingButHosting: officeHolds,
} satisfies Partial<Record<keyof typeof STAGES, TimeRow>>;
