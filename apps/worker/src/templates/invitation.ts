import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { ApartMail } from '#casework';
import type { MailMessage } from '#platform';
import { entryOfPanel } from '../panel-entry.js';
import type { Sender } from './compose.js';

const MINUTE_MS = 60_000;
const addressOf = (mailFrom: string): string => /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;

/** An invitation to a panel, or that it is off: times in UTC, which each calendar shows in the zone of its owner. */
export function invitation(
  { about, to, toldAt, personId }: ApartMail<'panelDate'>,
  summary: string,
  { baseUrl, mailFrom, answers }: Sender,
): NonNullable<MailMessage['calendar']> {
  const { method, minutes, place, round, sequence, startsAt } = about;
  const sender = addressOf(mailFrom);
  const off = method === 'CANCEL';
  const start = new Date(startsAt);
  const calendar = ical({
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Human Rights Advisers', product: 'Panels', language: 'EN' },
  });
  calendar.createEvent({
    id: entryOfPanel(round, baseUrl),
    sequence,
    stamp: toldAt,
    start,
    end: new Date(start.getTime() + minutes * MINUTE_MS),
    timezone: 'UTC',
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary,
    ...(place ? { location: place } : {}),
    url: `${baseUrl}/panel/${round}/date`,
    // Where a calendar program answers to; who sends is another then, and says so.
    organizer: {
      name: 'Human Rights Advisers',
      ...(answers ? { email: answers.panelTo(personId), sentBy: sender } : { email: sender }),
    },
    attendees: [
      {
        name: to.name,
        email: to.address,
        // Where no mail comes in, an answer would be lost.
        rsvp: answers !== undefined && !off,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return { method, content: calendar.toString() };
}
