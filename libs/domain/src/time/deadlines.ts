import { withOutdatedAdvice } from '../consultation/consultee.js';
import { endorserClocks } from '../endorsing/clocks.js';
import type { Role } from '../people/roles.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Track } from '../request/content.js';
import { arrangementClocks, fundsClock } from '../request/clocks-arrangements.js';
import { activeReviewers, lastDecision, type RequestFacts } from '../request/facts.js';
import { assessmentOf, stateName } from '../request/states.js';
import { SUPERIOR, type Allowance, type ClockSettings } from './clock-settings.js';
import {
  addDays,
  addWorkingDays,
  dayOf,
  endOf,
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
}

/** A clock that a state asks for. `work` counts working days; `until` is a fixed day. */
export interface Wanted {
  key: string;
  group?: string;
  holder: Role;
  personId?: string;
  region?: string;
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

const lapse = (at: Instant, days: number, kind: StepKind): Step => ({ at: endOf(addDays(dayOf(at), days)), kind });

/** Whoever is asked has their full time, whether or not the case waits for them: until the panel recommends, advice is taken. */
const adviceClocks = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.consultation
    .filter((c) => c.state === 'awaited')
    .map((c) => ({
      key: `consultation:${c.key}`,
      group: 'consultation',
      holder: c.role,
      ...(c.region ? { region: c.region } : {}),
      ...(c.until ? { until: c.until, movable: true as const } : { work: s.consultation }),
      atDue: 'RECORD_SILENCE',
    }));
/** A party that no mail reaches has to be reached in another way: that is the desk officer's. */
const unreachedClocks = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.consultation
    .filter((c) => c.state === 'awaited' && c.unreached)
    .map((c) => ({ key: `unreached:${c.key}`, group: 'unreached', holder: 'deskOfficer', work: s.unreached }));

/** What was advised before a new version is asked for again or let stand: nobody else would think of it. */
const outdatedClock = (facts: RequestFacts, s: ClockSettings): Wanted[] =>
  facts.adviceToLookAt && withOutdatedAdvice(facts).length > 0
    ? [{ key: 'outdatedAdvice', holder: 'deskOfficer', work: s.outdatedAdvice }]
    : [];
/** Clocks of work beside the state of a case, which is OHCHR’s own: nobody outside waits for it, or learns who does it. */
export const isBeside = ({ group }: Pick<Clock, 'group'>): boolean =>
  group === 'unreached' || group === 'outdatedAdvice' || group === 'appointment';

function assessmentClocks(facts: RequestFacts, s: ClockSettings): Wanted[] {
  const { review } = assessmentOf(facts.state)!;
  const stopped = review === 'clarification';
  const shared = { group: 'review', work: s.review, stopped };
  const wanted = [...adviceClocks(facts, s), ...unreachedClocks(facts, s), ...outdatedClock(facts, s)];
  if (stopped) wanted.push({ key: 'clarification', holder: 'rcOffice', work: s.clarification });
  const pending =
    review === 'scoring' || review === 'clarification'
      ? activeReviewers(facts).filter((r) => r.state !== 'scored')
      : [];
  for (const r of pending) {
    const theirs = { holder: 'reviewer', personId: r.person.id } as const;
    wanted.push({ ...shared, ...theirs, key: `review:${r.person.id}` });
    // It is not theirs alone to wait for: whoever does not answer is chased, and then the desk officer is told.
    if (r.state === 'appointed')
      wanted.push({ ...theirs, key: `appointment:${r.person.id}`, group: 'appointment', work: s.appointment });
  }
  const short = activeReviewers(facts).length < (facts.framework?.minimumReviewers ?? 2);
  if (review === 'appointing' || ((review === 'scoring' || stopped) && (short || pending.length === 0)))
    wanted.push({ ...shared, key: 'review', holder: 'deskOfficer' });
  if (review === 'revealed' || review === 'moderation') wanted.push({ ...shared, key: 'review', holder: 'panelChair' });
  return wanted;
}

const draftClock = (at: Instant, s: ClockSettings): Wanted => ({
  key: 'draft',
  holder: 'rcOffice',
  until: addDays(dayOf(at), s.draftExpiryDays),
  restart: true,
  plain: [
    { at: morningOf(addDays(dayOf(at), s.draftReminderDays)), kind: 'reminder' },
    lapse(at, s.draftExpiryDays, 'EXPIRE'),
  ],
});

/** The clocks that the state of a case asks for: the one place where holder, time and ladder of each state stand. */
function wantedClocks(facts: RequestFacts, at: Instant, s: ClockSettings): Wanted[] {
  switch (stateName(facts.state)) {
    case 'draft':
      return [draftClock(at, s)];
    case 'screening':
      return [{ key: 'screening', holder: 'deskOfficer', work: s.screening }];
    case 'returned':
      return [
        {
          key: 'returned',
          holder: 'rcOffice',
          work: s.returned,
          extra: [lapse(facts.returned?.at ?? at, s.returnedLapseDays, 'LAPSE')],
        },
      ];
    case 'assessment':
      return assessmentClocks(facts, s);
    case 'recommendation':
      return [
        { key: 'recommendation', holder: 'panelChair', work: s.recommendation },
        ...adviceClocks(facts, s),
        ...unreachedClocks(facts, s),
        ...outdatedClock(facts, s),
      ];
    case 'decision':
      return [{ key: 'decision', holder: 'approver', work: s.decision }];
    case 'offered':
      return [{ key: 'offered', holder: 'residentCoordinator', work: s.offered }];
    case 'deferred':
      return [{ key: 'deferred', holder: 'deskOfficer', until: lastDecision(facts)?.until ?? dayOf(at) }];
    case 'awaitingFunds':
      return [fundsClock(facts, at, s)];
    case 'arrangements':
      return arrangementClocks(facts, at, s);
    default:
      return [];
  }
}

/** The ladder of a due date: before it, on it, after it, then to the superior. */
function ladder(startedAt: Instant, dueOn: Day, s: ClockSettings, calendar: WorkCalendar, atDue?: StepKind): Step[] {
  const on = (offset: number, kind: StepKind): Step => ({
    at: morningOf(addWorkingDays(dueOn, offset, calendar)),
    kind,
  });
  const before = s.remindBefore.map((n) => on(-n, 'reminder')).filter((step) => step.at > startedAt);
  const due: Step[] = morningOf(dueOn) > startedAt ? [{ at: morningOf(dueOn), kind: 'due' }] : [];
  if (atDue) return [...before, ...due, { at: endOf(dueOn), kind: atDue }];
  return [
    ...before,
    ...due,
    ...s.overdueAfter.map((n) => on(n, 'overdue')),
    ...s.escalateAfter.map((n) => on(n, 'escalation')),
  ];
}

/** Groups whose time is one, whoever holds it. */
const ONE_TIME = ['review', 'tor'];

function start(
  w: Wanted,
  at: Instant,
  previous: Clock[],
  track: Track,
  s: ClockSettings,
  calendar: WorkCalendar,
): Clock {
  const group = w.group ?? w.key;
  const kin = ONE_TIME.includes(group) ? previous.find((c) => c.group === group) : undefined;
  const dueOn = w.until ?? kin?.dueOn ?? addWorkingDays(dayOf(at), w.work![track], calendar);
  const clock: Clock = {
    key: w.key,
    group,
    holder: w.holder,
    personId: w.personId ?? null,
    region: w.region ?? null,
    startedAt: at,
    dueOn,
    stoppedWith: kin?.stoppedWith ?? null,
    steps: [],
    ...(w.superior ? { superior: w.superior } : {}),
  };
  return withSteps(clock, w, s, calendar);
}

function withSteps(clock: Clock, w: Wanted, s: ClockSettings, calendar: WorkCalendar): Clock {
  if (clock.stoppedWith !== null) return { ...clock, steps: [] };
  const reminding = w.remindBefore ? { ...s, remindBefore: w.remindBefore } : s;
  const steps = w.plain ?? [...ladder(clock.startedAt, clock.dueOn, reminding, calendar, w.atDue), ...(w.extra ?? [])];
  return { ...clock, steps: [...steps].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)) };
}

