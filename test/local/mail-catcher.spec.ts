import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { type MailCatcher, startMailCatcher } from '../../apps/local/src/mail-catcher/catcher.js';
import { ownFolder } from './places.js';

const root = ownFolder('mails');
let folder: string;
let catcher: MailCatcher;
let count = 0;

async function start(bound?: number): Promise<void> {
  catcher = await startMailCatcher({ folder, host: '127.0.0.1', smtpPort: 0, inboxPort: 0, bound });
}

async function send(mail: SendMailOptions) {
  const transport = nodemailer.createTransport(`smtp://127.0.0.1:${catcher.smtpPort}`);
  try {
    return await transport.sendMail({ from: 'Human Rights Advisers <no-reply@hra.example>', ...mail });
  } finally {
    transport.close();
  }
}

async function get(path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${catcher.inboxPort}${path}`);
}

async function subjects(query = ''): Promise<string[]> {
  const { messages } = (await (await get(`/api/messages${query}`)).json()) as { messages: { subject: string }[] };
  return messages.map(({ subject }) => subject);
}

beforeEach(async () => {
  folder = join(root, String((count += 1)));
  await start();
});

afterEach(() => catcher.stop());

test('a mail is shown with the time that it bears, by whose clock the story is read', async () => {
  await send({ to: 'amina@example.org', subject: 'Later', text: 'x', date: new Date('2027-12-14T10:30:00Z') });
  await send({ to: 'amina@example.org', subject: 'Undated', text: 'x', headers: { date: 'some day' } });
  expect(await (await get('/')).text()).toContain(
    '<time datetime="2027-12-14T10:30:00.000Z">14 Dec 2027, 10:30 UTC</time>',
  );
  const page = await (await get('/messages/1')).text();
  expect(page).toContain('<dt>Sent</dt><dd><time datetime="2027-12-14T10:30:00.000Z">');
  expect(page).toContain('<dt>Received here</dt>');
});

test('a mail is shown with its text, its HTML, its headers and its attachments', async () => {
  const letter = Buffer.from('%PDF-1.7 letter');
  await send({
    to: 'Amina Farah <amina@example.org>',
    bcc: 'quiet@example.org',
    subject: 'Décision: <b>مرحبا</b>',
    text: 'Dear Amina',
    html: '<p>Dear Amina</p><img src="cid:mark"><a href="http://127.0.0.1/">Open</a>',
    attachments: [
      { filename: '../lettre “finale”.pdf', content: letter },
      { filename: 'mark.png', cid: 'mark', content: 'picture' },
    ],
  });
  const list = await (await get('/')).text();
  expect(list).toContain('<a href="/messages/1">Décision: &lt;b&gt;مرحبا&lt;/b&gt;</a>');
  expect(list).not.toContain('<script');
  const page = await (await get('/messages/1')).text();
  expect(page).toContain('Amina Farah &lt;amina@example.org&gt;');
  expect(page).toContain('<dt>Blind copy</dt><dd>quiet@example.org</dd>');
  const mail = (await (await get('/api/messages/1')).json()) as { attachments: { filename: string; url: string }[] };
  expect(mail).toMatchObject({ recipients: ['amina@example.org', 'quiet@example.org'], text: 'Dear Amina\n' });
  const pdf = mail.attachments.find(({ filename }) => filename.endsWith('.pdf'));
  const download = await get(pdf?.url ?? '');
  expect(Buffer.from(await download.arrayBuffer())).toEqual(letter);
  expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''..%2Flettre/);
});

test('the HTML of a mail is shut in: no scripts, no outside pictures, links open outside the frame', async () => {
  await send({
    to: 'a@example.org',
    subject: 'x',
    html: '<!doctype html><html><head></head><body><img src="cid:mark"></body></html>',
    attachments: [{ filename: 'mark.png', cid: 'mark', content: 'picture' }],
  });
  const framed = await get('/messages/1/html');
  const policy = framed.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
  expect(policy).not.toContain('allow-scripts');
  const html = await framed.text();
  expect(html).toMatch(/^<!doctype html><html><head><base target="_blank">/);
  expect(html).toContain('<img src="/messages/1/attachments/0">');
  expect(await (await get('/messages/1')).text()).toMatch(
    /<iframe src="\/messages\/1\/html" [^>]*sandbox="allow-popups /,
  );
});

test('an address that begins with “bounce” is refused, the others get their mail', async () => {
  await expect(send({ to: 'bounce@example.org', subject: 'lost' })).rejects.toMatchObject({ responseCode: 550 });
  const { accepted, rejected } = await send({ to: ['Bounce-2@example.org', 'good@example.org'], subject: 'partly' });
  expect({ accepted, rejected }).toEqual({ accepted: ['good@example.org'], rejected: ['Bounce-2@example.org'] });
  expect(await subjects()).toEqual(['partly']);
});

test('mails are listed with the newest first and found by recipient or subject', async () => {
  await send({ to: 'first@example.org', subject: 'Malawi' });
  await send({ to: 'second@example.org', subject: 'Kenya' });
  expect(await subjects()).toEqual(['Kenya', 'Malawi']);
  expect(await subjects('?q=FIRST')).toEqual(['Malawi']);
  expect(await subjects('?q=kenya')).toEqual(['Kenya']);
  expect(await (await get('/?q=%3Cnobody%3E')).text()).toContain('0 mails with “&lt;nobody&gt;”');
});

test('mails survive a restart, also one in the middle of a write', async () => {
  await send({ to: 'a@example.org', subject: 'before' });
  await catcher.stop();
  appendFileSync(join(folder, 'index.jsonl'), '{"id":2,"subject":"half wri');
  await start();
  await send({ to: 'a@example.org', subject: 'after' });
  expect(await subjects()).toEqual(['after', 'before']);
  expect((await get('/messages/1')).status).toBe(200);
});

test('only the last mails are kept', async () => {
  await catcher.stop();
  await start(3);
  for (const subject of ['1', '2', '3', '4', '5']) await send({ to: 'a@example.org', subject });
  expect(await subjects()).toEqual(['5', '4', '3']);
  expect(readdirSync(folder).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
  expect((await get('/messages/1')).status).toBe(404);
});

test('many senders at once lose nothing', async () => {
  const mails = Array.from({ length: 60 }, (_, index) => `number ${index}`);
  await Promise.all(mails.map((subject) => send({ to: 'a@example.org', subject })));
  expect((await subjects()).toSorted()).toEqual(mails.toSorted());
});

test('strange addresses of the inbox are answered in words', async () => {
  expect((await get('/messages/7')).status).toBe(404);
  expect((await get('/messages/..%2f..%2fetc/html')).status).toBe(404);
  expect((await get('/api/messages/7')).status).toBe(404);
  expect((await get('/?page=-3&q=%E0%A4%A')).status).toBe(200);
  expect((await fetch(`http://127.0.0.1:${catcher.inboxPort}/`, { method: 'DELETE' })).status).toBe(405);
});
