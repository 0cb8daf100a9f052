import type { Role } from '../people/roles.js';
import type { Track } from '../request/content.js';
import type { Calendars, Home, Station } from './calendars.js';
import { dayUnder } from './calendars.js';
import type { Allowance, ClockSettings } from './clock-settings.js';
import {
  addWorkingDays,
  endOf,
  laterOf,
  morningOf,
  workingDaysBetween,
  type Day,
  type Instant,
  type WorkCalendar,
} from './working-days.js';

/** What happens when a step of a ladder is reached: somebody is told, or the clock itself acts. */
export type StepKind = 'reminder' | 'due' | 'overdue' | 'escalation' | 'approvalEnding' | ActingKind;
/** The steps that a clock takes by itself, of requests and of posts. */
export const ACTING_KINDS = [
  'EXPIRE',
  'LAPSE',
  'LAPSE_APPROVAL',
  'RECORD_SILENCE',
  'OPEN_RENEWAL',
  'START_MID_TERM',
  'START_CLOSING',
  'TAKE_EFFECT',
  'RESUME_CLOCKS',
] as const;
export type ActingKind = (typeof ACTING_KINDS)[number];
export interface Step {
  at: Instant;
  kind: StepKind;
}

/** A clock that runs against somebody. */
export interface Clock {
  key: string;
  /** Clocks of one group share their due date: who holds the review changes, its time does not start again. */
  group: string;
  holder: Role;
  /** The one person it runs against, where it is one. */
  personId: string | null;
  /** The region whose team or office is asked, for advice. */
  region: string | null;
  startedAt: Instant;
  dueOn: Day;
  /** Working days left when it was stopped; null while it runs. */
  stoppedWith: number | null;
  steps: Step[];
  /** Whom it is carried to when it is overdue, where that is not the superior of the holder. */
  superior?: Role;
  /** The duty station in whose calendar it counts. */
  station?: Station;
  /** From which day it counts how many working days; not there where its day is a fixed one. A holiday that is added later moves it. */
  counted?: { from: Day; days: number };
  /** A person stopped it, so that nothing but a person, or the day that they named, lets it go on. */
  byHand?: true;
}

/** A clock that a state asks for. `work` counts working days; `until` is a fixed day. */
export interface Wanted {
  key: string;
  group?: string;
  holder: Role;
  personId?: string;
  region?: string;
  /** The office that is asked, by its code. */
  office?: string;
  work?: Allowance;
  until?: Day;
  plain?: Step[];
  stopped?: boolean;
  atDue?: 'RECORD_SILENCE' | 'LAPSE_APPROVAL';
  extra?: Step[];
  restart?: boolean;
  /** The day itself may be moved by a step: then the clock starts again. */
  movable?: true;
  /** Working days before the day on which the holder is reminded, where they are not the usual ones. */
  remindBefore?: number[];
  superior?: Role;
}

/** What the days of clocks are counted with, at a step of a case. */
export interface Counting {
  at: Instant;
  track: Track;
  settings: ClockSettings;
  calendars: Calendars;
  home: Home;
}

/**
 * The ladder of a due date, in the calendar of the holder: before it, on it, after it, then to the superior. To whom
 * something comes when its day is over already, the days after it are counted from then: nobody is late with what came today.
 */
function ladder(startedAt: Instant, dueOn: Day, s: ClockSettings, calendar: WorkCalendar, atDue?: StepKind): Step[] {
  const zone = calendar.zone ?? null;
  const late = laterOf(dueOn, dayUnder(calendar, startedAt));
  const on = (day: Day, offset: number, kind: StepKind): Step => ({
    at: morningOf(addWorkingDays(day, offset, calendar), zone),
    kind,
  });
  const before = s.remindBefore.map((n) => on(dueOn, -n, 'reminder')).filter((step) => step.at > startedAt);
  const due: Step[] = morningOf(dueOn, zone) > startedAt ? [{ at: morningOf(dueOn, zone), kind: 'due' }] : [];
  if (atDue) return [...before, ...due, { at: endOf(dueOn, zone), kind: atDue }];
  return [
    ...before,
    ...due,
    ...s.overdueAfter.map((n) => on(late, n, 'overdue')),
    ...s.escalateAfter.map((n) => on(late, n, 'escalation')),
  ];
}

