import type { Also } from '../also.js';
import { SYSTEM, type Actor, type Assignment } from '../people/roles.js';
import { isRefusal, refuse, type Refusal } from '../refusal.js';
import { personRef } from '../request/steps.js';
import type { Notice } from '../notices.js';
import { dayOf } from '../time/working-days.js';
import { timingRefusal } from '../timing/by-hand.js';
import { changeOf, recount, TIMING_STEPS } from '../timing/steps-timing.js';
import { maySeeDeployment, noSuchPost, roleForDeployment, roleInPost } from './access.js';
import { postClocksAfter } from './post-clocks.js';
import { conditionOf, regionsOf } from './current.js';
import {
  DEPLOYMENT_EVENT_TYPES,
  DEPLOYMENT_EVENTS,
  deploymentEventRule,
  type DeploymentEvent,
  type DeploymentEventType,
} from './events.js';
import { RECRUITMENT_STAGES, type DeploymentFacts } from './facts.js';
import { deploymentEventsHandledIn, nextDeploymentState } from './machine.js';
import { deploymentNoticesOf } from './notices-of.js';
import { nudgeOnPost, nudgingRefusalOfPost } from './nudging.js';
import { preparedRefusal } from './prepared.js';
import {
  appliedToDeployment,
  DEPLOYMENT_ENTRY_NAMES,
  evolveDeployment,
  type DeploymentEntry,
  type DeploymentRecorded,
  type Kept,
} from './record.js';
import { activeState, DEPLOYMENT_STATES } from './states.js';
import { amendHistoryStep } from './steps-history.js';
import { historyStep, openStep } from './steps-open.js';
import { BRIDGE_STEPS } from './steps-bridge.js';
import { POST_STEPS } from './steps-post.js';
import { RECRUITMENT_STEPS } from './steps-recruitment.js';
import { RENEWAL_STEPS } from './steps-renewal.js';
import { TERM_STEPS } from './steps-term.js';
import { dayAtStation, type DeploymentContext, type DeploymentStep, type DeploymentStepRule } from './steps.js';

/** What a step of a post comes to: the line for the record, the post after it, who is to be told, and what follows elsewhere. */
export interface DeploymentDecision {
  entry: DeploymentEntry;
  facts: DeploymentFacts;
  notices: Notice[];
  also: Also[];
}

const STEPS: { [T in Exclude<DeploymentEventType, 'OPEN' | 'RECORD_HISTORY'>]: DeploymentStepRule<T> } = {
  ...POST_STEPS,
  ...BRIDGE_STEPS,
  ...RECRUITMENT_STEPS,
  ...TERM_STEPS,
  ...RENEWAL_STEPS,
  AMEND_HISTORY: amendHistoryStep,
  ...TIMING_STEPS,
  RECOUNT_CLOCKS: ({ event, facts, context }) =>
    recount(event.change, facts, (change) => postClocksAfter(facts, facts.clocks, context, change), context.calendars),
  NUDGE: ({ event, facts, actor, as, context }) => nudgeOnPost(facts, actor, as.role, event.clock, context.at),
};
/** What the product takes from the sources of the past, however a post stands. */
const FROM_SOURCES: readonly DeploymentEventType[] = ['OPEN', 'RECORD_HISTORY', 'AMEND_HISTORY'];

/** Whether this person may take this kind of step on this post at all, now: the rule behind every button and every refusal. */
export function mayTakeDeployment(
  facts: DeploymentFacts,
  actor: Actor,
  type: DeploymentEventType,
): Assignment | Refusal {
  return inTurn(facts, actor, roleForDeployment(actor, facts, type), type);
}
function inTurn(
  facts: DeploymentFacts,
  actor: Actor,
  as: Assignment | Refusal,
  type: DeploymentEventType,
): Assignment | Refusal {
  if (isRefusal(as)) return as;
  const handled = FROM_SOURCES.includes(type) || deploymentEventsHandledIn(facts.state).has(type);
  const refused =
    preparedRefusal(facts, as, type, handled) ??
    (handled ? (timingRefusal(facts, actor, as, type) ?? nudgingRefusalOfPost(facts, actor, type)) : null);
  if (refused || handled) return refused ?? as;
  return refuse('notNow', `“${deploymentEventRule(type).label}” cannot be done now: ${whereItStands(facts, type)}.`);
}
const OF_RECRUITMENT: readonly DeploymentEventType[] = ['ADVERTISE', 'SHORTLIST', 'SELECT', 'CONSULTED', 'NOT_ARRIVED'];
/** Where the post stands; for steps of a recruitment, where that stands: “being recruited” alone would not tell why not. */
function whereItStands(facts: DeploymentFacts, type: DeploymentEventType): string {
  const stage = activeState(facts.state)?.recruitment ?? 'idle';
  return OF_RECRUITMENT.includes(type) && stage !== 'idle'
    ? `the recruitment is at “${RECRUITMENT_STAGES[stage]}”`
    : `the post is at “${DEPLOYMENT_STATES[conditionOf(facts)].label}”`;
}

export type DeploymentAction = { type: DeploymentEventType; label: string } & (
  { allowed: true } | { allowed: false; code: Refusal['code']; reason: string }
);

