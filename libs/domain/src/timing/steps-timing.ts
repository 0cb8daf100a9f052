import type { DeploymentFacts } from '../deployment/facts.js';
import { inWords } from '../deployment/steps.js';
import type { Actor, Assignment } from '../people/roles.js';
import { refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import type { Track } from '../request/content.js';
import type { RequestFacts } from '../request/facts.js';
import type { DecideContext } from '../request/steps.js';
import { required } from '../text.js';
import { dayUnder, type Calendars } from '../time/calendars.js';
import { clockRefusal } from '../time/deadlines.js';
import {
  extended,
  goesOnUntil,
  goingOn,
  recounted,
  seatedAnew,
  stopped,
  type Clock,
  type ClockChange,
} from '../time/running.js';
import { addWorkingDays, isDay, isWorkingDay, laterOf, workingDaysBetween, type Day } from '../time/working-days.js';
import { askedFor, clocksFit, lastDayFor } from './by-hand.js';
import type { TimingEvent, TimingEventType } from './events.js';
import { isOfSeat, movedBetween, notesOn, type ByHand, type CalendarChanged, type Recounted } from './notes.js';
import type { RecordedTiming } from './record.js';

/** What a recount comes to; a refusal where no day moves, which is no step of a case. */
export function recount(
  because: CalendarChanged,
  facts: { clocks: Clock[] },
  count: (change: ClockChange) => Clock[],
  calendars: Calendars,
): Recounted | Refusal {
  const after = count(anew(because));
  const moved = movedBetween(facts.clocks, after, calendars);
  if (isOfSeat(because)) {
    const { what, station } = because;
    const elsewhere = after.some((c) => facts.clocks.some((was) => was.key === c.key && was.station !== c.station));
    return elsewhere ? { because: { what, station }, moved } : refuse('notReady', 'It moves no clock of this case.');
  }
  const { what, station, day, name } = because;
  return moved.length
    ? { because: { what, station, day, name }, moved }
    : refuse('notReady', 'The holidays move no day of this case.');
}
/** How clocks are counted after a change of the calendars. */
const anew = (change: CalendarChanged): ClockChange => (isOfSeat(change) ? seatedAnew : recounted);

/** What a step does to the clocks that go on. */
export function changeOf(type: string, data: unknown): ClockChange | undefined {
  const { clock, to, resumed } = data as ByHand & RecordedTiming['RESUME_CLOCKS'];
  switch (type) {
    case 'RECOUNT_CLOCKS':
      return anew((data as Recounted).because);
    case 'EXTEND_CLOCK':
      return extended(clock, to);
    case 'STOP_CLOCK':
      return stopped(clock, to);
    case 'GO_ON_CLOCK':
      return goingOn([clock]);
    case 'RESUME_CLOCKS':
      return goingOn(resumed.map((one) => one.clock));
    default:
      return undefined;
  }
}

/** A step about the time of a case of either kind. */
interface TimingInput<E> {
  event: E;
  facts: RequestFacts | DeploymentFacts;
  actor: Actor;
  as: Assignment;
  context: Pick<DecideContext, 'at' | 'clocks' | 'calendars'>;
}
type HandInput = TimingInput<{ type: Parameters<typeof clocksFit>[2]; clock: string; until?: Day; reason: string }>;

const isPost = (facts: HandInput['facts']): facts is DeploymentFacts => 'kind' in facts;
const trackOf = (facts: HandInput['facts']): Track => (isPost(facts) ? 'ordinary' : facts.summary.track);

/** The last day that can be given to a clock: some working days after the day on which it was due at first; of a set day that is over, after today. */
export function latestFor(facts: HandInput['facts'], clock: Clock, context: HandInput['context']): Day {
  const first = notesOn(facts, clock).find((n) => n.what === 'extended')?.from ?? clock.dueOn;
  const calendar = context.calendars.of(clock.station);
  const from = clock.counted ? first : laterOf(first, dayUnder(calendar, context.at));
  const latest = addWorkingDays(from, context.clocks.extension[trackOf(facts)], calendar);
  const end = lastDayFor(facts, clock);
  return end && end < latest ? end : latest;
}

/** What is wrong with a day: after `from`, not over, worked where the clock counts, and not beyond the most that is given. */
function dayTrouble(until: string, from: Day, latest: Day, clock: Clock, { at, calendars }: HandInput['context']) {
  if (!isDay(until)) return until ? 'Enter a real date, such as 15 July 2027' : 'Enter a day';
  const calendar = calendars.of(clock.station);
  if (until <= from) return `Enter a day after ${inWords(from)}`;
  if (until < dayUnder(calendar, at)) return 'Enter a day that is not over';
  if (until > latest) return `Enter ${inWords(latest)} or a day before it: more time than that is not given`;
  return isWorkingDay(until, calendar) ? null : 'Enter a day on which they work: this one is off at their duty station';
}

function handStep(input: HandInput, most: (clock: Clock) => { from: Day; latest: Day } | null): ByHand | Refusal {
  const { event, facts, actor, as, context } = input;
  const clock = clocksFit(facts, { role: as.role, id: actor.id }, event.type).find((c) => c.key === event.clock);
  const known = facts.clocks.some((c) => c.key === event.clock);
  const until = String(event.until ?? '');
  const limit = clock ? most(clock) : null;
  const spent = limit !== null && limit.latest <= limit.from;
  const trouble = clock && limit && !spent ? dayTrouble(until, limit.from, limit.latest, clock, context) : null;
  const at = (path: string, message: string | null): FieldProblem[] => (message ? [{ path, message }] : []);
  const none = known ? 'This cannot be done with this clock now, or not by you' : 'Choose one of the times';
  const full = 'The most time that can be given is given already';
  const problems = refuseFields([
    ...at('clock', clock ? (spent ? full : null) : none),
    ...at('until', trouble),
    ...required(event.reason, 'reason', 'Say why, for everybody who reads the case', 2_000),
  ]);
  return (
    problems ??
    byHand(
      clock!,
      limit ? until : dayUnder(context.calendars.of(clock!.station), context.at),
      event.reason,
      context.calendars,
    )
  );
}

function byHand(clock: Clock, to: Day, reason: string, calendars: Calendars): ByHand {
  const { key, group, holder, dueOn } = clock;
  const days = workingDaysBetween(dueOn, to, calendars.of(clock.station));
  return { clock: key, group, holder, from: dueOn, to, days, reason: reason.trim() };
}

const moreTime = (input: HandInput) =>
  handStep(input, (clock) => ({ from: clock.dueOn, latest: latestFor(input.facts, clock, input.context) }));

/** A clock stands still no longer than it could be given time; then it goes on by itself. */
function stopStep(input: HandInput): ByHand | Refusal {
  const { facts, context } = input;
  const today = (clock: Clock) => dayUnder(context.calendars.of(clock.station), context.at);
  // What was told of a clock that is late stays told; there would be nothing left for it to say.
  if (facts.clocks.some((c) => c.key === input.event.clock && c.dueOn < today(c)))
    return refuseFields([{ path: 'clock', message: 'This is overdue: give more time for it instead' }])!;
  return handStep(input, (clock) => {
    const calendar = context.calendars.of(clock.station);
    return {
      from: today(clock),
      latest: addWorkingDays(today(clock), context.clocks.extension[trackOf(facts)], calendar),
    };
  });
}

/** Where the day of a clock was set, the day on which it is due once it goes on. */
const withDue = (said: ByHand, clock: Clock, context: HandInput['context']): ByHand =>
  clock.counted ? said : { ...said, due: goesOnUntil(clock, context) };

function goOnStep(input: HandInput): ByHand | Refusal {
  const said = handStep(input, () => null);
  const clock = input.facts.clocks.find((c) => c.key === input.event.clock);
  return 'refused' in said || !clock ? said : withDue(said, clock, input.context);
}

/** Steps about the time of clocks, of requests and of posts; a recount is counted, and a nudge meant, by each kind of case in its own way. */
export const TIMING_STEPS: {
  [T in Exclude<TimingEventType, 'RECOUNT_CLOCKS' | 'NUDGE'>]: (
    input: TimingInput<Extract<TimingEvent, { type: T }>>,
  ) => RecordedTiming[T] | Refusal;
} = {
  EXTEND_CLOCK: moreTime,
  STOP_CLOCK: stopStep,
  GO_ON_CLOCK: goOnStep,
  RESUME_CLOCKS: ({ facts, context }) =>
    clockRefusal(facts, 'RESUME_CLOCKS', context.at) ?? {
      resumed: facts.clocks
        .filter((c) => c.byHand && c.steps.some((s) => s.at <= context.at))
        .map((c) => {
          const today = dayUnder(context.calendars.of(c.station), context.at);
          return withDue(byHand(c, today, '', context.calendars), c, context);
        }),
    },
  ASK_MORE_TIME: moreTime,
  REFUSE_MORE_TIME: (input) => {
    const refused = handStep(input, () => null);
    const asked = input.facts.clocks.flatMap((c) => (c.key === input.event.clock ? [askedFor(input.facts, c)] : []))[0];
    return 'refused' in refused || !asked ? refused : { ...refused, to: asked.to };
  },
};
