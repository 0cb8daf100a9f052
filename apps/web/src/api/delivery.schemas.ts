import { choice, instant, list, maybe, number, text, to, whole, type Schema } from './schema-parts.js';

/** What the API says of the delivery of mail. */
export const DELIVERY_SCHEMAS: Record<string, Schema> = {
  MailHold: whole({
    id: text,
    madeAt: instant,
    mails: number,
    people: number,
    decided: maybe(choice(['letGo', 'dropped'])),
    decidedAt: maybe(instant),
    decidedName: maybe(text),
    perMinute: maybe(number),
    left: { ...number, description: 'How many of them are not sent yet' },
    notices: list(whole({ notice: text, mails: number })),
  }),
  Delivery: whole({ waiting: number, held: number, parked: number, holds: list(to('MailHold')) }),
  ParkedMail: whole({
    id: text,
    notice: maybe(text),
    apart: { ...maybe(text), description: 'What kind of mail it is, where it is about no case' },
    to: list(text),
    status: choice(['refused', 'failed', 'bounced']),
    problem: text,
    attempts: number,
    replays: number,
    writtenAt: instant,
  }),
  ParkedMails: whole({
    items: list(to('ParkedMail')),
    next: { ...maybe(text), description: 'As `before`, the next page' },
  }),
  MailsMoved: whole({ mails: number }),
};