/** Every kind of step of a post with whether this person could take it now, or the reason why not. */
export function availableDeploymentActions(facts: DeploymentFacts, actor: Actor): DeploymentAction[] {
  if (actor.system || !maySeeDeployment(actor, facts)) return [];
  return DEPLOYMENT_EVENT_TYPES.filter((type) => !FROM_SOURCES.includes(type)).map((type) => {
    const taken = inTurn(facts, actor, roleInPost(actor, facts, type), type);
    const { label } = DEPLOYMENT_EVENTS[type];
    return isRefusal(taken)
      ? { type, label, allowed: false, code: taken.code, reason: taken.message }
      : { type, label, allowed: true };
  });
}

/** Steps of other posts that follow in the same transaction. */
function alsoOf(before: DeploymentFacts | null, mover: Actor, event: DeploymentEvent): Also[] {
  if (event.type !== 'TRANSFER' || !before) return [];
  const { person } = before.incumbencies.at(-1)!;
  const { on, endsOn } = event;
  return [
    {
      kind: 'deployment',
      ref: event.to.trim(),
      event: { type: 'RECEIVE', adviser: person, on, endsOn, from: before.ref, mover },
      namedAt: 'to',
    },
  ];
}

function conclude<T extends DeploymentEventType>(
  before: DeploymentFacts | null,
  actor: Actor,
  as: Assignment,
  event: DeploymentEvent & { type: T },
  step: DeploymentRecorded[T],
  context: DeploymentContext,
): DeploymentDecision {
  const { type } = event;
  const { at } = context;
  const who = personRef(actor);
  const first = appliedToDeployment(before, type, step as Kept<T>, at, who);
  const regions = regionsOf(first.post, dayOf(at), context.regionOf);
  const redrawn = regions.join() !== first.post.regions.join();
  const data: Kept<T> = redrawn ? { ...step, regions } : step;
  const changed = redrawn ? { ...first, post: { ...first.post, regions } } : first;
  // A post of the past stands where its sources leave it; every other one where the machine leads.
  const told = 'state' in step ? (step.state as DeploymentFacts['state']) : null;
  const state = told ?? nextDeploymentState(changed.state, event, changed);
  const entry: DeploymentEntry<T> = {
    event: type,
    name: DEPLOYMENT_ENTRY_NAMES[type],
    at,
    actor: who,
    role: actor.system ? null : as.role,
    actingFor: as.actingFor ?? null,
    data,
    state,
    clocks: postClocksAfter({ ...changed, state }, before?.clocks ?? [], context, changeOf(type, data)),
  };
  const facts = evolveDeployment(before, entry as DeploymentEntry);
  return {
    entry: entry as DeploymentEntry,
    facts,
    notices: deploymentNoticesOf(before, facts, type, data),
    also: alsoOf(before, actor, event),
  };
}

/** Who moves an adviser fills the other post as well: of one that is not theirs they learn nothing, not even who is in it. */
function notForMover(facts: DeploymentFacts, event: DeploymentEvent): Refusal | null {
  if (event.type !== 'RECEIVE' || !event.mover) return null;
  const held = roleForDeployment(event.mover, facts, 'TRANSFER');
  return isRefusal(held) ? held : null;
}

function open(
  actor: Actor,
  event: Extract<DeploymentEvent, { type: 'OPEN' | 'RECORD_HISTORY' }>,
  context: DeploymentContext,
): DeploymentDecision | Refusal {
  if (!actor.system) return refuse('notYourRole', 'A post is opened by the product, from a request or an import.');
  const as: Assignment = { role: 'administrator', regions: [], countries: [] };
  const data = event.type === 'OPEN' ? openStep(event, context) : historyStep(event, context);
  return isRefusal(data) ? data : conclude(null, SYSTEM, as, event, data, context);
}

/**
 * Decides one step of a post: may this person, can it happen now, is what was sent right, and what follows.
 * Pure: the same arguments give the same answer, and nothing is changed. A refusal is a value with its reason.
 */
export function decideDeployment(
  facts: DeploymentFacts | null,
  actor: Actor,
  event: DeploymentEvent,
  context: DeploymentContext,
): DeploymentDecision | Refusal {
  if (!Object.hasOwn(DEPLOYMENT_EVENTS, event.type)) return refuse('invalid', 'There is no step of this name.');
  const opening = event.type === 'OPEN' || event.type === 'RECORD_HISTORY';
  if (opening && !facts) return open(actor, event, context);
  if (!facts || (opening && !maySeeDeployment(actor, facts))) return noSuchPost();
  if (opening) return refuse('notNow', 'This post exists already.');
  const as = notForMover(facts, event) ?? mayTakeDeployment(facts, actor, event.type);
  if (isRefusal(as)) return as;
  const step = STEPS[event.type] as (input: DeploymentStep<DeploymentEventType>) => Refusal | object;
  const today = dayAtStation(context, facts.post.host);
  const data = step({ event, facts, actor, as, context, today } as DeploymentStep<DeploymentEventType>);
  return isRefusal(data)
    ? data
    : conclude(facts, actor, as, event, data as DeploymentRecorded[typeof event.type], context);
}
