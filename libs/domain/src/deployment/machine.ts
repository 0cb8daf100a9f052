import {
  getNextTransitions,
  setup,
  transition,
  type AnyTransitionDefinition,
  type StateValue as XStateValue,
} from 'xstate';
import { isToEnd, planAgreed, presentRenewal, presentSearch } from './current.js';
import type { DeploymentEvent, DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';
import { timing } from '../timing/transitions.js';
import type { DeploymentState } from './states.js';

/** The machine chooses where a step leads. It sees the facts as they will be after the step; whether the step may be taken is asked before. */
interface Context {
  after: DeploymentFacts;
}
type Given = { context: Context };
const term = ({ context: { after } }: Given) => after.incumbencies.at(-1);
const reviewed = (given: Given) =>
  (['rc', 'ohchr'] as const).every((side) => term(given)?.review?.findings.some((f) => f.side === side));

const machineSetup = setup({
  types: {
    context: {} as Context,
    events: {} as DeploymentEvent,
    input: {} as { after: DeploymentFacts } | undefined,
  },
  guards: {
    planAgreed: (given) => planAgreed(term(given) ?? { workPlan: { version: 0, items: [], agreed: [] } }),
    reviewed,
    reviewedInRenewal: (given) => reviewed(given) && presentRenewal(given.context.after) !== null,
    toEnd: ({ context }) => isToEnd(context.after),
    coordinatorAgrees: ({ context }) => presentSearch(context.after)?.consulted?.agrees === true,
  },
});

const NOTHING = {} as DeploymentFacts;
const back = [{ guard: 'planAgreed' as const, target: 'serving' }, { target: 'inception' }];
const bridging = { BRIDGE: {}, END_BRIDGE: {} };
const reporting = { FILE_REPORT: {}, ADD_OBLIGATION: {}, MOVE_OBLIGATION: {}, NOTE_TO_OHCHR: {} };
/** A decision to end the post holds also when the adviser leaves before the handover. */
const gone = [{ guard: 'toEnd' as const, target: '#ended' }, { target: 'vacant' }];
/** What can happen as long as somebody is in post. */
const held = { ...bridging, ...reporting, LEAVE: gone, TRANSFER: 'vacant' };
const planning = { PLAN: {}, AGREE_WORK_PLAN: {} };
const deciding = { ASK_EXTENSION: {}, PLAN_SUCCESSION: {}, CONVERT: {}, CLOSE: {} };

/** The post, from its opening to its end: who holds it, and beside that the search for who comes next. Pure: the graph alone. */
export const deploymentMachine = machineSetup.createMachine({
  id: 'deployment',
  context: ({ input }) => ({ after: input?.after ?? NOTHING }),
  initial: 'active',
  states: {
    active: {
      type: 'parallel',
      on: {
        CHANGE_POST: {},
        COVER: {},
        UNCOVER: {},
        MARK_FRAMEWORK: {},
        SET_REPORTING: {},
        IDENTIFY: {},
        TAKE_EFFECT: {},
        ...timing,
      },
      states: {
        tenure: {
          initial: 'vacant',
          states: {
            vacant: { on: { ...bridging, ARRIVE: 'inception', RECEIVE: 'inception', CLOSE: '#ended' } },
            inception: {
              on: {
                ...held,
                PLAN: {},
                AGREE_WORK_PLAN: [{ guard: 'planAgreed', target: 'serving' }, {}],
                EXTEND: {},
                OPEN_RENEWAL: 'renewal',
                CLOSE: 'renewal',
                START_CLOSING: 'closing',
              },
            },
            serving: {
              on: {
                ...held,
                ...planning,
                EXTEND: {},
                START_MID_TERM: 'midTermReview',
                OPEN_RENEWAL: 'renewal',
                CLOSE: 'renewal',
                START_CLOSING: 'closing',
              },
            },
            // The renewal goes on beside the review: a short term comes to both at the same time.
            midTermReview: {
              on: {
                ...held,
                ...planning,
                ...deciding,
                OPEN_RENEWAL: {},
                EXTEND: {},
                REVIEW: [
                  { guard: 'reviewedInRenewal', target: 'renewal' },
                  { guard: 'reviewed', target: 'serving' },
                  {},
                ],
                START_CLOSING: 'closing',
              },
            },
            renewal: {
              on: {
                ...held,
                ...planning,
                ...deciding,
                START_MID_TERM: 'midTermReview',
                EXTEND: back,
                START_CLOSING: 'closing',
              },
            },
            // A decision that comes late can still be taken: a term must not run out because nobody decided in time.
            closing: {
              on: {
                ...held,
                ...deciding,
                EXTEND: back,
                CHECK: {},
                SEND_BACK: {},
                HAND_OVER: gone,
              },
            },
          },
        },
        recruitment: {
          initial: 'sourcing',
          states: {
            idle: { on: { ADVERTISE: 'shortlisting' } },
            sourcing: { on: { ADVERTISE: 'shortlisting', RECEIVE: 'idle', CANCEL: 'idle' } },
            shortlisting: { on: { SHORTLIST: 'selection', RECEIVE: 'idle', CANCEL: 'idle' } },
            selection: {
              on: {
                SELECT: {},
                CONSULTED: [{ guard: 'coordinatorAgrees', target: 'onboarding' }, {}],
                RECEIVE: 'idle',
                CANCEL: 'idle',
              },
            },
            onboarding: { on: { ARRIVE: 'idle', NOT_ARRIVED: 'selection', CANCEL: 'idle' } },
          },
        },
      },
    },
    ended: { id: 'ended', type: 'final' },
  },
});

const restore = (value: DeploymentState, after: DeploymentFacts) =>
  deploymentMachine.resolveState({ value: value as XStateValue, context: { after } });

const handled = new Map<string, ReadonlySet<DeploymentEventType>>();

/** The kinds of event that a state of a post answers to, whoever sends them. */
export function deploymentEventsHandledIn(value: DeploymentState): ReadonlySet<DeploymentEventType> {
  const key = JSON.stringify(value);
  const known = handled.get(key);
  if (known) return known;
  const types = getNextTransitions(restore(value, NOTHING)).map(
    (t: AnyTransitionDefinition) => t.eventType as DeploymentEventType,
  );
  handled.set(key, new Set(types));
  return handled.get(key)!;
}

/** Where a step of a post leads, given the facts as they will be after it. */
export function nextDeploymentState(
  value: DeploymentState,
  event: DeploymentEvent,
  after: DeploymentFacts,
): DeploymentState {
  const [next] = transition(deploymentMachine, restore(value, after), event);
  return next.value as DeploymentState;
}
