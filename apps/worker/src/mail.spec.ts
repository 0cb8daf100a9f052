import { beforeEach, expect, it } from '@jest/globals';
import type { MailToSend, Outcome } from '#casework';
import { AddressRefused, MessageRefused, type Job, type MailMessage, type MailReceipt } from '#platform';
import { HandOver } from './hand-over.js';
import { MailSender, type MailJob } from './mail.js';

const MAIL: MailToSend = {
  id: 'mail-1',
  notice: 'adviceWanted',
  language: 'en',
  to: [{ name: 'A', address: 'a@x.example' }],
  copy: [
    { name: 'B', address: 'b@x.example' },
    { name: 'C', address: 'c@x.example' },
  ],
  copiedAs: [],
  about: 'request',
  ref: 'HRA-2027-014',
  countries: ['Tanzania'],
  dueOn: null,
  as: 'regionalTeam',
  task: null,
  letter: null,
  recipients: [],
  submitted: true,
  plain: false,
  unsubscribe: null,
  toldAt: new Date('2027-03-01T09:00:00Z'),
};

let written: unknown[];
let added: { data: MailJob; options: unknown }[];
let sent: MailMessage[];
let settleFails: number;
let told: unknown[];
const LOST = { ref: 'HRA-2027-001', parties: ['regionalTeam:esa'], problem: '550 No such user' };
beforeEach(() => {
  [written, added, sent, settleFails, told] = [[], [], [], 0, []];
});

const sender = (answer: () => MailReceipt, claimed: MailToSend | null = MAIL) =>
  new MailSender({
    mails: {
      claim: async () => claimed,
      settle: async (_id: string, outcome: Outcome) => {
        if (settleFails-- > 0) throw new Error('no database');
        written.push(outcome);
      },
      later: async (_id: string, problem: string) => void written.push({ later: problem }),
      unreached: async () => (written.length ? LOST : null),
    },
    apart: { claim: async () => null },
    onUnreached: async (unreached) => void told.push(unreached),
    onDone: () => undefined,
    handOver: new HandOver({
      mailer: {
        send: async (message: MailMessage) => {
          sent.push(message);
          return answer();
        },
      },
      recipients: { handed: async () => undefined },
      addresses: null,
      baseUrl: 'https://hra.example',
    }),
    queue: { add: async (data: MailJob, options: unknown) => void added.push({ data, options }) },
    sender: { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: false },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
  });
const job = (more: Partial<Job<MailJob>> = {}): Job<MailJob> => ({
  id: 'mail-1',
  data: { mail: 'mail-1' },
  attempt: 1,
  lastAttempt: false,
  ...more,
});
const taken = (...rejected: MailReceipt['rejected']): MailReceipt => ({ accepted: [], rejected, response: '250 ok' });
const no = (address: string, permanent: boolean) => ({
  address,
  permanent,
  response: permanent ? '550 no such mailbox' : '450 busy',
});
const fails = (error: Error) => (): never => {
  throw error;
};

it('records what was sent', async () => {
  await sender(taken).send(job());
  expect(written).toEqual([{ status: 'sent', problem: null }]);
  expect(sent[0]).toMatchObject({ messageId: '<mail-1@hra.example>' });
});

it('leaves alone what is not to be sent any more', async () => {
  await sender(taken, null).send(job());
  expect([sent, written]).toEqual([[], []]);
});

it('takes the refusal of an address or a message as final, in the server’s words', async () => {
  await sender(fails(new AddressRefused(['a@x.example'], '550 gone'))).send(job());
  await sender(fails(new MessageRefused('552 too large'))).send(job());
  expect(written).toEqual([
    { status: 'refused', problem: '550 gone' },
    { status: 'refused', problem: '552 too large' },
  ]);
});

it('puts off what may work later, and gives up with the last try', async () => {
  const busy = sender(fails(new Error('451 try later')));
  await expect(busy.send(job())).rejects.toThrow('451');
  await expect(busy.send(job({ lastAttempt: true }))).rejects.toThrow('451');
  expect(written).toEqual([{ later: '451 try later' }, { status: 'failed', problem: '451 try later' }]);
});

it('has a mail that came to nothing recorded on the case of the party that it was to ask', async () => {
  const refused = () => {
    throw new MessageRefused('550 No such user');
  };
  await sender(refused).send(job());
  expect(told).toEqual([LOST]);
  await sender(() => ({ rejected: [] }) as unknown as MailReceipt).send(job());
  expect(told).toEqual([LOST]);
});

it('tells a refused copy from a refused reader', async () => {
  await sender(() => taken(no('b@x.example', true))).send(job());
  await sender(() => taken(no('a@x.example', true))).send(job());
  expect(written).toEqual([
    { status: 'sent', problem: 'b@x.example: 550 no such mailbox' },
    { status: 'refused', problem: 'a@x.example: 550 no such mailbox' },
  ]);
});

it('sends again only to those whom the server put off', async () => {
  await sender(() => taken(no('b@x.example', true), no('c@x.example', false))).send(job());
  expect(written).toEqual([{ later: 'b@x.example: 550 no such mailbox\nc@x.example: 450 busy' }]);
  expect(added).toHaveLength(1);
  await sender(taken).send(job({ data: added[0]!.data }));
  expect(sent[1]).toMatchObject({ only: ['c@x.example'], messageId: '<mail-1@hra.example>' });
  expect(written[1]).toEqual({ status: 'sent', problem: 'b@x.example: 550 no such mailbox' });
});

it('records a copy that never went through without failing the mail', async () => {
  const rest = { mail: 'mail-1', only: ['c@x.example'] };
  await expect(sender(fails(new Error('450 busy'))).send(job({ data: rest, lastAttempt: true }))).rejects.toThrow();
  expect(written).toEqual([{ status: 'sent', problem: '450 busy' }]);
});

it('does not send again because the database was away for a moment', async () => {
  settleFails = 2;
  await sender(taken).send(job());
  expect(sent).toHaveLength(1);
  expect(written).toEqual([{ status: 'sent', problem: null }]);
});

it('parks a mail that cannot be written after three tries, with the reason', async () => {
  const unwritable = sender(taken, { ...MAIL, notice: 'noSuchNotice' as never });
  for (const attempt of [1, 2]) await expect(unwritable.send(job({ attempt }))).rejects.toThrow();
  await unwritable.send(job({ attempt: 3 }));
  expect(sent).toEqual([]);
  expect(written.slice(0, 2)).toEqual([{ later: expect.any(String) }, { later: expect.any(String) }]);
  expect(written[2]).toEqual({ status: 'failed', problem: expect.stringMatching(/^This mail could not be written: /) });
});