/** Stops or starts a clock again: the working days that were left when it stopped are what it goes on with. */
function stopOrGo(clock: Clock, w: Wanted, at: Instant, s: ClockSettings, calendar: WorkCalendar): Clock {
  if (w.stopped && clock.stoppedWith === null)
    return { ...clock, stoppedWith: workingDaysBetween(dayOf(at), clock.dueOn, calendar), steps: [] };
  if (!w.stopped && clock.stoppedWith !== null) {
    const dueOn = addWorkingDays(dayOf(at), clock.stoppedWith, calendar);
    const steps = withSteps({ ...clock, dueOn, stoppedWith: null }, w, s, calendar).steps.filter(
      (step) => step.at > at,
    );
    return { ...clock, dueOn, stoppedWith: null, steps };
  }
  return clock;
}

/** Of the clocks that are wanted, those that go on and those that start; without those whose wait is over. */
export const clocksFor = (
  wanted: Wanted[],
  previous: Clock[],
  at: Instant,
  track: Track,
  s: ClockSettings,
  calendar: WorkCalendar,
): Clock[] =>
  wanted.map((w) => {
    const goesOn = (c: Clock) =>
      c.key === w.key &&
      c.holder === w.holder &&
      c.personId === (w.personId ?? null) &&
      !w.restart &&
      !(w.movable && c.dueOn !== w.until);
    const same = previous.find(goesOn);
    return stopOrGo(same ?? start(w, at, previous, track, s, calendar), w, at, s, calendar);
  });

/** The clocks of a request after a step. */
export const clocksAfter = (
  facts: RequestFacts,
  previous: Clock[],
  at: Instant,
  s: ClockSettings,
  calendar: WorkCalendar,
): Clock[] =>
  clocksFor(
    [...wantedClocks(facts, at, s), ...endorserClocks(facts, at, s, calendar)],
    previous,
    at,
    facts.summary.track,
    s,
    calendar,
  );

/** To whom it is carried when it is overdue: the superior of the holder, unless the clock names somebody. */
export const escalatesTo = (clock: Pick<Clock, 'holder' | 'superior'>): Role | null =>
  clock.superior ?? SUPERIOR[clock.holder];

/** A clock acts only when its own time has come: a step in between may have moved or ended it. */
export const clockRefusal = (facts: { clocks: Clock[] }, kind: StepKind, at: Instant): Refusal | null =>
  facts.clocks.some((clock) => clock.steps.some((step) => step.kind === kind && step.at <= at))
    ? null
    : refuse('notReady', 'The time for this has not come yet.');
