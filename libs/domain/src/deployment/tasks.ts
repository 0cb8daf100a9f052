import { mayTakeDeployment } from './decide-deployment.js';
import type { Actor, Role } from '../people/roles.js';
import { isRefusal } from '../refusal.js';
import type { Clock } from '../time/deadlines.js';
import type { DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';
import { reportTask } from './report-task.js';

/** What a clock of a post waits for, each by a name, with the words of lists. */
export const POST_TASKS = {
  prepareRecruitment: 'Advertise the post',
  shortlist: 'Draw up the shortlist',
  select: 'Select a candidate',
  viewCandidate: 'Say whether you agree to the candidate',
  receiveAdviser: 'Record the arrival',
  fillGap: 'Bridge the gap, advertise the post or end it',
  findSuccessor: 'Advertise the post for a successor',
  writePlan: 'Write the work plan',
  agreePlan: 'Agree to the work plan',
  review: 'Give the mid-term review',
  wish: 'Say whether the post should go on',
  decideRenewal: 'Decide on the renewal',
  checklist: 'Work through the exit checklist',
  handOver: 'Hand over',
  recordLeaving: 'Record that the adviser has left',
  report: 'File the report',
  schedule: 'Nothing: the system acts on the day',
} as const;
export type PostTask = keyof typeof POST_TASKS;

/** What ends the wait of each task: any of these steps. */
const ENDED_BY: Record<PostTask, readonly DeploymentEventType[]> = {
  prepareRecruitment: ['ADVERTISE'],
  shortlist: ['SHORTLIST'],
  select: ['SELECT'],
  viewCandidate: ['CONSULTED'],
  receiveAdviser: ['ARRIVE', 'NOT_ARRIVED'],
  fillGap: ['BRIDGE', 'ADVERTISE', 'CLOSE'],
  findSuccessor: ['ADVERTISE'],
  writePlan: ['PLAN'],
  agreePlan: ['AGREE_WORK_PLAN'],
  review: ['REVIEW'],
  wish: ['ASK_EXTENSION'],
  decideRenewal: ['EXTEND', 'PLAN_SUCCESSION', 'CONVERT', 'CLOSE'],
  checklist: ['CHECK'],
  handOver: ['HAND_OVER'],
  recordLeaving: ['LEAVE'],
  report: ['FILE_REPORT'],
  schedule: [],
};
const BY_KEY: Record<string, PostTask> = {
  'recruitment:sourcing': 'prepareRecruitment',
  'recruitment:shortlisting': 'shortlist',
  'recruitment:selection': 'select',
  'recruitment:candidateView': 'viewCandidate',
  'recruitment:onboarding': 'receiveAdviser',
};
const BY_GROUP: Record<string, PostTask> = {
  vacancy: 'fillGap',
  succession: 'findSuccessor',
  workPlan: 'writePlan',
  workPlanAgreement: 'agreePlan',
  midTerm: 'review',
  closing: 'checklist',
  handOver: 'handOver',
  leaving: 'recordLeaving',
  report: 'report',
  schedule: 'schedule',
};

/** What a clock of a post waits for: the one place that says it, for lists and mails alike. */
export function postTaskOf(clock: Clock): PostTask {
  if (clock.group === 'renewal') return clock.holder === 'deskOfficer' ? 'decideRenewal' : 'wish';
  const task = BY_KEY[clock.key] ?? BY_GROUP[clock.group];
  if (!task) throw new Error(`No task is known for the clock “${clock.key}” of a post.`);
  return task;
}

/** The same in words; a report that is due is named. */
export function postTaskWords({ incumbencies }: Pick<DeploymentFacts, 'incumbencies'>, clock: Clock): string {
  const task = postTaskOf(clock);
  const due = incumbencies.flatMap((t) => t.obligations).find((o) => clock.key === `report:${o.id}`);
  return due ? reportTask(due) : POST_TASKS[task];
}

export interface PostTodo {
  clock: Clock;
  task: PostTask;
  /** In words: "Agree to the work plan". */
  what: string;
}
/** The one who holds a clock, and those who can do the same: a coordinator looks after what the office holds. */
const PLAYED_BY: Partial<Record<Role, readonly Role[]>> = {
  rcOffice: ['rcOffice', 'residentCoordinator', 'actingCoordinator'],
  residentCoordinator: ['residentCoordinator', 'actingCoordinator'],
};

/** What of a post waits for this person: asked of the same rule that guards the steps. */
export function postTodosFor(facts: DeploymentFacts, actor: Actor): PostTodo[] {
  return facts.clocks
    .filter((clock) => clock.personId === null || clock.personId === actor.id)
    .filter((clock) => actor.assignments.some((a) => (PLAYED_BY[clock.holder] ?? [clock.holder]).includes(a.role)))
    .map((clock) => ({ clock, task: postTaskOf(clock) }))
    .filter(({ task }) => ENDED_BY[task].some((type) => !isRefusal(mayTakeDeployment(facts, actor, type))))
    .map(({ clock, task }) => ({ clock, task, what: postTaskWords(facts, clock) }));
}
