import type { MailLine, MailReader } from '#casework';
import type { NoticeName, NumberedLetter } from '#domain';
import { date } from '../shell/words.js';
import type { Status } from './case-words.js';

const LETTERS: readonly (NoticeName | null)[] = ['decisionLetter', 'letterCorrected', 'letterSentAgain'];
const STATES: Record<MailReader['state'], Status> = {
  queued: { text: 'On its way', tone: 'grey' },
  sent: { text: 'Sent', tone: 'plain' },
  refused: { text: 'Refused by their mail server', tone: 'red' },
  failed: { text: 'Not sent', tone: 'red' },
  bounced: { text: 'Came back', tone: 'red' },
};

/** Which letter a mail brought: the last that there was when it was written; null for mails that bring none. */
export const letterOfMail = (
  { notice, writtenAt }: Pick<MailLine, 'notice' | 'writtenAt'>,
  all: readonly NumberedLetter[],
): number | null =>
  LETTERS.includes(notice) ? (all.findLast((one) => Date.parse(one.at) <= writtenAt.getTime())?.number ?? null) : null;

const lineOf = (mail: MailLine, reader: MailReader) => ({
  name: reader.name,
  copy: reader.copy,
  again: mail.notice === 'letterSentAgain',
  status: {
    ...STATES[reader.state],
    text: `${STATES[reader.state].text}${reader.at ? ` ${date(new Date(reader.at), 'day')}` : ''}`,
  },
  problem: reader.problem ?? '',
  seen: reader.acknowledgedAt ? `Confirmed on ${date(new Date(reader.acknowledgedAt), 'day')} that it is there` : '',
});

type Line = ReturnType<typeof lineOf>;
const isBad = ({ status }: Line): boolean => status.tone === 'red';

/** Each reader once, as it stands with the last that went to them; what went wrong before that is said beside it. The newest come first. */
const oncePerReader = (lines: readonly Line[]) =>
  lines
    .map((line) => ({ line, all: lines.filter(({ name }) => name === line.name) }))
    .filter(({ line, all }) => all[0] === line)
    .map(({ line, all: [, ...earlier] }) => ({
      ...line,
      seen: line.seen || (earlier.find((one) => one.seen)?.seen ?? ''),
      before: earlier.filter(isBad).map(({ status }) => `Before that: ${status.text}`),
    }));

/** What became of a letter on its way to each of its readers, what went wrong first. */
export function letterDelivery(mails: readonly MailLine[], all: readonly NumberedLetter[], shown: NumberedLetter) {
  const own = mails.filter((m) => letterOfMail(m, all) === shown.number);
  const lines = oncePerReader(own.flatMap((mail) => mail.recipients.map((reader) => lineOf(mail, reader))));
  return {
    lines: [...lines.filter(isBad), ...lines.filter((l) => !isBad(l))],
    waiting: own.length > 0 && lines.length === 0,
  };
}

/** The letter that took the place of this one; null while it stands. */
export function supersededBy(shown: NumberedLetter, all: readonly NumberedLetter[]): NumberedLetter | null {
  const last = all.at(-1)!;
  return last.number === shown.number ? null : last;
}
