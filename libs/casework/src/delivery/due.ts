import { isRcSide, speaksFor, type Actor, type Clock, type Day, type NoticeName, type Role } from '#domain';
import type { CaseTold } from './case-told.js';
import type { Addressee } from './audience.js';

/** The clock that a step's notice asks somebody to keep; other notices ask for nothing by a day. */
const GROUP_OF: Partial<Record<NoticeName, string>> = {
  screeningNeeded: 'screening',
  submittedUnchanged: 'screening',
  requestReturned: 'returned',
  adviceWanted: 'consultation',
  adviceByLink: 'consultation',
  adviceExtended: 'consultation',
  adviceAskedAgain: 'consultation',
  adviceUnreached: 'unreached',
  newVersion: 'outdatedAdvice',
  endorsementAsked: 'endorsement',
  endorsementAskedAgain: 'endorsement',
  endorsementUnreached: 'unreachedEndorser',
  reviewersWanted: 'review',
  reviewerAppointed: 'appointment',
  moderationNeeded: 'review',
  questionAsked: 'clarification',
  questionClosed: 'review',
  recommendationNeeded: 'recommendation',
  sentBackToPanel: 'recommendation',
  reconsiderationRequested: 'recommendation',
  decisionNeeded: 'decision',
  fundsNeeded: 'awaitingFunds',
  costShareToConfirm: 'costSharing',
  hostingToConfirm: 'hosting',
  torToSign: 'tor',
};

const sameSide = (a: Role, b: Role): boolean => a === b || (isRcSide(a) && isRcSide(b));

/** Whether a clock that runs against a region runs against this person's part of it. */
function speaks(person: Actor, told: CaseTold, clock: Clock): boolean {
  const party = told.party(clock);
  return party ? person.assignments.some((a) => speaksFor(a, party)) : clock.region === null;
}

/** The day by which the reader of a notice has to act; null when nothing waits on them, or does not any more. */
export function dueFor(told: CaseTold, notice: NoticeName, { person, as }: Addressee): Day | null {
  const theirs = told.clocks.filter(
    (c) =>
      c.group === GROUP_OF[notice] &&
      c.stoppedWith === null &&
      sameSide(c.holder, as) &&
      (c.personId === null || c.personId === person.id) &&
      speaks(person, told, c),
  );
  return theirs.map((c) => c.dueOn).sort()[0] ?? null;
}
