import { TRAY_STATES } from '#casework';
import { REPLY_AUDIENCES } from '#domain';
import { choice, instant, list, maybe, number, text, to, whole, type Schema } from './schema-parts.js';

const LINE = {
  id: text,
  state: choice([...TRAY_STATES, 'received']),
  from: text,
  fromName: text,
  to: { ...text, description: 'The address of this system that it was sent to' },
  subject: text,
  reason: { ...text, description: 'Why it is where it is, in words' },
  ref: { ...maybe(text), description: 'The request or post that it is about, where that is known' },
  receivedAt: instant,
  settledAt: maybe(instant),
  settledBy: maybe(text),
  settledReason: maybe(text),
};
const FILE: Schema = whole({
  name: text,
  type: maybe(text),
  size: maybe(number),
  href: maybe(text),
  refused: maybe(text),
});

/** What the API says of mails that come in, and of what becomes of those that go out. */
export const INBOUND_SCHEMAS: Record<string, Schema> = {
  InboundLine: whole(LINE),
  InboundMails: whole({
    counts: whole(Object.fromEntries(TRAY_STATES.map((state) => [state, number]))),
    items: list(to('InboundLine')),
    next: { ...maybe(text), description: 'As `before`, the next page' },
  }),
  InboundMail: whole({ ...LINE, text, files: list(text) }),
  MailReply: whole({
    id: text,
    by: text,
    role: maybe(text),
    notice: { ...maybe(text), description: 'The notice that it answers' },
    audience: choice(Object.keys(REPLY_AUDIENCES)),
    text,
    whole: { ...text, description: 'All of the mail, with what it quotes' },
    at: instant,
    placedBy: { ...maybe(text), description: 'Who put it here from the tray' },
    files: list(FILE),
  }),
  MailReplies: whole({
    items: list(to('MailReply')),
    next: { ...maybe(text), description: 'As `before`, the next page' },
  }),
  SentMail: whole({
    id: text,
    notice: text,
    subject: maybe(text),
    status: choice(['queued', 'sending', 'sent', 'refused', 'failed', 'bounced']),
    problem: maybe(text),
    writtenAt: instant,
    handedAt: maybe(instant),
    letter: { ...maybe(number), description: 'Which letter it brought' },
    supersededBy: { ...maybe(number), description: 'The letter that took the place of that one' },
    recipients: list(
      whole({
        name: text,
        copy: { type: 'boolean' },
        state: choice(['queued', 'sent', 'refused', 'failed', 'bounced']),
        problem: maybe(text),
        at: maybe(instant),
        acknowledgedAt: { ...maybe(instant), description: 'When they confirmed by the link that it is there' },
      }),
    ),
  }),
  SentMails: whole({ items: list(to('SentMail')) }),
};
