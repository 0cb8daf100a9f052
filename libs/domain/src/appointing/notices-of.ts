import type { Notice } from '../notices.js';
import type { RequestEventType } from '../request/events.js';
import { allScoresIn, type RequestFacts } from '../request/facts.js';
import type { Recorded } from '../request/record.js';
import { assessmentOf } from '../request/states.js';

const LEAVING: readonly RequestEventType[] = ['DECLARE', 'DECLINE_APPOINTMENT', 'RELEASE', 'RECORD_CONFLICT'];
const review = (facts: RequestFacts): string | undefined => assessmentOf(facts.state)?.review;

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
  if (type === 'RECORD_CONFLICT') told.push({ name: 'conflictDeclared' });
  if (type === 'RELEASE') told.push({ name: 'reviewerReleased', personId: (data as Recorded['RELEASE']).person.id });
  if (review(before) !== 'appointing' && review(after) === 'appointing') told.push({ name: 'reviewersWanted' });
  // Nobody waits any longer for somebody who is a reviewer no more.
  if (after.revealedAt === null && !allScoresIn(before) && allScoresIn(after)) told.push({ name: 'scoresComplete' });
  return told;
}
