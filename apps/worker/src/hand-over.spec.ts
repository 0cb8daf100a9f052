import { beforeEach, expect, it } from '@jest/globals';
import type { Handed, MailToSend, RecipientToSend } from '#casework';
import { AddressRefused, type MailMessage } from '#platform';
import { HandOver } from './hand-over.js';
import type { MessageFor } from './templates/compose.js';

const recipient = (name: string, more: Partial<RecipientToSend> = {}): RecipientToSend => ({
  id: name,
  address: `${name}@x.example`,
  role: 'deskOfficer',
  state: 'queued',
  problem: null,
  ...more,
});
const letter = (...recipients: RecipientToSend[]) => ({ id: 'mail', recipients }) as MailToSend;
const message: MessageFor = (reader) =>
  ({ messageId: '<mail@x>', subject: reader?.receivedLink ?? 'all' }) as MailMessage;

let sent: MailMessage[];
let noted: Handed[];
let noteFails: number;
let answers: Record<string, Error>;
beforeEach(() => {
  [sent, noted, noteFails, answers] = [[], [], 0, {}];
});

const handOver = (own = true) =>
  new HandOver({
    mailer: {
      send: async (one) => {
        const error = answers[one.only?.[0] ?? ''];
        if (error) throw error;
        sent.push(one);
        return { accepted: [...(one.only ?? ['all@x.example'])], rejected: [], response: '250' };
      },
    },
    recipients: {
      handed: async (_mail, handed) => {
        if (noteFails-- > 0) throw new Error('no database');
        noted.push(handed);
      },
    },
    addresses: own
      ? { bounceTo: (id) => `bounce+${id}@y`, replyTo: (id) => `reply+${id}@y`, seenTag: (id) => `seen-${id}` }
      : null,
    baseUrl: 'https://hra.example',
  });

it('gives each reader an address of their own, for what comes back and for what they answer', async () => {
  const { accepted } = await handOver().send(letter(recipient('a'), recipient('b')), message);
  expect(accepted).toEqual(['a@x.example', 'b@x.example']);
  expect(sent).toEqual(
    ['a', 'b'].map((id) => ({
      messageId: '<mail@x>',
      subject: `https://hra.example/received/seen-${id}`,
      only: [`${id}@x.example`],
      returnTo: `bounce+${id}@y`,
      replyTo: `reply+${id}@y`,
    })),
  );
  expect(noted.map((n) => n.taken)).toEqual([['a@x.example'], ['b@x.example']]);
});

it('sends one mail to all where nothing can come back', async () => {
  await handOver(false).send(letter(recipient('a'), recipient('b')), message);
  expect(sent).toEqual([{ messageId: '<mail@x>', subject: 'all' }]);
});

it('begins again with those who have nothing yet, and knows who was refused before', async () => {
  const before = [
    recipient('a', { state: 'sent' }),
    recipient('b', { state: 'refused', problem: '550 gone' }),
    recipient('c'),
  ];
  const receipt = await handOver().send(letter(...before), message);
  expect(sent.map((m) => m.only)).toEqual([['c@x.example']]);
  expect(receipt.accepted).toEqual(['a@x.example', 'c@x.example']);
  expect(receipt.rejected).toEqual([{ address: 'b@x.example', response: '550 gone', permanent: true }]);
  await expect(handOver().send(letter(before[1]!), message)).rejects.toThrow(AddressRefused);
});

it('is not sent where it came back from all its readers before it began again', async () => {
  const back = recipient('a', { state: 'bounced', problem: '550 gone' });
  await expect(handOver().send(letter(back), message)).rejects.toThrow(AddressRefused);
  await expect(handOver().send(letter(back, recipient('b')), message)).resolves.toMatchObject({
    accepted: ['b@x.example'],
    rejected: [{ address: 'a@x.example', response: '550 gone', permanent: true }],
  });
});

it('tells what is final from what may work later', async () => {
  answers = { 'a@x.example': new AddressRefused(['a@x.example'], '550 gone'), 'b@x.example': new Error('451 busy') };
  const all = letter(recipient('a'), recipient('b'), recipient('c'));
  const { rejected } = await handOver().send(all, message);
  expect(rejected.map((r) => [r.address, r.permanent])).toEqual([
    ['a@x.example', true],
    ['b@x.example', false],
  ]);
  expect(noted.flatMap((n) => n.refused)).toMatchObject([{ address: 'a@x.example', response: '550 gone' }]);
  await expect(handOver().send(letter(recipient('a'), recipient('b')), message)).rejects.toThrow('451 busy');
  await expect(handOver().send(letter(recipient('a')), message)).rejects.toThrow(AddressRefused);
});

it('does not send again because the database was away for a moment', async () => {
  noteFails = 2;
  await handOver().send(letter(recipient('a'), recipient('b')), message);
  expect(noted).toHaveLength(2);
  expect(sent).toHaveLength(2);
});

it('leaves what became of a mail to one reader to be written with what became of the mail', async () => {
  await handOver().send(letter(recipient('a')), message);
  expect([sent.length, noted]).toEqual([1, []]);
});

it('gives what is about no one case an address for what comes back, and none for an answer', async () => {
  await handOver().send(letter(recipient('a', { role: null })), message);
  expect(sent).toEqual([{ messageId: '<mail@x>', subject: 'all', only: ['a@x.example'], returnTo: 'bounce+a@y' }]);
});
