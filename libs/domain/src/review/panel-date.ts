import { isZone, instantOf } from '../notices/local-time.js';
import type { Actor } from '../people/roles.js';
import type { FieldProblem } from '../refusal.js';
import type { Day, Instant } from '../time/working-days.js';
import { readsPanel } from './round-panel.js';

/** When a panel meets, as somebody says it: by the clocks of a zone. */
export interface PanelDateDraft {
  day: Day;
  /** Hours and minutes, as 14:30. */
  time: string;
  zone: string;
  minutes: number;
  place: string;
}

const LEAST_MINUTES = 15;
export const MOST_MINUTES = 600;
const MOST_DAYS_AHEAD = 730;
const DAY_MS = 86_400_000;

/** Whoever chairs the panel says when it meets; an administrator may for them. */
export const setsPanelDate = ({ assignments }: Pick<Actor, 'assignments'>): boolean =>
  assignments.some((a) => a.role === 'panelChair' || a.role === 'administrator');
/** Who reads when it meets, besides those who are invited. */
export const readsPanelDate = (actor: Pick<Actor, 'assignments'>): boolean =>
  readsPanel(actor) || setsPanelDate(actor) || actor.assignments.some((a) => a.role === 'reviewer');

/** The instant that is meant; null where day, time or zone cannot be read. */
export function panelStart({ day, time, zone }: Pick<PanelDateDraft, 'day' | 'time' | 'zone'>): Instant | null {
  const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  const date = new Date(`${day}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  if (!clock || !isDay || !isZone(zone)) return null;
  return new Date(instantOf(zone, day, Number(clock[1])) + Number(clock[2]) * 60_000).toISOString();
}

/** What stands against a date; nothing where it can be set. */
export function panelDateProblems(draft: PanelDateDraft, now: Instant): FieldProblem[] {
  const { day, time, zone, minutes, place } = draft;
  const start = panelStart(draft);
  const ahead = start === null ? 0 : Date.parse(start) - Date.parse(now);
  const problem = (path: string, message: string, wrong: boolean): FieldProblem[] => (wrong ? [{ path, message }] : []);
  const dayRead = panelStart({ day, time: '12:00', zone: 'UTC' }) !== null;
  return [
    ...problem('day', 'Enter a day', !dayRead),
    ...problem('time', 'Enter a time such as 14:30', panelStart({ day: '2027-01-01', time, zone: 'UTC' }) === null),
    ...problem('zone', 'Choose a time zone of the list', !isZone(zone)),
    ...problem('day', 'Enter a day that is still to come', start !== null && ahead <= 0),
    ...problem('day', 'Enter a day within two years', start !== null && ahead > MOST_DAYS_AHEAD * DAY_MS),
    ...problem(
      'minutes',
      `Enter a whole number from ${LEAST_MINUTES} to ${MOST_MINUTES}`,
      !Number.isInteger(minutes) || minutes < LEAST_MINUTES || minutes > MOST_MINUTES,
    ),
    ...problem('place', 'Shorten this to 300 characters or fewer', place.length > 300),
  ];
}
