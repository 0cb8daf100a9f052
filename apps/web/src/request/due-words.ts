import { addWorkingDays, workingDaysBetween, type Clock, type Day, type Calendars } from '#domain';
import { date } from '../shell/words.js';
import type { Status } from './case-words.js';

type Running = Pick<Clock, 'dueOn' | 'stoppedWith' | 'group' | 'station'>;

/** Days on which nothing is late: they say until when a state may last. */
const LASTING: Record<string, string> = { draft: 'Expires', deferred: 'Until', awaitingFunds: 'Valid until' };
/** Working days before a due date from which it stands out. */
const SOON = 2;

/** A day as briefly as it is clear: the year only where it is another one. */
export const briefDay = (day: Day, today: Day): string =>
  date(day, day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'short');

/** Whether the day has passed on which a clock should have been done. */
export const isLate = (clock: Running, today: Day): boolean =>
  clock.stoppedWith === null && !(clock.group in LASTING) && clock.dueOn < today;

/** By how much, in words and in the calendar of whoever holds it: "2 working days late". A day off after the due date is no working day, and late all the same. */
export function lateBy(
  { dueOn, station }: Pick<Running, 'dueOn' | 'station'>,
  today: Day,
  calendars: Calendars,
): string {
  const days = workingDaysBetween(dueOn, today, calendars.of(station));
  return days === 0 ? 'Overdue' : `${days} working ${days === 1 ? 'day' : 'days'} late`;
}

/** When something is due, as a status: red words when it is late, amber when it is near. */
export function dueStatus(clock: Running, today: Day, calendars: Calendars): Status {
  if (clock.stoppedWith !== null) return { text: 'Clock stopped', tone: 'grey' };
  const lasting = LASTING[clock.group];
  if (lasting) return { text: `${lasting} ${briefDay(clock.dueOn, today)}`, tone: 'plain' };
  if (clock.dueOn < today) return { text: lateBy(clock, today, calendars), tone: 'red' };
  if (clock.dueOn === today) return { text: 'Due today', tone: 'amber' };
  const near = clock.dueOn <= addWorkingDays(today, SOON, calendars.of(clock.station));
  return { text: `Due ${briefDay(clock.dueOn, today)}`, tone: near ? 'amber' : 'plain' };
}
