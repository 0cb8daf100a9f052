import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { createHash } from 'node:crypto';
import type { PostEntry } from '#casework';
import { placeOf, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { entryText } from './entry-text.js';

interface Calendar {
  name: string;
  baseUrl: string;
  at: Date;
  names: Names;
}

/** The same entry keeps its name from one reading to the next, so that a calendar program moves it and does not add another. */
const idOf = ({ ref, what, key }: PostEntry): string =>
  createHash('sha256').update(`${ref} ${what} ${key}`).digest('hex').slice(0, 32);

/** What falls due as an iCalendar: what, which post, by when and a link; nothing of the case itself. */
export function icalendar(entries: readonly PostEntry[], { name, baseUrl, at, names }: Calendar): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Human Rights Advisers', product: 'Deployments', language: 'EN' },
    ttl: 6 * 60 * 60,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${idOf(entry)}@${new URL(baseUrl).hostname}`,
      stamp: at,
      start: new Date(`${entry.on}T00:00:00Z`),
      timezone: 'UTC',
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${entryText(entry)}: ${placeOf(entry.countries, names) || 'regional post'}, ${entry.ref}`,
      url: `${baseUrl}${paths.deployment(entry.ref)}`,
    });
  return calendar.toString();
}
