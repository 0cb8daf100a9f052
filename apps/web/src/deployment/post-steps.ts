import type { PostRead, SignedIn } from '#casework';
import {
  availableDeploymentActions,
  DEPLOYMENT_EVENTS,
  postTodosFor,
  presentTerm,
  type DeploymentEventType,
  type PostTask,
} from '#domain';
import { paths } from '../shell/paths.js';
import { hrefOfTab, type PostTab } from './post-frame.js';
import { slugOf, STEP_FORMS } from './step-forms.js';

interface Link {
  text: string;
  href: string;
}

/** The steps that stand on a page of the post itself, with the words of the link that leads there. */
const ELSEWHERE: Partial<Record<DeploymentEventType, [page: PostTab, words: string]>> = {
  PLAN: ['workPlan', 'Write the work plan'],
  FILE_REPORT: ['reports', 'File a report'],
  CHECK: ['exit', 'Work through the exit checklist'],
};
/** What is decided on the page of the renewal, where each of it is explained beside the others. */
const DECIDING: readonly DeploymentEventType[] = ['EXTEND', 'PLAN_SUCCESSION', 'CONVERT', 'CLOSE'];
/** Steps that come seldom, about the post or the adviser as such. */
const SELDOM: readonly DeploymentEventType[] = [
  'CHANGE_POST',
  'COVER',
  'UNCOVER',
  'MARK_FRAMEWORK',
  'SET_REPORTING',
  'IDENTIFY',
  'TRANSFER',
  'LEAVE',
  'ADD_OBLIGATION',
  'MOVE_OBLIGATION',
];

/** With which step, or on which page, a task is done. */
const DONE_BY: Partial<Record<PostTask, DeploymentEventType>> = {
  prepareRecruitment: 'ADVERTISE',
  shortlist: 'SHORTLIST',
  select: 'SELECT',
  viewCandidate: 'CONSULTED',
  receiveAdviser: 'ARRIVE',
  fillGap: 'ADVERTISE',
  findSuccessor: 'ADVERTISE',
  writePlan: 'PLAN',
  agreePlan: 'AGREE_WORK_PLAN',
  review: 'REVIEW',
  wish: 'ASK_EXTENSION',
  checklist: 'CHECK',
  handOver: 'HAND_OVER',
  recordLeaving: 'LEAVE',
  report: 'FILE_REPORT',
};

function linkOf(ref: string, type: DeploymentEventType): Link | null {
  const other = ELSEWHERE[type];
  const slug = slugOf(type);
  if (other) return { text: other[1], href: hrefOfTab(ref, other[0]) };
  return slug ? { text: DEPLOYMENT_EVENTS[type].label, href: paths.deploymentStep(ref, slug) } : null;
}

/** What this person can do with a post: first what waits for them, then the rest, and apart what comes seldom. */
export function summarySteps(view: PostRead, me: SignedIn): { actions: Link[]; others: Link[]; seldom: Link[] } {
  const { ref } = view.facts;
  const types = availableDeploymentActions(view.whole, me).flatMap((a) => (a.allowed ? [a.type] : []));
  const decides = presentTerm(view.facts) !== null && types.some((type) => DECIDING.includes(type));
  const renewal: Link[] = decides
    ? [{ text: 'Decide what comes after this term', href: hrefOfTab(ref, 'renewal') }]
    : [];
  const todos = postTodosFor(view.whole, me);
  const first = todos.flatMap(({ task }) => {
    const type = DONE_BY[task];
    return type && types.includes(type) ? [linkOf(ref, type)!] : task === 'decideRenewal' ? renewal : [];
  })[0];
  const links = (of: DeploymentEventType[]) => of.flatMap((type) => linkOf(ref, type) ?? []);
  // A nudge stands beside whoever is waited for.
  const shown = types.filter(
    (type) => type !== 'NUDGE' && !SELDOM.includes(type) && !(decides && DECIDING.includes(type)),
  );
  return {
    actions: first ? [first] : [],
    others: [...links(shown), ...renewal].filter((link) => link.href !== first?.href),
    seldom: links(types.filter((type) => SELDOM.includes(type))).filter((link) => link.href !== first?.href),
  };
}

/** The steps that belong to one page of a post: those that this person can take, and where there is none why not yet. */
export function stepsFor(
  view: PostRead,
  me: SignedIn,
  page: PostTab,
): { actions: Link[]; others: Link[]; notYet: string[] } {
  const { ref } = view.facts;
  const own = availableDeploymentActions(view.whole, me).flatMap((action) => {
    const slug = slugOf(action.type);
    return slug && STEP_FORMS[slug]!.page === page ? [{ action, slug }] : [];
  });
  const links = own
    .filter(({ action }) => action.allowed)
    .map(({ action, slug }) => ({ text: action.label, href: paths.deploymentStep(ref, slug) }));
  const notYet = own.flatMap(({ action }) => (!action.allowed && action.code === 'notReady' ? [action.reason] : []));
  return { actions: links.slice(0, 1), others: links.slice(1), notYet: links.length ? [] : [...new Set(notYet)] };
}
