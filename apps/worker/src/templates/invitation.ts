import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { ApartMail } from '#casework';
import type { MailMessage } from '#platform';
import type { Sender } from './compose.js';

const MINUTE_MS = 60_000;
const addressOf = (mailFrom: string): string => /<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;

/** An invitation to a panel, or that it is off: times in UTC, which each calendar shows in the zone of its owner. */
export function invitation(
  { about, to, toldAt }: ApartMail<'panelDate'>,
  summary: string,
  { baseUrl, mailFrom }: Sender,
): NonNullable<MailMessage['calendar']> {
  const { method, minutes, place, round, sequence, startsAt } = about;
  const off = method === 'CANCEL';
  const start = new Date(startsAt);
  const calendar = ical({
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Human Rights Advisers', product: 'Panels', language: 'EN' },
  });
  calendar.createEvent({
    // The same for ever: what comes later under this name moves the entry or takes it away.
    id: `panel-${round}@${new URL(baseUrl).hostname}`,
    sequence,
    stamp: toldAt,
    start,
    end: new Date(start.getTime() + minutes * MINUTE_MS),
    timezone: 'UTC',
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary,
    ...(place ? { location: place } : {}),
    url: `${baseUrl}/panel/${round}/date`,
    organizer: { name: 'Human Rights Advisers', email: addressOf(mailFrom) },
    attendees: [
      {
        name: to.name,
        email: to.address,
        // Nobody reads at the address that sends it: an answer would be lost.
        rsvp: false,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
      },
    ],
  });
  return { method, content: calendar.toString() };
}
