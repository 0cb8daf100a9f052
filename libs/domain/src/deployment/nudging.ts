import { isRcSide, type Actor, type Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Clock } from '../time/running.js';
import type { Instant } from '../time/working-days.js';
import {
  lastOf,
  NOBODY_TO_NUDGE,
  nobodyMeant,
  OWN_TURN,
  restRefusal,
  whyStill,
  type Nudge,
  type Nudged,
} from '../timing/nudge.js';
import { isSchedule } from './clocks.js';
import type { DeploymentEventType } from './events.js';
import type { DeploymentFacts } from './facts.js';

/** Whether somebody, or their own side, is who the clock runs against. */
const isOwn = (actor: Actor, { holder, personId }: Clock): boolean =>
  personId === null
    ? actor.assignments.some((a) => a.role === holder || (isRcSide(a.role) && isRcSide(holder)))
    : personId === actor.id;

/** Of all the reports of a term, the one that is due first is waited for. */
const isLater = (clock: Clock, clocks: readonly Clock[]): boolean =>
  clock.group === 'report' && clocks.some((c) => c.group === 'report' && c.dueOn < clock.dueOn);

/** What somebody waits for on a post: what others hold. What the product does by itself, nobody holds. */
const waitedFor = (actor: Actor, { clocks }: Pick<DeploymentFacts, 'clocks'>): Clock[] =>
  clocks.filter((clock) => !isSchedule(clock) && !isLater(clock, clocks) && !isOwn(actor, clock));

/** One that stands still asks nothing of its holder. */
const runs = ({ stoppedWith }: Clock): boolean => stoppedWith === null;
/** An adviser without an account cannot be written to. */
const isReached = ({ holder, personId }: Clock): boolean => holder !== 'adviser' || personId !== null;

const UNREACHED = 'The adviser has no account here, so no message reaches them. Write to them yourself.';

/** The clocks of a post whose holder this person can nudge. */
export const nudgeableOfPost = (actor: Actor, facts: Pick<DeploymentFacts, 'clocks'>): Clock[] =>
  waitedFor(actor, facts).filter((clock) => isReached(clock) && runs(clock));

/** Those for which nobody is nudged now, since they stand still. */
export const standingStillOnPost = (actor: Actor, facts: Pick<DeploymentFacts, 'clocks'>): Clock[] =>
  waitedFor(actor, facts).filter((clock) => !runs(clock));

/** When the holder of a clock of a post was nudged last, and from when they can be again. */
export const lastNudgeOfPost = (
  facts: Pick<DeploymentFacts, 'nudges'>,
  { personId, holder }: Clock,
): (Nudge & { again: Instant }) | null => lastOf(facts, ({ whom }) => whom === (personId ?? holder));

function whyNobody(actor: Actor, facts: DeploymentFacts): string {
  if (waitedFor(actor, facts).length > 0) return UNREACHED;
  return facts.clocks.some((clock) => !isSchedule(clock)) ? OWN_TURN : NOBODY_TO_NUDGE;
}

/** Why nobody can be nudged by this person now. */
export function nudgingRefusalOfPost(facts: DeploymentFacts, actor: Actor, type: DeploymentEventType): Refusal | null {
  if (type !== 'NUDGE' || nudgeableOfPost(actor, facts).length > 0) return null;
  const [still] = standingStillOnPost(actor, facts);
  return refuse('notReady', still ? whyStill(still) : whyNobody(actor, facts));
}

/** What a nudge on a post comes to; a refusal within a day of the last one, whoever sent that. */
export function nudgeOnPost(
  facts: DeploymentFacts,
  actor: Actor,
  as: Role,
  key: string,
  at: Instant,
): Nudged | Refusal {
  const clock = waitedFor(actor, facts).find((c) => c.key === key);
  if (!clock) return nobodyMeant();
  if (!runs(clock)) return refuse('notReady', whyStill(clock));
  if (!isReached(clock)) return refuse('notReady', UNREACHED);
  const rest = restRefusal(lastNudgeOfPost(facts, clock), true, at);
  if (rest) return rest;
  const { group, holder, personId, region } = clock;
  const name = facts.incumbencies.find(({ person }) => person.id !== null && person.id === personId)?.person.name;
  return { clock: clock.key, group, holder, whom: personId ?? holder, region, name: name ?? null, as, open: true };
}
