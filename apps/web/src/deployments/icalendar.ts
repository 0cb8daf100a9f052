import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { createHash } from 'node:crypto';
import type { PostEntry, WorkItem } from '#casework';
import type { Day } from '#domain';
import { waitingNow } from '../home/todo-items.js';
import { inSentence, placeOf, type Names } from '../request/case-words.js';
import { pageOfClock } from '../request/step-pages.js';
import { paths } from '../shell/paths.js';
import { entryText } from './entry-text.js';

interface Calendar {
  name: string;
  baseUrl: string;
  at: Date;
}
/** A day in a calendar: what, which case, and where to do it. */
export interface CalendarDay {
  /** The same from one reading to the next, so that a calendar program moves it and does not add another. */
  key: string;
  on: Day;
  summary: string;
  path: string;
}

/** What falls due on posts. */
export const daysOfPosts = (entries: readonly PostEntry[], names: Names): CalendarDay[] =>
  entries.map((entry) => ({
    key: `${entry.ref} ${entry.what} ${entry.key}`,
    on: entry.on,
    summary: `${entryText(entry)}: ${placeOf(entry.countries, names) || 'regional post'}, ${entry.ref}`,
    path: paths.deployment(entry.ref),
  }));

const FOR_EVER: Day = '9999-12-31';

/** What waits for somebody on requests, by the list of what they have to do; a clock that stands still has no day. */
export const daysOfWork = (todos: readonly WorkItem[], names: Names): CalendarDay[] =>
  waitingNow(todos, FOR_EVER)
    .filter(({ clock }) => clock.stoppedWith === null)
    .map(({ clock, facts, what, signs }) => ({
      key: `${facts.ref} ${clock.key}`,
      on: clock.dueOn,
      summary: `${placeOf(facts.summary.countries, names)}: ${inSentence(what)}, ${facts.ref}`,
      path: signs ? paths.signatures(facts.ref) : pageOfClock(facts, clock),
    }));

const idOf = ({ key }: CalendarDay): string => createHash('sha256').update(key).digest('hex').slice(0, 32);

/** What falls due as an iCalendar: what, which case, by when and a link; nothing of the case itself. */
export function icalendar(days: readonly CalendarDay[], { name, baseUrl, at }: Calendar): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Human Rights Advisers', product: 'Deployments', language: 'EN' },
    ttl: 6 * 60 * 60,
  });
  for (const day of days)
    calendar.createEvent({
      id: `${idOf(day)}@${new URL(baseUrl).hostname}`,
      stamp: at,
      start: new Date(`${day.on}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: day.summary,
      url: `${baseUrl}${day.path}`,
    });
  return calendar.toString();
}
