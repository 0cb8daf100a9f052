import type { DeploymentEventType } from '../src/index.js';

/** Whom the table of a post speaks of. */
export type PostWho =
  'office' | 'RC' | 'acting' | 'desk' | 'chair' | 'approver' | 'adviser' | 'team' | 'RO' | 'fund' | 'clock';
export type PostRow = { [T in DeploymentEventType]?: PostWho[] };

/** Whoever has a part in a post waits for whoever holds it, and nudges; nobody their own side. */
const parts: PostWho[] = ['office', 'RC', 'acting', 'desk', 'chair', 'approver', 'adviser', 'team', 'RO', 'fund'];
export const without = (...own: PostWho[]): PostRow => ({ NUDGE: parts.filter((who) => !own.includes(who)) });
export const deskHolds = without('desk', 'adviser');
export const adviserHolds = without('adviser');

/** Nobody gives time to themselves: what waits for the desk officer, for others as well, or for the adviser. */
export const TIME = {
  deskHolds: { EXTEND_CLOCK: ['chair', 'approver'], STOP_CLOCK: ['chair', 'approver'] },
  othersHold: { EXTEND_CLOCK: ['desk', 'chair', 'approver'], STOP_CLOCK: ['desk', 'chair', 'approver'] },
  officeAsks: { ASK_MORE_TIME: ['office', 'RC', 'acting'] },
  bothAsk: { ASK_MORE_TIME: ['office', 'RC', 'acting', 'adviser'] },
  /** What is late is given more time, and not stopped. */
  lateWithAdviser: { EXTEND_CLOCK: ['desk', 'chair', 'approver'], ASK_MORE_TIME: ['adviser'] },
  adviserAsks: { ASK_MORE_TIME: ['adviser'] },
} satisfies Record<string, PostRow>;
