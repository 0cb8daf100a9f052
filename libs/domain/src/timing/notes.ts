import type { PersonRef, Role } from '../people/roles.js';
import type { Calendars, Station } from '../time/calendars.js';
import type { Clock } from '../time/running.js';
import type { Nudge } from './nudge.js';
import { workingDaysBetween, type Day, type Instant } from '../time/working-days.js';

/** A change of the holidays, as a record keeps it. */
export interface HolidayChanged {
  what: 'added' | 'removed';
  /** A duty station, or `UN` for all of them. */
  station: Station;
  day: Day;
  name: string;
}
/** Somebody sits elsewhere from now on. A case does not say who: that would tell who reviews it. */
export interface SeatChanged {
  what: 'seated' | 'cleared';
  /** Where they sit now; `cleared`: where they sat until then. */
  station: Station;
}
/** A change of the calendars by which clocks are counted. */
export type CalendarChanged = HolidayChanged | SeatChanged;
export const isOfSeat = (change: CalendarChanged): change is SeatChanged =>
  change.what === 'seated' || change.what === 'cleared';

/** How far the day of one clock moved. */
export interface Moved {
  clock: string;
  group: string;
  holder: Role;
  from: Day;
  to: Day;
  /** In working days; below nothing where it came nearer. */
  days: number;
}
/** What a change of the calendars did to the clocks of one case. */
export interface Recounted {
  because: CalendarChanged;
  moved: Moved[];
}

/** What happened to the time of a clock, besides its beginning and its end. */
export interface TimeNote {
  what: 'moved' | 'extended' | 'stopped' | 'wentOn' | 'asked' | 'refused';
  clock: string;
  /** When the clock began that it is about: another of the same name later is another clock. */
  since: Instant;
  at: Instant;
  by: PersonRef;
  from: Day;
  to: Day;
  days: number;
  reason: string;
  due?: Day;
}
/** What a person did to one clock, or asked for. `to` is the day that it is about. */
export interface ByHand {
  clock: string;
  group: string;
  holder: Role;
  from: Day;
  to: Day;
  days: number;
  reason: string;
  /** On which day it is due from then on, where it goes on and its day was a set one. */
  due?: Day;
}
/** What keeps clocks and what happened to them. */
export interface Timed {
  clocks: Clock[];
  timeNotes?: TimeNote[];
  /** The last time that each holder of a clock was nudged by hand. */
  nudges?: Nudge[];
}

/** Which clocks a recount moves, and by how much. */
export const movedBetween = (before: readonly Clock[], after: readonly Clock[], calendars: Calendars): Moved[] =>
  after.flatMap((clock) => {
    const was = before.find((c) => c.key === clock.key && c.startedAt === clock.startedAt);
    if (!was || was.dueOn === clock.dueOn) return [];
    const days = workingDaysBetween(was.dueOn, clock.dueOn, calendars.of(clock.station));
    const { key, group, holder, dueOn } = clock;
    return [{ clock: key, group, holder, from: was.dueOn, to: dueOn, days }];
  });

const whyMoved = (because: CalendarChanged): string =>
  isOfSeat(because) ? 'whoever holds it counts in another calendar' : because.name;

/** The notes of a case after its clocks were counted anew. */
export const withMoved = (facts: Timed, { because, moved }: Recounted, by: { at: Instant; actor: PersonRef }) => ({
  timeNotes: [
    ...(facts.timeNotes ?? []),
    ...moved.map(({ clock, from, to, days }): TimeNote => {
      const since = facts.clocks.find((c) => c.key === clock)?.startedAt ?? by.at;
      return { what: 'moved', clock, since, at: by.at, by: by.actor, from, to, days, reason: whyMoved(because) };
    }),
  ],
});

/** The notes of a case after a person did something to one clock. */
export const withByHand =
  (what: TimeNote['what']) =>
  (
    facts: Timed,
    { clock, from, to, days, reason, due }: Omit<ByHand, 'group' | 'holder'>,
    by: { at: Instant; actor: PersonRef },
  ) => {
    const since = facts.clocks.find((c) => c.key === clock)?.startedAt ?? by.at;
    const note: TimeNote = { what, clock, since, at: by.at, by: by.actor, from, to, days, reason };
    if (due) note.due = due;
    return { timeNotes: [...(facts.timeNotes ?? []), note] };
  };

/** What happened to the time of a clock that runs, the oldest first. */
export const notesOn = ({ timeNotes = [] }: Pick<Timed, 'timeNotes'>, clock: Clock): TimeNote[] =>
  timeNotes.filter((n) => n.clock === clock.key && n.since === clock.startedAt);

/** The day of a clock whose day was set, with what it was given since: each time from the day that it had then. */
export const dayGiven = ({ timeNotes = [] }: Pick<Timed, 'timeNotes'>, key: string, set: Day): Day =>
  timeNotes
    .filter((n) => n.clock === key && (n.what === 'extended' || n.what === 'wentOn'))
    .reduce((day, n) => (n.from === day ? (n.due ?? n.to) : day), set);
