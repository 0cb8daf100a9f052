import {
  addWorkingDays,
  dayUnder,
  movedTo,
  workingDaysBetween,
  type Day,
  type Instant,
  type WorkCalendar,
} from '#domain';
import type { Touched } from './webhooks/recount-tellings.js';

/** Clocks that count alike, and how many of them there are. */
export interface Counted {
  station: string;
  group: string;
  /** From which day it counts how many; null where its day was set. */
  from: Day | null;
  days: number | null;
  dueOn: Day;
  clocks: number;
}
/** What a change of the calendars would move. */
export interface Moves extends Touched {
  clocks: number;
  /** How many clocks move by how many working days, by what they are the time for. */
  moves: { group: string; days: number; clocks: number }[];
}

/** By how many working days a clock would move; null where its day stays. */
export function moveOf(
  { from, days, dueOn }: Pick<Counted, 'from' | 'days' | 'dueOn'>,
  calendar: WorkCalendar,
  now: Instant,
): number | null {
  if (from === null || days === null) return null;
  const to = movedTo(dueOn, addWorkingDays(from, days, calendar), dayUnder(calendar, now));
  return to === dueOn ? null : workingDaysBetween(dueOn, to, calendar);
}

/** Which clocks move by how much, the most frequent first. */
export function movesBetween<G extends Counted>(
  groups: readonly G[],
  calendarOf: (group: G) => WorkCalendar,
  now: Instant,
): Pick<Moves, 'clocks' | 'moves'> {
  const moves = new Map<string, Moves['moves'][number]>();
  for (const one of groups) {
    const days = moveOf(one, calendarOf(one), now);
    const key = `${one.group} ${days}`;
    if (days !== null) moves.set(key, { group: one.group, days, clocks: (moves.get(key)?.clocks ?? 0) + one.clocks });
  }
  const all = [...moves.values()].sort((a, b) => b.clocks - a.clocks || (a.group < b.group ? -1 : 1));
  return { clocks: all.reduce((sum, m) => sum + m.clocks, 0), moves: all };
}
