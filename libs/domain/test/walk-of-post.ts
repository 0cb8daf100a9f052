import fc from 'fast-check';
import {
  availableDeploymentActions,
  DEPLOYMENT_EVENT_TYPES,
  isRefusal,
  mayTakeDeployment,
  type DeploymentDecision,
  type DeploymentEvent,
  type DeploymentEventType,
  type Refusal,
} from '../src/index.js';
import { DeploymentBuilder, POST_PARTS, type PostPart } from './a-deployment.js';
import { aPostEvent } from './deployment-events.js';
import { deepFreeze } from './freeze.js';
import { aWrongPostEvent } from './wrong-post-events.js';

/** One move of a walk of a post: numbers from which actor, event and time are drawn. */
interface PostMove {
  kind: 'offered' | 'clock' | 'any' | 'wrong';
  actor: number;
  type: number;
  variant: number;
  days: number;
}
const STARTS = ['opened', 'onboarding', 'arrived', 'serving', 'wished', 'closing', 'checked', 'left'] as const;
export interface PostWalk {
  start: (typeof STARTS)[number];
  moves: PostMove[];
}
const moves = fc.array(
  fc.record<PostMove>({
    kind: fc.oneof(
      { weight: 7, arbitrary: fc.constant('offered' as const) },
      { weight: 2, arbitrary: fc.constant('clock' as const) },
      { weight: 2, arbitrary: fc.constant('any' as const) },
      { weight: 1, arbitrary: fc.constant('wrong' as const) },
    ),
    actor: fc.nat({ max: 1000 }),
    type: fc.nat({ max: 1000 }),
    variant: fc.nat({ max: 50 }),
    days: fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 4 }) }, { weight: 1, arbitrary: fc.nat({ max: 200 }) }),
  }),
  { minLength: 5, maxLength: 60, size: 'max' },
);
/** Walks of a post from all over its life. */
export const postWalks = (...from: PostWalk['start'][]) =>
  fc.record<PostWalk>({ start: fc.constantFrom(...(from.length ? from : STARTS)), moves });

export interface PostStep {
  by: PostPart;
  event: DeploymentEvent;
  outcome: DeploymentDecision | Refusal;
}
const pick = <T>(from: readonly T[], n: number): T => from[n % from.length]!;
/** Drawn less often, so that walks go far. */
const SELDOM: readonly DeploymentEventType[] = [
  'CLOSE',
  'CONVERT',
  'CANCEL',
  'LEAVE',
  'TRANSFER',
  'NOT_ARRIVED',
  'NUDGE',
];
const SIDEWAYS: readonly DeploymentEventType[] = [
  'COVER',
  'UNCOVER',
  'CHANGE_POST',
  'MARK_FRAMEWORK',
  'SET_REPORTING',
  'NOTE_TO_OHCHR',
  'ADD_OBLIGATION',
  'MOVE_OBLIGATION',
  'PLAN',
  'BRIDGE',
  'END_BRIDGE',
  'SEND_BACK',
  'EXTEND_CLOCK',
  'STOP_CLOCK',
  'GO_ON_CLOCK',
  'ASK_MORE_TIME',
  'REFUSE_MORE_TIME',
];

function offered(d: DeploymentBuilder, move: PostMove): readonly [PostPart, DeploymentEventType] | null {
  const avoid = [...(move.variant % 7 === 3 ? [] : SELDOM), ...(move.variant % 3 === 1 ? [] : SIDEWAYS)];
  for (let i = 0; i < POST_PARTS.length; i += 1) {
    const part = pick(POST_PARTS, move.actor + i);
    const types = availableDeploymentActions(d.facts, d.cast[part])
      .filter((a) => a.allowed && !avoid.includes(a.type))
      .map((a) => a.type);
    if (types.length > 0) return [part, pick(types, move.type)];
  }
  return null;
}
/** What the clocks of the post would do next by themselves, on its day. */
function byClock(d: DeploymentBuilder): readonly [PostPart, DeploymentEventType] | null {
  const next = d.facts.clocks
    .filter((c) => c.group === 'schedule' || c.byHand)
    .flatMap((c) => c.steps.slice(0, 1))
    .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
  if (!next) return null;
  if (next.at > d.at) d.on(next.at);
  return ['clock', next.kind as DeploymentEventType];
}
function draw(d: DeploymentBuilder, move: PostMove): { by: PostPart; event: DeploymentEvent } {
  const anything = [pick(POST_PARTS, move.actor), pick(DEPLOYMENT_EVENT_TYPES, move.type)] as const;
  const drawn = move.kind === 'any' ? null : move.kind === 'clock' ? byClock(d) : offered(d, move);
  const [by, type] = drawn ?? anything;
  const side =
    by === 'desk'
      ? pick(['adviser', 'rc'] as const, move.variant)
      : ['amara', 'boris'].includes(by) !== (type === 'SEND_BACK')
        ? 'adviser'
        : 'rc';
  const as = mayTakeDeployment(d.facts, d.cast[by], type);
  const who = isRefusal(as) ? {} : { who: { role: as.role, id: d.cast[by].id } };
  const event = aPostEvent(type, { facts: d.facts, today: d.today, variant: move.variant, side, ...who });
  const wrong = move.kind === 'wrong' ? aWrongPostEvent(event, move.variant) : null;
  return { by, event: wrong?.event ?? event };
}

/** Walks a post through the moves; `look` sees every step and the post after it. All that is given in is frozen. */
export function walkOfPost(
  { start, moves: all }: PostWalk,
  look: (step: PostStep, d: DeploymentBuilder) => void = () => undefined,
): DeploymentBuilder {
  const d = new DeploymentBuilder()[start]();
  for (const move of all) {
    d.on(move.days);
    deepFreeze(d.facts);
    const { by, event } = draw(d, move);
    const outcome = d.attempt(by, deepFreeze(event));
    if (!isRefusal(outcome)) d.take(by, event, outcome);
    look({ by, event, outcome }, d);
  }
  return d;
}
