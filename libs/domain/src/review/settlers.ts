import { roleFor } from '../people/access.js';
import { dutyRefusal } from '../people/duties.js';
import type { Actor } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import { isActive, type RequestFacts } from '../request/facts.js';
import { assessmentOf } from '../request/states.js';

/** Of those who chair panels, who could settle the scores of a request: nobody who scores it, wrote it or stood back from it. */
export const whoCouldSettle = (facts: RequestFacts, chairs: readonly Actor[]): Actor[] =>
  chairs.filter(
    (person) =>
      !isRefusal(roleFor(person, facts, 'SETTLE')) &&
      dutyRefusal(person, facts, 'SETTLE') === null &&
      !facts.reviewers.some((r) => r.person.id === person.id && isActive(r)),
  );

/** Whether a request waits for its scores to be settled. */
export const waitsToBeSettled = (facts: RequestFacts): boolean =>
  ['revealed', 'moderation'].includes(assessmentOf(facts.state)?.review ?? '');

const ANOTHER = 'Ask the help desk to have the role of panel chair given to somebody else.';

/** That a request waits for its scores to be settled and nobody can; empty while somebody can, or it does not wait. */
export const nobodySettles = (facts: RequestFacts, chairs: readonly Actor[]): string =>
  waitsToBeSettled(facts) && whoCouldSettle(facts, chairs).length === 0
    ? `Nobody can settle the scores: every panel chair scored this request, had a part in writing it, or stands back from it. ${ANOTHER}`
    : '';

/** What is said before somebody is appointed without whom nobody could settle; empty while another chair can. */
export function settlingWarning(facts: RequestFacts, chairs: readonly Actor[], appointed: readonly string[]): string {
  const able = whoCouldSettle(facts, chairs);
  if (able.length === 0) return `No panel chair is left to settle the scores of this request. ${ANOTHER}`;
  if (able.some(({ id }) => !appointed.includes(id))) return '';
  const names = able.map(({ name }) => name);
  return names.length === 1
    ? `If ${names[0]} scores, no panel chair is left to settle the scores of this request. Appoint somebody else, or have another chair named.`
    : `If ${new Intl.ListFormat('en').format(names)} all score, no panel chair is left to settle the scores of this request. Appoint somebody else for one of them, or have another chair named.`;
}
