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
/** Whoever has a part waits for whoever holds the case, and nudges; nobody their own side. Reviewers wait until it is decided. */
const parts = ['office', 'RC', 'acting', 'desk', 'chair', 'approver', 'cleared', 'scored', 'team', 'RO'];
const later = parts.filter((who) => who !== 'cleared' && who !== 'scored');
const without = (who: string[], ...own: string[]): TimeRow => ({ NUDGE: who.filter((one) => !own.includes(one)) });
const office = ['office', 'RC', 'acting'];
const anybody: TimeRow = { NUDGE: parts };
const arranging = without([...later, 'fund']);
const arrangingByOffice = without([...later, 'fund'], ...office);
/** Who gives time or stops a clock, by who holds it: nobody their own. */
export const TIME = {
  screening: { ...deskHolds, ...without(parts, 'desk') },
  returned: { ...officeHolds, ...without(parts, ...office) },
  appointing: { ...deskHolds, ...anybody },
  askedByName: { ...deskHolds, ...anybody },
  scoring: { ...reviewersHold, ...anybody },
  allScored: { ...deskHolds, ...anybody },
  clarification: { ...officeHolds, ...anybody },
  clarificationAfterReveal: { ...officeHolds, ...anybody },
  changeAllowed: { ...officeHolds, ...anybody },
  changeInHand: { ...officeHolds, ...anybody },
  newVersion: { ...reviewersHold, ...anybody },
  newVersionAfterAdvice: { ...reviewersHold, ...anybody },
  revealed: { ...chairHolds, ...anybody },
  moderation: { ...chairHolds, ...anybody },
  settledAdviceAwaited: anybody,
  recommendation: { ...chairHolds, ...anybody },
  prepared: { ...chairHolds, ...anybody },
  decision: { ...approverHolds, ...without(parts, 'approver') },
  decisionOfTwo: { ...approverHolds, ...without(parts, 'approver') },
  offered: { ...officeHolds, ...without(later, ...office) },
  offeredToSeveral: { ...officeHolds, ...without(later, ...office) },
  optionSigned: { ...officeHolds, ...without([...later, 'partner'], ...office) },
  awaitingFunds: { NUDGE: later },
  coveredByMoney: { NUDGE: later },
  arrangements: { ...officeHolds, ...arranging },
  termsProposed: { ...officeHolds, ...arranging },
  termsSignedByOhchr: { ...officeHolds, ...arrangingByOffice },
  everythingButHosting: { ...officeHolds, ...arrangingByOffice },
  urgentSurge: arrangingByOffice,
} satisfies Partial<Record<keyof typeof STAGES, TimeRow>>;