/** Groups whose time is one, whoever holds it. */
const ONE_TIME = ['review', 'tor'];

const heldBy = (w: Wanted) => ({ holder: w.holder, personId: w.personId, region: w.region, office: w.office });

/** From where a clock counts that takes over the day of another: nowhere, where that day is none that its own calendar leads to. */
function takenOver(kin: Clock, station: Station, today: Day, calendar: WorkCalendar): Clock['counted'] {
  if (kin.station === station) return kin.counted;
  const days = workingDaysBetween(today, kin.dueOn, calendar);
  return kin.counted && addWorkingDays(today, days, calendar) === kin.dueOn ? { from: today, days } : undefined;
}

function start(w: Wanted, previous: Clock[], counting: Counting): Clock {
  const { at, track, calendars, home } = counting;
  const group = w.group ?? w.key;
  const kin = ONE_TIME.includes(group) ? latest(previous.filter((c) => c.group === group)) : undefined;
  const station = calendars.stationFor(heldBy(w), home);
  const calendar = calendars.of(station);
  const today = dayUnder(calendar, at);
  const fresh = () => ({ from: today, days: w.work![track] });
  const counted = w.until ? undefined : kin ? takenOver(kin, station, today, calendar) : fresh();
  const clock: Clock = {
    key: w.key,
    group,
    holder: w.holder,
    personId: w.personId ?? null,
    region: w.region ?? null,
    startedAt: at,
    dueOn: w.until ?? kin?.dueOn ?? addWorkingDays(today, w.work![track], calendar),
    stoppedWith: kin?.stoppedWith ?? null,
    steps: [],
    ...(w.superior ? { superior: w.superior } : {}),
    station,
    ...(counted ? { counted } : {}),
  };
  return withSteps(clock, w, counting);
}

/** Of clocks that share their time, the one that runs longest: whoever was given more of it gave it to the rest of the way. */
const latest = (clocks: Clock[]): Clock | undefined =>
  clocks.reduce<Clock | undefined>((last, c) => (last && last.dueOn >= c.dueOn ? last : c), undefined);

