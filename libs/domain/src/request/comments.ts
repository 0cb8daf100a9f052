import { maySee } from '../people/access.js';
import { isRcSide, type Actor } from '../people/roles.js';
import { refuse, refuseFields, type Refusal } from '../refusal.js';
import { required } from '../text.js';
import type { RequestFacts } from './facts.js';
import { SECTIONS } from './sections.js';
import { stateName } from './states.js';

/**
 * What an office says to itself about a question of its draft is no step of the case: nothing is decided by it, no clock
 * moves and no state changes, and it must never come into a version, a file, a mail or the record that others read. So it
 * is kept beside the case, and these rules say who reads and writes it.
 */
const LONGEST = 4_000;

/** Whether the person works in one of the offices that write and sign this request: they alone read its comments. */
export const readsComments = (actor: Actor, facts: RequestFacts): boolean =>
  maySee(actor, facts) &&
  actor.assignments.some((a) => isRcSide(a.role) && a.countries.some((c) => facts.summary.countries.includes(c)));

/** The number of the section that a question stands in; null for what is no question. */
export const sectionOfQuestion = (path: string): number | null =>
  SECTIONS.find((s) => s.questions.some((q) => q.path === path))?.number ?? null;

/** Why this person cannot comment on the request now; null when they can. */
export function commentRefusal(actor: Actor, facts: RequestFacts): Refusal | null {
  if (!readsComments(actor, facts))
    return refuse('notYourRole', 'Comments are for the Resident Coordinator’s Office that writes the request.');
  return ['draft', 'returned'].includes(stateName(facts.state))
    ? null
    : refuse('notNow', 'Comments are written while the request is with your office. What was said stays here to read.');
}

/** What is wrong with a comment or an answer to one. */
export function commentProblems({ question, text }: { question: string; text: string }): Refusal | null {
  return refuseFields([
    ...(sectionOfQuestion(question) === null
      ? [{ path: 'question', message: 'Choose a question of the request' }]
      : []),
    ...required(text, 'text', 'Write what you want to say', LONGEST),
  ]);
}
