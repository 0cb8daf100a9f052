import type { PostRead, SignedIn } from '#casework';
import { availableDeploymentActions, DEPLOYMENT_EVENTS, type DeploymentEventType } from '#domain';
import { paths } from '../shell/paths.js';
import type { PostTab } from './post-frame.js';
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

/** What this person can do now, as links. */
export function stepLinks(view: PostRead, me: SignedIn): Link[] {
  const { ref } = view.facts;
  return availableDeploymentActions(view.whole, me).flatMap(({ type, allowed }) => {
    if (!allowed) return [];
    const other = ELSEWHERE[type];
    const slug = slugOf(type);
    if (other) return [{ text: other[1], href: paths.deploymentPage(ref, other[0]) }];
    return slug ? [{ text: DEPLOYMENT_EVENTS[type].label, href: paths.deploymentStep(ref, slug) }] : [];
  });
}

/** The steps that belong to one page of a post: those that this person can take, and of their own ones why others cannot be taken yet. */
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
  return { actions: links.slice(0, 1), others: links.slice(1), notYet: [...new Set(notYet)] };
}