function withSteps(clock: Clock, w: Wanted, { settings, calendars }: Counting): Clock {
  if (clock.stoppedWith !== null) return { ...clock, steps: [] };
  const reminding = w.remindBefore ? { ...settings, remindBefore: w.remindBefore } : settings;
  const calendar = calendars.of(clock.station);
  const steps = w.plain ?? [...ladder(clock.startedAt, clock.dueOn, reminding, calendar, w.atDue), ...(w.extra ?? [])];
  return { ...clock, steps: [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
}

/** Stops or starts a clock again: the working days that were left when it stopped are what it goes on with. */
function stopOrGo(clock: Clock, w: Wanted, counting: Counting): Clock {
  const { at, calendars } = counting;
  const calendar = calendars.of(clock.station);
  const today = dayUnder(calendar, at);
  if (clock.byHand) return clock;
  if (w.stopped && clock.stoppedWith === null)
    return { ...clock, stoppedWith: workingDaysBetween(today, clock.dueOn, calendar), steps: [] };
  if (!w.stopped && clock.stoppedWith !== null) return goneOn(clock, w, counting);
  return clock;
}

function goneOn(clock: Clock, w: Wanted, counting: Counting): Clock {
  const calendar = counting.calendars.of(clock.station);
  const counted = { from: dayUnder(calendar, counting.at), days: clock.stoppedWith! };
  const dueOn = goesOnUntil(clock, counting);
  return redrawn({ ...clock, dueOn, stoppedWith: null, ...(w.movable ? {} : { counted }) }, w, counting);
}
/** The day on which a clock is due that stood still and goes on now. */
export function goesOnUntil(
  { station, stoppedWith }: Clock,
  { at, calendars }: Pick<Counting, 'at' | 'calendars'>,
): Day {
  const calendar = calendars.of(station);
  return addWorkingDays(dayUnder(calendar, at), stoppedWith ?? 0, calendar);
}

/** A clock with the ladder of its new day: what has been told is not told again, and what it does by itself stays to be done. */
function redrawn(clock: Clock, w: Wanted, counting: Counting): Clock {
  const { steps } = withSteps(clock, w, counting);
  return { ...clock, steps: steps.filter((step) => step.at > counting.at || acts(step)) };
}
const acts = ({ kind }: Step): boolean => (ACTING_KINDS as readonly string[]).includes(kind);

/** A holiday that is taken away makes nobody late: no day comes before today that was not there already. */
export const movedTo = (was: Day, counts: Day, today: Day): Day =>
  counts >= was || counts >= today ? counts : was < today ? was : today;

/** The same clock, counted again in the calendars as they are now. */
export function recounted(clock: Clock, w: Wanted, counting: Counting): Clock {
  if (!clock.counted || clock.stoppedWith !== null) return clock;
  const calendar = counting.calendars.of(clock.station);
  const counts = addWorkingDays(clock.counted.from, clock.counted.days, calendar);
  const dueOn = movedTo(clock.dueOn, counts, dayUnder(calendar, counting.at));
  return dueOn === clock.dueOn ? clock : redrawn({ ...clock, dueOn }, w, counting);
}

/** The same clock in the calendar of where its holder sits now: its day, and the mornings on which it tells. */
export function seatedAnew(clock: Clock, w: Wanted, counting: Counting): Clock {
  const { at, calendars, home } = counting;
  const station = calendars.stationFor(heldBy(w), home);
  if (!clock.station || clock.station === station) return clock;
  const moved = { ...clock, station };
  if (clock.stoppedWith !== null) return moved;
  const calendar = calendars.of(station);
  const { counted, dueOn } = clock;
  const counts = counted ? addWorkingDays(counted.from, counted.days, calendar) : dueOn;
  const after = redrawn({ ...moved, dueOn: movedTo(dueOn, counts, dayUnder(calendar, at)) }, w, counting);
  // What was told this morning where they sat is not told again this afternoon.
  const told = clock.steps.filter((step) => step.at <= at && !acts(step));
  const again = (step: Step) => told.some((t) => t.kind === step.kind && t.at.slice(0, 10) === step.at.slice(0, 10));
  return { ...after, steps: after.steps.filter((step) => !again(step)) };
}

/** What a step does to a clock that goes on. */
export type ClockChange = (clock: Clock, w: Wanted, counting: Counting) => Clock;

/** Gives a clock more time, until a working day; what was counted until then is counted on. */
export const extended =
  (key: string, until: Day): ClockChange =>
  (clock, w, counting) => {
    if (clock.key !== key) return clock;
    if (!clock.counted) return redrawn({ ...clock, dueOn: until }, w, counting);
    const { from } = clock.counted;
    const days = workingDaysBetween(from, until, counting.calendars.of(clock.station));
    return redrawn({ ...clock, dueOn: until, counted: { from, days } }, w, counting);
  };

/** Stops a clock by hand: it goes on by itself on the morning of a day. */
export const stopped =
  (key: string, until: Day): ClockChange =>
  (clock, _, { at, calendars }) => {
    if (clock.key !== key) return clock;
    const calendar = calendars.of(clock.station);
    const stoppedWith = workingDaysBetween(dayUnder(calendar, at), clock.dueOn, calendar);
    return {
      ...clock,
      stoppedWith,
      byHand: true,
      steps: [{ at: morningOf(until, calendar.zone ?? null), kind: 'RESUME_CLOCKS' }],
    };
  };

/** Lets clocks go on that were stopped by hand; what they wait for besides may hold them still. */
export const goingOn =
  (keys: readonly string[]): ClockChange =>
  (clock) => {
    if (!keys.includes(clock.key) || !clock.byHand) return clock;
    const { byHand: _byHand, ...rest } = clock;
    return { ...rest, steps: [] };
  };

/** Of the clocks that are wanted, those that go on and those that start; without those whose wait is over. */
export const clocksFor = (wanted: Wanted[], previous: Clock[], counting: Counting, change?: ClockChange): Clock[] =>
  wanted.map((w) => {
    const goesOn = (c: Clock) =>
      c.key === w.key && c.holder === w.holder && c.personId === (w.personId ?? null) && !w.restart;
    const same = previous.find(goesOn);
    const now = same && stopOrGo(change ? change(same, w, counting) : same, w, counting);
    // Its day was moved by something else than what the step does to it: then it starts again.
    const moved = w.movable && now?.dueOn !== w.until;
    return now && !moved ? now : stopOrGo(start(w, previous, counting), w, counting);
  });
