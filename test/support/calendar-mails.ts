import type { Sent } from './inbound.js';

/** An answer to an invitation, as a calendar program sends it. */
export interface CalendarReply {
  to: string;
  from: string;
  uid: string;
  says: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED' | 'NEEDS-ACTION';
  sequence?: number;
  /** As 20270302T090000Z. */
  stamp?: string;
  note?: string;
  /** For whom, where it is another than who sends it. */
  attendee?: string;
}

/** Breaks lines as RFC 5545 asks: after 75 octets, going on after a space. */
const folded = (lines: string[]): string =>
  lines.map((line) => line.replace(/(.{74})(?=.)/g, '$1\r\n ')).join('\r\n') + '\r\n';
const base64 = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
const part = (boundary: string, head: string[], content: string): string =>
  [`--${boundary}`, ...head, '', content].join('\r\n');

/** Outlook and Exchange: an alternative in base 64, a zone of Windows, the attendee before all else and words of its own. */
export function byOutlook({
  to,
  from,
  uid,
  says,
  sequence = 0,
  stamp = '20270302T090000Z',
  note = '',
  attendee,
}: CalendarReply): Sent {
  const calendar = folded([
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'PRODID:Microsoft Exchange Server 2010',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:W. Europe Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    `ATTENDEE;PARTSTAT=${says};CN="Amina, Reviewer":mailto:${attendee ?? from}`,
    `COMMENT;LANGUAGE=en-US:${note}\\n`,
    `UID:${uid}`,
    'SUMMARY;LANGUAGE=en-US:Accepted: Panel: first round of 2027',
    'DTSTART;TZID=W. Europe Standard Time:20270610T133000',
    'DTEND;TZID=W. Europe Standard Time:20270610T150000',
    'CLASS:PUBLIC',
    'PRIORITY:5',
    `DTSTAMP:${stamp}`,
    'TRANSP:OPAQUE',
    'STATUS:CONFIRMED',
    `SEQUENCE:${sequence}`,
    'LOCATION;LANGUAGE=en-US:Room XX',
    'X-MICROSOFT-CDO-APPT-SEQUENCE:0',
    'X-MICROSOFT-CDO-BUSYSTATUS:BUSY',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  return {
    to,
    from: `"Amina, Reviewer" <${from}>`,
    envelope: from,
    subject: 'Accepted: Panel: first round of 2027',
    headers: [
      'MIME-Version: 1.0',
      'Thread-Topic: Panel: first round of 2027',
      'X-MS-Has-Attach:',
      'X-Auto-Response-Suppress: DR, OOF, AutoReply',
      'Content-Type: multipart/alternative; boundary="_000_AM0PR"',
    ],
    text: [
      part(
        '_000_AM0PR',
        ['Content-Type: text/plain; charset="us-ascii"', 'Content-Transfer-Encoding: quoted-printable'],
        note,
      ),
      part(
        '_000_AM0PR',
        ['Content-Type: text/html; charset="us-ascii"', 'Content-Transfer-Encoding: quoted-printable'],
        `<html><body>${note}</body></html>`,
      ),
      part(
        '_000_AM0PR',
        ['Content-Type: text/calendar; charset="utf-8"; method=REPLY', 'Content-Transfer-Encoding: base64'],
        base64(calendar),
      ),
      '--_000_AM0PR--',
    ].join('\r\n'),
  };
}

/** Google: written by a program that says so, sent from an address of its own, the entry twice. */
export function byGoogle({
  to,
  from,
  uid,
  says,
  sequence = 0,
  stamp = '20270302T090000Z',
  note = '',
  attendee,
}: CalendarReply): Sent {
  const calendar = folded([
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    'DTSTART:20270610T113000Z',
    'DTEND:20270610T130000Z',
    `DTSTAMP:${stamp}`,
    `ORGANIZER;CN=Human Rights Advisers:mailto:${to}`,
    `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${says};CN=Amina;X-NUM-GUESTS=0${note ? `;X-RESPONSE-COMMENT="${note}"` : ''}:mailto:${attendee ?? from}`,
    'CREATED:20270301T090000Z',
    'DESCRIPTION:',
    'LAST-MODIFIED:20270302T090000Z',
    'LOCATION:Room XX',
    `SEQUENCE:${sequence}`,
    'STATUS:CONFIRMED',
    'SUMMARY:Panel: first round of 2027',
    'TRANSP:OPAQUE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  return {
    to,
    from: `Amina <${from}>`,
    envelope: '3abcdefgh@calendar-server.bounces.google.com',
    subject: 'Accepted: Panel: first round of 2027 @ Thu Jun 10, 2027',
    headers: [
      'MIME-Version: 1.0',
      `Reply-To: Amina <${from}>`,
      'Sender: Google Calendar <calendar-notification@google.com>',
      'Auto-Submitted: auto-generated',
      'Content-Type: multipart/mixed; boundary="000000outer"',
    ],
    text: [
      '--000000outer',
      'Content-Type: multipart/alternative; boundary="000000inner"',
      '',
      part(
        '000000inner',
        ['Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes', 'Content-Transfer-Encoding: base64'],
        base64('Amina has accepted this invitation.'),
      ),
      part(
        '000000inner',
        ['Content-Type: text/calendar; charset="UTF-8"; method=REPLY', 'Content-Transfer-Encoding: 7bit'],
        calendar,
      ),
      '--000000inner--',
      part(
        '000000outer',
        [
          'Content-Type: application/ics; name="invite.ics"',
          'Content-Disposition: attachment; filename="invite.ics"',
          'Content-Transfer-Encoding: base64',
        ],
        base64(calendar),
      ),
      '--000000outer--',
    ].join('\r\n'),
  };
}

/** Apple: an entry of few lines, its address in capitals, with the file beside an empty text. */
export function byApple({
  to,
  from,
  uid,
  says,
  sequence = 0,
  stamp = '20270302T090000Z',
  note = '',
  attendee,
}: CalendarReply): Sent {
  const calendar = folded([
    'BEGIN:VCALENDAR',
    'CALSCALE:GREGORIAN',
    'METHOD:REPLY',
    'PRODID:-//Apple Inc.//macOS 14.5//EN',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    `ATTENDEE;CN="Amina";CUTYPE=INDIVIDUAL;PARTSTAT=${says};ROLE=REQ-PARTICIPANT:MAILTO:${(attendee ?? from).toUpperCase()}`,
    ...(note ? [`COMMENT:${note}`] : []),
    'DTEND:20270610T130000Z',
    `DTSTAMP:${stamp}`,
    'DTSTART:20270610T113000Z',
    `ORGANIZER;CN="Human Rights Advisers":mailto:${to}`,
    `SEQUENCE:${sequence}`,
    'SUMMARY:Panel: first round of 2027',
    `UID:${uid}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  return {
    to,
    from: `Amina <${from}>`,
    envelope: from,
    subject: 'Accepted: Panel: first round of 2027',
    headers: [
      'MIME-Version: 1.0',
      'X-Mailer: iPhone Mail (21F79)',
      'Content-Type: multipart/mixed; boundary="Apple-Mail-1"',
    ],
    text: [
      part('Apple-Mail-1', ['Content-Type: text/plain; charset=us-ascii', 'Content-Transfer-Encoding: 7bit'], ''),
      part(
        'Apple-Mail-1',
        [
          'Content-Disposition: attachment; filename=iCal-20270302.ics',
          'Content-Type: text/calendar; charset=utf-8; method=REPLY; name=iCal-20270302.ics',
          'Content-Transfer-Encoding: quoted-printable',
        ],
        calendar.replace(/=/g, '=3D'),
      ),
      '--Apple-Mail-1--',
    ].join('\r\n'),
  };
}
