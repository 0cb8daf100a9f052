import {
  allScoresIn,
  assessmentOf,
  isRcSide,
  reaches,
  type Clock,
  type Day,
  type NoticeName,
  type RequestFacts,
  type Role,
} from '#domain';
import type { Addressee } from './audience.js';

/** What a clock waits for, as a name: mails say it in the language of whoever reads them. */
export const TASKS = [
  'finishDraft',
  'screen',
  'correct',
  'advise',
  'answer',
  'declare',
  'score',
  'appoint',
  'reveal',
  'settle',
  'moderate',
  'recommend',
  'decide',
  'answerOffer',
  'takeUpAgain',
  'findFunds',
] as const;
export type Task = (typeof TASKS)[number];

const BY_GROUP: Record<string, Task> = {
  draft: 'finishDraft',
  screening: 'screen',
  returned: 'correct',
  consultation: 'advise',
  clarification: 'answer',
  recommendation: 'recommend',
  decision: 'decide',
  offered: 'answerOffer',
  deferred: 'takeUpAgain',
  awaitingFunds: 'findFunds',
};

function reviewTask(facts: RequestFacts, clock: Clock): Task {
  if (clock.holder === 'reviewer')
    return facts.reviewers.find((r) => r.person.id === clock.personId)?.state === 'appointed' ? 'declare' : 'score';
  if (clock.holder === 'panelChair') return assessmentOf(facts.state)?.review === 'moderation' ? 'moderate' : 'settle';
  return allScoresIn(facts) ? 'reveal' : 'appoint';
}

/** What a clock waits for. */
export function taskOf(facts: RequestFacts, clock: Clock): Task {
  if (clock.group === 'review') return reviewTask(facts, clock);
  const task = BY_GROUP[clock.group];
  if (!task) throw new Error(`No task is known for the clock “${clock.key}”.`);
  return task;
}

/** The clock that a step's notice asks somebody to keep; other notices ask for nothing by a day. */
const GROUP_OF: Partial<Record<NoticeName, string>> = {
  screeningNeeded: 'screening',
  requestReturned: 'returned',
  adviceWanted: 'consultation',
  reviewersWanted: 'review',
  reviewerAppointed: 'review',
  moderationNeeded: 'review',
  questionAsked: 'clarification',
  questionClosed: 'review',
  recommendationNeeded: 'recommendation',
  sentBackToPanel: 'recommendation',
  reconsiderationRequested: 'recommendation',
  decisionNeeded: 'decision',
  fundsNeeded: 'awaitingFunds',
};

const sameSide = (a: Role, b: Role): boolean => a === b || (isRcSide(a) && isRcSide(b));

/** The day by which the reader of a notice has to act; null when nothing waits on them, or does not any more. */
export function dueFor(facts: RequestFacts, notice: NoticeName, { person, as }: Addressee): Day | null {
  const theirs = facts.clocks.filter(
    (c) =>
      c.group === GROUP_OF[notice] &&
      c.stoppedWith === null &&
      sameSide(c.holder, as) &&
      (c.personId === null || c.personId === person.id) &&
      (c.region === null ||
        person.assignments.some(
          (a) => a.role === as && reaches(a, { countries: facts.summary.countries, regions: [c.region!] }),
        )),
  );
  return theirs.map((c) => c.dueOn).sort()[0] ?? null;
}
