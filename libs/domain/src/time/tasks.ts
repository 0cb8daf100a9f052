import { allScoresIn, openQuestions, type RequestFacts } from '../request/facts.js';
import { assessmentOf } from '../request/states.js';
import type { Clock } from './deadlines.js';

/** What a clock waits for, each by a name, with the words of lists; mails say it in the language of whoever reads them. */
export const TASKS = {
  finishDraft: 'Finish and submit the draft',
  screen: 'Check that the request is complete',
  correct: 'Correct the request and submit it again',
  advise: 'Give advice',
  reachConsultee: 'Reach a party whose mail came back',
  lookAtAdvice: 'Ask for advice again, or let it stand',
  endorse: 'Endorse the request, or decline',
  reachEndorser: 'Reach a head of agency whose mail came back',
  answer: 'Answer the question',
  declare: 'Declare interests, then score',
  takeUp: 'Take the appointment up, or decline it',
  score: 'Score the request',
  appoint: 'Appoint reviewers',
  seeToReviews: 'See that the reviews come in',
  reveal: 'Reveal the scores',
  settle: 'Settle the scores',
  moderate: 'Moderate and settle the scores',
  recommend: 'Recommend',
  decide: 'Decide',
  answerOffer: 'Accept or refuse the offer',
  takeUpAgain: 'Take up again on its date',
  findFunds: 'Find the funds',
  proposeTerms: 'Propose the terms of reference',
  signTerms: 'Sign the terms of reference',
  confirmCostShare: 'Confirm the cost sharing',
  confirmHosting: 'Confirm the hosting',
} as const;
export type Task = keyof typeof TASKS;
export const TASK_NAMES = Object.keys(TASKS) as Task[];

/** By the key of a clock or by its group. */
const BY_CLOCK: Record<string, Task> = {
  draft: 'finishDraft',
  screening: 'screen',
  returned: 'correct',
  consultation: 'advise',
  appointment: 'takeUp',
  unreached: 'reachConsultee',
  outdatedAdvice: 'lookAtAdvice',
  endorsement: 'endorse',
  unreachedEndorser: 'reachEndorser',
  clarification: 'answer',
  recommendation: 'recommend',
  decision: 'decide',
  offered: 'answerOffer',
  deferred: 'takeUpAgain',
  awaitingFunds: 'findFunds',
  tor: 'proposeTerms',
  'tor:rc': 'signTerms',
  'tor:ohchr': 'signTerms',
  costSharing: 'confirmCostShare',
  hosting: 'confirmHosting',
};

function reviewTask(facts: RequestFacts, clock: Clock): Task {
  if (clock.holder === 'reviewer')
    return facts.reviewers.find((r) => r.person.id === clock.personId)?.state === 'appointed' ? 'declare' : 'score';
  if (clock.holder === 'panelChair') return assessmentOf(facts.state)?.review === 'moderation' ? 'moderate' : 'settle';
  if (allScoresIn(facts)) return 'reveal';
  // Who waits outside for the review is heard by the desk officer, while the reviewers hold it.
  return facts.clocks.some((c) => c.key === clock.key) ? 'appoint' : 'seeToReviews';
}

/** What a clock waits for: the one place that says it, for lists and mails alike. */
export function taskOf(facts: RequestFacts, clock: Clock): Task {
  if (clock.group === 'review') return reviewTask(facts, clock);
  const task = BY_CLOCK[clock.key] ?? BY_CLOCK[clock.group];
  if (!task) throw new Error(`No task is known for the clock “${clock.key}”.`);
  return task;
}

/** What a clock waits for, in words for a list: "Answer the question". */
export function waitingFor(facts: RequestFacts, clock: Clock): string {
  const task = taskOf(facts, clock);
  return task === 'answer' && openQuestions(facts).length > 1 ? 'Answer the questions' : TASKS[task];
}
