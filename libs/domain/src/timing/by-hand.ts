import { isRcSide, type Actor, type Assignment, type Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Clock } from '../time/running.js';
import type { Day } from '../time/working-days.js';
import { presentTerm } from '../deployment/current.js';
import type { DeploymentFacts } from '../deployment/facts.js';
import type { RequestFacts } from '../request/facts.js';
import { notesOn, type Timed } from './notes.js';

/** Clocks whose time is the consultation’s own to extend, or too short to be. */
const NOT_BY_HAND = ['consultation', 'unreached', 'unreachedEndorser', 'appointment'];
/** What an adviser writes has a day that was set, and more time all the same; what hangs on the end of a term moves with that alone. */
const WITH_A_DAY = ['report', 'workPlan'];
/** How often one clock is given more time, and how often it is stopped, so that it does not last for ever. */
export const MOST_EXTENSIONS = 2;
export const MOST_STOPS = 2;

type AnyCase = RequestFacts | DeploymentFacts;
type Acts = 'EXTEND_CLOCK' | 'STOP_CLOCK' | 'GO_ON_CLOCK' | 'ASK_MORE_TIME' | 'REFUSE_MORE_TIME';
const times = (facts: Timed, clock: Clock, what: string): number =>
  notesOn(facts, clock).filter((n) => n.what === what).length;

/** What was asked for and neither given nor refused yet. */
export const askedFor = (facts: Timed, clock: Clock) => {
  const last = notesOn(facts, clock).findLast((n) => ['asked', 'extended', 'refused'].includes(n.what));
  return last?.what === 'asked' ? last : null;
};

const runs = (clock: Clock): boolean =>
  clock.stoppedWith === null &&
  (WITH_A_DAY.includes(clock.group) || (clock.counted !== undefined && !NOT_BY_HAND.includes(clock.group)));
/** Who acts, and as what. */
export interface Acting {
  role: Role;
  id: string;
}
/** Nobody gives time to themselves. */
const another = (clock: Clock, { role, id }: Acting): boolean => clock.holder !== role && clock.personId !== id;
/** Who asks for time asks for their own, or for that of their office. */
const own = (clock: Clock, { role, id }: Acting): boolean =>
  isRcSide(role) ? isRcSide(clock.holder) : clock.holder === role && (clock.personId === null || clock.personId === id);

/** Nothing is due from an adviser after the end of the term; null where there is no such day. */
export const lastDayFor = (facts: AnyCase, clock: Clock): Day | null =>
  'kind' in facts && clock.holder === 'adviser' ? (presentTerm(facts)?.endsOn ?? null) : null;
/** Whether a clock can be given time once more. */
function hasRoom(facts: AnyCase, clock: Clock): boolean {
  const last = lastDayFor(facts, clock);
  return times(facts, clock, 'extended') < MOST_EXTENSIONS && (last === null || clock.dueOn < last);
}

const RULES: Record<Acts, (facts: AnyCase, clock: Clock, who: Acting) => boolean> = {
  EXTEND_CLOCK: (facts, c, who) => runs(c) && another(c, who) && hasRoom(facts, c),
  STOP_CLOCK: (facts, c, who) => runs(c) && another(c, who) && times(facts, c, 'stopped') < MOST_STOPS,
  GO_ON_CLOCK: (_, c, who) => c.byHand === true && another(c, who),
  ASK_MORE_TIME: (facts, c, who) => runs(c) && own(c, who) && !askedFor(facts, c) && hasRoom(facts, c),
  REFUSE_MORE_TIME: (facts, c) => askedFor(facts, c) !== null,
};
const NONE: Record<Acts, string> = {
  EXTEND_CLOCK: 'No clock of another’s runs here that can be given more time. Who holds a clock does not give it time.',
  STOP_CLOCK: 'No clock of another’s runs here that can be stopped. Who holds a clock does not stop it.',
  GO_ON_CLOCK: 'No clock of another’s is stopped by hand.',
  ASK_MORE_TIME: 'No clock of yours runs for which more time can be asked.',
  REFUSE_MORE_TIME: 'Nobody has asked for more time.',
};

/** The clocks with which somebody may do this now. */
export const clocksFit = (facts: AnyCase, who: Acting, type: Acts): Clock[] =>
  facts.clocks.filter((clock) => RULES[type](facts, clock, who));

/** What is missing first for a step about the time of a clock. */
export function timingRefusal(facts: AnyCase, actor: Actor, as: Assignment, type: string): Refusal | null {
  if (!Object.hasOwn(RULES, type)) return null;
  const act = type as Acts;
  return clocksFit(facts, { role: as.role, id: actor.id }, act).length ? null : refuse('notReady', NONE[act]);
}
