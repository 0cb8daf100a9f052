import type { Notice } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import { allScoresIn, type RequestFacts } from '../request/facts.js';
import type { Recorded } from '../request/record.js';
import { assessmentOf } from '../request/states.js';

const LEAVING: readonly RequestEventType[] = [
  'DECLARE',
  'DECLINE_APPOINTMENT',
  'RELEASE',
  'RECORD_CONFLICT',
  'HAND_BACK_REVIEW',
];
const review = (facts: RequestFacts): string | undefined => assessmentOf(facts.state)?.review;

/** A reviewer whose conflict somebody else recorded is told that an appointment has ended, and never of which request. */
function toWhoLeft({ reviewers }: RequestFacts, { person }: Recorded['HAND_BACK_REVIEW']): Notice[] {
  const left = reviewers.find((r) => r.person.id === person.id && r.state === 'conflicted');
  return left?.conflict?.by ? [{ name: 'appointmentEnded', personId: person.id }] : [];
}

/** Who is told of an appointment, and of its end. */
export function appointingNotices(
  before: RequestFacts | null,
  after: RequestFacts,
  type: RequestEventType,
  data: unknown,
): Notice[] {
  const told: Notice[] = [];
  if (type === 'APPOINT')
    for (const p of (data as Recorded['APPOINT']).reviewers) told.push({ name: 'reviewerAppointed', personId: p.id });
  if (!before || !LEAVING.includes(type)) return told;
  if (type === 'DECLARE' && (data as Recorded['DECLARE']).declared) told.push({ name: 'conflictDeclared' });
  if (type === 'DECLINE_APPOINTMENT') told.push({ name: 'appointmentDeclined' });
  if (type === 'RECORD_CONFLICT' || type === 'HAND_BACK_REVIEW')
    told.push({ name: 'conflictDeclared' }, ...toWhoLeft(after, data as Recorded['HAND_BACK_REVIEW']));
  if (type === 'RELEASE') told.push({ name: 'reviewerReleased', personId: (data as Recorded['RELEASE']).person.id });
  if (review(before) !== 'appointing' && review(after) === 'appointing') told.push({ name: 'reviewersWanted' });
  // Nobody waits any longer for somebody who is a reviewer no more.
  if (after.revealedAt === null && !allScoresIn(before) && allScoresIn(after)) told.push({ name: 'scoresComplete' });
  return told;
}
