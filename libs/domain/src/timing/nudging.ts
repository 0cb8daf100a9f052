import { speaksFor, tiersFor } from '../people/access.js';
import { isRcSide, type Actor, type Assignment, type Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import { partyOf, type RequestFacts } from '../request/facts.js';
import { stateName } from '../request/states.js';
import { isBeside } from '../time/deadlines.js';
import type { Clock } from '../time/running.js';
import type { Instant } from '../time/working-days.js';
import { leadOf, signsOffer, unsigned } from '../together/together.js';
import { GRANTING } from './events.js';
import {
  lastOf,
  NOBODY_TO_NUDGE,
  nobodyMeant,
  OWN_TURN,
  restRefusal,
  whyStill,
  type Nudge,
  type Nudged,
} from './nudge.js';

/** Nobody else waits for these, or they have a step of their own with which they are asked again. */
const NOT_NUDGED: readonly string[] = ['draft', 'deferred', 'unreached', 'endorsement', 'unreachedEndorser'];
type Clocks = Pick<RequestFacts, 'clocks'>;

/** The review as those know it who may not know who reviews: for them, the desk officer sees to it. */
function reviewAsOne(clocks: readonly Clock[]): Clock[] {
  const review = clocks.filter(({ group }) => group === 'review');
  const open = review.find(({ personId }) => personId === null);
  const closed = review[0] && { ...review[0], key: 'review', holder: 'deskOfficer' as const, personId: null };
  const one = open ?? closed;
  return [...(one ? [one] : []), ...clocks.filter((c) => c.group !== 'review' && !isBeside(c))];
}

const waits = ({ clocks }: Clocks): Clock[] => clocks.filter(({ group }) => !NOT_NUDGED.includes(group));
const runs = ({ stoppedWith }: Clock): boolean => stoppedWith === null;
const isInside = (actor: Actor, facts: RequestFacts): boolean => tiersFor(actor, facts).has('assessment');

/** Whether somebody, or their own side, is who the clock runs against. */
function isOwn(actor: Actor, facts: RequestFacts, clock: Clock): boolean {
  const { holder, personId } = clock;
  if (personId !== null) return personId === actor.id;
  const party = partyOf(facts, clock);
  if (party) return actor.assignments.some((a) => speaksFor(a, party));
  return actor.assignments.some((a) =>
    isRcSide(a.role) ? isRcSide(holder) && isOfHolder(a, facts) : a.role === holder,
  );
}
/** Of several offices the one that leads holds what waits for the country’s side; one that signs waits for it, once it has signed. */
const isOfHolder = ({ countries }: Assignment, facts: RequestFacts): boolean =>
  [...leadOf(facts), ...(signsOffer(facts) ? unsigned(facts) : [])].some((c) => countries.includes(c));

/** What those wait for who judge: who reviews does not press another who does, and waits no longer than until it is decided. */
function judgesWait(actor: Actor, facts: RequestFacts): Clock[] {
  if (actor.assignments.some(({ role }) => GRANTING.includes(role))) return waits(facts);
  const judged = ['assessment', 'recommendation', 'decision'].includes(stateName(facts.state));
  return judged ? waits(facts).filter((c) => c.personId === null) : [];
}

/** Whatever is waited for, as far as somebody may know it. */
const awaited = (actor: Actor, facts: RequestFacts): Clock[] =>
  isInside(actor, facts) ? judgesWait(actor, facts) : reviewAsOne(waits(facts));
/** What somebody waits for: what others hold. */
const waitedFor = (actor: Actor, facts: RequestFacts): Clock[] =>
  awaited(actor, facts).filter((clock) => !isOwn(actor, facts, clock));

/** The clocks whose holder this person can nudge. One that stands still asks nothing of its holder. */
export const nudgeable = (actor: Actor, facts: RequestFacts): Clock[] => waitedFor(actor, facts).filter(runs);

/** Those for which nobody is nudged now, since they stand still. */
export const standingStill = (actor: Actor, facts: RequestFacts): Clock[] =>
  waitedFor(actor, facts).filter((clock) => !runs(clock));

/** The clock that a nudge was about, where it still runs. */
export const clockNudged = (facts: Clocks, key: string): Clock | null =>
  [...waits(facts), ...reviewAsOne(waits(facts))].find((clock) => clock.key === key && runs(clock)) ?? null;

/** One and the same for all clocks of one holder. */
const whomOf = (facts: RequestFacts, clock: Clock): string =>
  clock.personId ?? (partyOf(facts, clock) ? clock.key : clock.holder);
/** To those outside, the review is one, and how often OHCHR nudges its own is its own. */
const ofReview = (clock: Clock, inside: boolean): boolean => !inside && clock.group === 'review';

/** When the holder of a clock was nudged last, as far as this reader may know, and from when they can be again. */
export const lastNudge = (facts: RequestFacts, clock: Clock, inside: boolean): (Nudge & { again: Instant }) | null =>
  lastOf(facts, ({ whom, review }) => (ofReview(clock, inside) ? review === true : whom === whomOf(facts, clock)));

function whyNobody(actor: Actor, facts: RequestFacts): string {
  if (awaited(actor, facts).length > 0) return OWN_TURN;
  const others = waits(facts).filter((clock) => !isOwn(actor, facts, clock));
  return others.length > 0 && isInside(actor, facts)
    ? 'Nobody is waited for now whom you could nudge: who reviews presses nobody else who does, and waits no longer than until it is decided.'
    : NOBODY_TO_NUDGE;
}

/** Why nobody can be nudged by this person now. */
export function nudgingRefusal(facts: RequestFacts, actor: Actor, type: string): Refusal | null {
  if (type !== 'NUDGE' || nudgeable(actor, facts).length > 0) return null;
  const [still] = standingStill(actor, facts);
  return refuse('notReady', still ? whyStill(still) : whyNobody(actor, facts));
}

/** What a nudge comes to; a refusal within a day of the last one, whoever sent that. */
export function nudge(facts: RequestFacts, actor: Actor, as: Role, key: string, at: Instant): Nudged | Refusal {
  const clock = waitedFor(actor, facts).find((c) => c.key === key);
  if (!clock) return nobodyMeant();
  if (!runs(clock)) return refuse('notReady', whyStill(clock));
  const inside = isInside(actor, facts);
  const rest = restRefusal(lastNudge(facts, clock, inside), inside, at);
  if (rest) return rest;
  const party = partyOf(facts, clock);
  const reviewer = facts.reviewers.find(({ person }) => person.id === clock.personId)?.person.name;
  const { group, holder, region } = clock;
  return {
    clock: clock.key,
    group,
    holder,
    whom: whomOf(facts, clock),
    region,
    name: reviewer ?? party?.named?.name ?? party?.office?.name ?? null,
    as,
    open: !inside || (group !== 'review' && !isBeside(clock)),
    ...(ofReview(clock, inside) ? { review: true as const } : {}),
  };
}
