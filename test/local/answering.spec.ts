import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import { openSmtpListener, readMail, type IncomingMail, type SmtpListener } from '#platform';
import { startMailCatcher, type MailCatcher } from '../../apps/local/src/mail-catcher/catcher.js';
import { ownFolder } from './places.js';

const taken: IncomingMail[] = [];
const folder = ownFolder('answers');
let system: SmtpListener;
let catcher: MailCatcher;
beforeAll(async () => {
  system = await openSmtpListener({
    host: '127.0.0.1',
    port: 0,
    domain: 'reply.hra.example',
    largestBytes: 100_000,
    take: async (mail) => void taken.push(mail),
    onError: () => undefined,
  });
  catcher = await startMailCatcher({ folder, host: '127.0.0.1', smtpPort: 0, inboxPort: 0, replyPort: system.port });
  const transport = createTransport(`smtp://127.0.0.1:${catcher.smtpPort}`);
  await transport.sendMail({
    from: 'no-reply@hra.example',
    to: 'amina@rc.example',
    replyTo: 'reply+tag@reply.hra.example',
    envelope: { from: 'bounce+tag@reply.hra.example', to: ['amina@rc.example'] },
    subject: 'Décision',
    text: 'x',
  });
  transport.close();
});
beforeEach(() => void (taken.length = 0));
afterAll(async () => {
  await Promise.all([catcher.stop(), system.close()]);
});

const page = `/messages/1`;
const at = (path: string): string => `http://127.0.0.1:${catcher.inboxPort}${path}`;
const send = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(at(`${page}/reply`), { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

it('answers a mail as its reader, and says whether the system took that', async () => {
  expect(await (await fetch(at(page))).text()).toContain('Answer as amina@rc.example');
  const done = await send({ do: 'reply', text: 'Oui.\nÀ demain.' });
  expect([done.status, done.headers.get('location')]).toEqual([303, '/messages/1?answered=1']);
  expect(await (await fetch(at(`${page}?answered=1`))).text()).toContain('The system has taken it.');
  expect(taken[0]).toMatchObject({ sender: 'amina@rc.example', recipients: ['reply+tag@reply.hra.example'] });
  const read = await readMail(taken[0]!.source);
  expect(read).toMatchObject({
    subject: 'Re: Décision',
    text: 'Oui.\nÀ demain.',
    from: { address: 'amina@rc.example' },
  });
});

it('lets a mail come back to where it was sent from, as a mail server does', async () => {
  await send({ do: 'bounce' });
  expect(taken[0]).toMatchObject({ sender: '', recipients: ['bounce+tag@reply.hra.example'] });
  const { reports } = await readMail(taken[0]!.source);
  expect(reports).toMatchObject([{ action: 'failed', status: '5.1.1', recipient: 'amina@rc.example' }]);
});

it('sends nothing for another site, and offers nothing where the system takes no mail', async () => {
  expect((await send({ do: 'reply', text: 'x' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(404);
  expect(taken).toEqual([]);
});
