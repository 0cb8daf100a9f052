import { expect, it } from '@jest/globals';
import type { MailLine, MailReader } from '#casework';
import type { NumberedLetter } from '#domain';
import { letterDelivery } from './letter-delivery.js';

const LETTER = { number: 1, at: '2027-03-01T09:00:00.000Z' } as NumberedLetter;
const reader = (name: string, change: Partial<MailReader> = {}): MailReader => ({
  name,
  copy: false,
  state: 'sent',
  problem: null,
  at: '2027-03-02T09:00:00Z',
  acknowledgedAt: null,
  ...change,
});
const mail = (notice: MailLine['notice'], recipients: MailReader[]): MailLine => ({
  id: notice,
  notice,
  status: 'sent',
  to: [],
  copy: [],
  subject: null,
  problem: null,
  attempts: 1,
  recipients,
  writtenAt: new Date('2027-03-02T08:00:00Z'),
  handedAt: null,
});

it('says of each reader of a letter how it stands now, and what went wrong before', () => {
  const back = { state: 'bounced', problem: '550 No such user' } as const;
  const first = mail('decisionLetter', [
    reader('Thandeka', back),
    reader('Refilwe', { acknowledgedAt: '2027-03-03T09:00:00Z' }),
    reader('Wanjiru'),
  ]);
  const again = mail('letterSentAgain', [reader('Thandeka'), reader('Refilwe'), reader('Wanjiru', back)]);
  const { lines, waiting } = letterDelivery([again, first], [LETTER], LETTER);
  expect(waiting).toBe(false);
  expect(lines.map(({ name, status, before, seen }) => [name, status.text, before, seen !== ''])).toEqual([
    ['Wanjiru', 'Came back 2 Mar', [], false],
    ['Thandeka', 'Sent 2 Mar', ['Before that: Came back 2 Mar'], false],
    ['Refilwe', 'Sent 2 Mar', [], true],
  ]);
});
