import type { Assignment } from '../people/roles.js';
import type { Refusal } from '../refusal.js';
import { endReportOf, isToEnd, presentRenewal, presentSearch, presentTerm } from './current.js';
import type { DeploymentEventType } from './events.js';
import type { DeploymentFacts, Incumbency } from './facts.js';
import { activeState } from './states.js';
import { inWords, notReady, sideOf } from './steps.js';

type Rule = (facts: DeploymentFacts, as: Assignment) => string | null;

const inPost = (term: Incumbency): string =>
  `${term.person.name} is in post${term.endsOn ? ` until ${inWords(term.endsOn)}` : ''}`;

/** What is missing before somebody can arrive: said step by step, since an arrival is often the first thing that is known. */
function arrival(facts: DeploymentFacts): string | null {
  const term = presentTerm(facts);
  if (term) return `${inPost(term)}. Record first that the post was handed over or that the adviser has left.`;
  switch (activeState(facts.state)?.recruitment) {
    case 'onboarding':
      return null;
    case 'selection':
      return presentSearch(facts)?.selected
        ? 'The Resident Coordinator has not been consulted on who is selected. Record the view first.'
        : 'Nobody is selected yet. Record who is selected, and the view of the Resident Coordinator.';
    case 'shortlisting':
      return 'Nobody is selected yet. Record the shortlist, who is selected, and the view of the Resident Coordinator.';
    default:
      return 'Nobody is being recruited yet. Record that the post is advertised, the shortlist, who is selected, and the view of the Resident Coordinator.';
  }
}
function receipt(facts: DeploymentFacts): string | null {
  const term = presentTerm(facts);
  if (term) return `${inPost(term)}. An adviser can be received when the post is empty.`;
  const expected = activeState(facts.state)?.recruitment === 'onboarding' && presentSearch(facts)?.selected;
  return expected ? `${expected.name} is selected and expected. Stop the recruitment first.` : null;
}
/** No person takes steps of a post as administrator: the product itself acts under this name. */
const byTheProduct = ({ role }: Assignment): boolean => role === 'administrator';
const renewal: Rule = (facts) => (presentRenewal(facts) ? null : 'The renewal of this term is not open.');

function agreement(facts: DeploymentFacts, as: Assignment): string | null {
  const { workPlan } = presentTerm(facts)!;
  if (workPlan.version === 0) return 'The adviser has not written the work plan yet.';
  return workPlan.agreed.some((a) => a.side === sideOf(as) && a.version === workPlan.version)
    ? 'Your side has agreed to this version of the work plan.'
    : null;
}
function handover(facts: DeploymentFacts): string | null {
  const term = presentTerm(facts)!;
  const { exit } = term;
  const missing = [
    ...(endReportOf(term) ? [] : ['the end-of-assignment report']),
    ...(exit!.finished.some((f) => f.side === 'adviser') ? [] : ['your checklist']),
    ...(exit!.finished.some((f) => f.side === 'rc') ? [] : ['the checklist of the Resident Coordinator']),
  ];
  return missing.length ? `Still to be finished: ${missing.join(', ')}.` : null;
}

/** What has to be there first, in a sentence; null when nothing is missing. Asked only where the state answers to the step. */
const RULES: Partial<Record<DeploymentEventType, Rule>> = {
  CONSULTED: (facts) => (presentSearch(facts)?.selected ? null : 'Nobody is selected yet.'),
  AGREE_WORK_PLAN: agreement,
  REVIEW: (facts, as) =>
    presentTerm(facts)!.review?.findings.some((f) => f.side === sideOf(as))
      ? 'Your side has given its mid-term review.'
      : null,
  START_MID_TERM: (facts) => (presentTerm(facts)!.review ? 'This term has had its mid-term review.' : null),
  OPEN_RENEWAL: (facts) => (presentRenewal(facts) ? 'The renewal of this term is open already.' : null),
  ASK_EXTENSION: (facts, as) =>
    renewal(facts, as) ?? (presentRenewal(facts)!.decided ? 'The renewal of this term is decided.' : null),
  // A term that comes to its end without a renewal, such as a short one, can still be extended; and a request that was approved
  // and paid for prolongs its post whenever that is.
  EXTEND: (facts, as) =>
    activeState(facts.state)?.tenure === 'closing' || byTheProduct(as) ? null : renewal(facts, as),
  PLAN_SUCCESSION: renewal,
  CONVERT: renewal,
  ADVERTISE: (facts) =>
    presentTerm(facts) && isToEnd(facts) ? 'It is decided that the post ends with this term.' : null,
  MOVE_OBLIGATION: (facts) =>
    presentTerm(facts)!.obligations.some((o) => o.reportId === null) ? null : 'No report is due from this post.',
  CHECK: (facts, as) =>
    presentTerm(facts)!.exit!.finished.some((f) => f.side === (as.role === 'adviser' ? 'adviser' : 'rc'))
      ? 'Your side has finished its list. It can be sent back to you.'
      : null,
  SEND_BACK: (facts, as) => {
    const { finished } = presentTerm(facts)!.exit!;
    const own = as.role === 'deskOfficer' ? null : as.role === 'adviser' ? 'adviser' : 'rc';
    return finished.some((f) => f.side !== own) ? null : 'No list is finished that could be sent back.';
  },
  HAND_OVER: handover,
  END_BRIDGE: (facts) => (facts.bridges.length ? null : 'No gap of this post is bridged.'),
  IDENTIFY: (facts) =>
    [presentTerm(facts)?.person, presentSearch(facts)?.selected].some((p) => p?.id === null)
      ? null
      : 'Whoever is in post or selected has an account here already.',
};
/** Steps whose reason says more than the state alone, wherever the post stands. */
const ALWAYS: Partial<Record<DeploymentEventType, Rule>> = { ARRIVE: arrival, RECEIVE: receipt };

/** Why a step cannot be taken yet, as far as it can be told without what will be sent. */
export function preparedRefusal(
  facts: DeploymentFacts,
  as: Assignment,
  type: DeploymentEventType,
  handled: boolean,
): Refusal | null {
  if (facts.state === 'ended') return null;
  const said = ALWAYS[type]?.(facts, as) ?? (handled ? RULES[type]?.(facts, as) : null);
  return said ? notReady(said) : null;
}
