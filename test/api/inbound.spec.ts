import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { InboundMails, MailRecipients, Mails, Outbox } from '#casework';
import { isRefusal } from '#domain';
import { signedTag } from '#platform';
import { anEvent } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Json } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
type Someone = 'administrator' | 'desk' | 'office' | 'team';
const sessions = {} as Record<Someone, Record<string, string>>;
let request: CaseInDatabase;
beforeAll(async () => {
  for (const who of ['administrator', 'desk', 'office', 'team'] as const)
    sessions[who] = await web.session(db.cast[who].id);
  request = await aCaseAt(db, (story) => story.declined());
});

const get = (who: Someone, path: string): Promise<Answer> => web.send('GET', path, { headers: sessions[who] });
const post = (path: string, form: Record<string, string>, who: Someone = 'administrator'): Promise<Answer> =>
  web.send('POST', path, { headers: sessions[who], form });
const itemsOf = (answer: Answer): Json[] => answer.json.items as Json[];

const PDF = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF').toString('base64');
/** A mail with a file in the tray; its identifier. */
async function inTray(subject: string): Promise<string> {
  const inbound = new InboundMails(db.pool, db.clock);
  const source = [
    'From: Jane <jane@un.example>',
    `Subject: ${subject}`,
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Please read this.',
    '--b',
    'Content-Type: application/pdf; name="a.pdf"',
    'Content-Disposition: attachment; filename="a.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    PDF,
    '--b--',
    '',
  ].join('\r\n');
  await inbound.keep(
    { source: Buffer.from(source), sender: 'jane@un.example', recipients: ['reply@x'] },
    `<${randomUUID()}>`,
  );
  const { id } = (await inbound.take())!;
  const said = { from: { name: 'Jane', address: 'jane@un.example' }, subject, text: 'Please read this.' };
  await inbound.settle(id, 'tray', said, 'Its address belongs to no mail.');
  return id;
}

describe('the tray', () => {
  it('shows what waits, puts it to a case for those who are named, and then shows no more of it', async () => {
    const id = await inTray('To be placed');
    expect((await get('administrator', '/admin/inbound')).text).toContain('To be placed');
    expect((await get('administrator', `/admin/inbound/${id}`)).text).toContain('Please read this.');
    const wrong = await post(`/admin/inbound/${id}`, { do: 'assign', ref: 'HRA-1999-001', audience: '', reason: '' });
    expect(wrong.status).toBe(422);
    const empty = await post(`/admin/inbound/${id}`, { do: 'assign', ref: ' ', audience: 'ohchr', reason: 'x' });
    expect(empty.text).toContain('Enter the number of the request or post');
    for (const words of [
      'There is no request or post with this number',
      'Choose who is to read it',
      'Say why it belongs',
    ])
      expect(wrong.text).toContain(words);
    const placing = { ref: request.ref.toLowerCase(), audience: 'ohchr', reason: 'She says so.' };
    const done = await web.send('POST', `/api/v1/inbound/${id}/placing`, {
      headers: sessions.administrator,
      json: placing,
    });
    expect([done.status, done.json.state]).toEqual([200, 'posted']);
    const again = await web.send('POST', `/api/v1/inbound/${id}/placing`, {
      headers: sessions.administrator,
      json: placing,
    });
    expect(again.status).toBe(409);
    const [message] = itemsOf(await get('desk', `/api/v1/requests/${request.ref}/replies`));
    expect(message).toMatchObject({
      by: 'Jane',
      text: 'Please read this.',
      audience: 'ohchr',
      files: [{ name: 'a.pdf' }],
    });
    expect(message!.placedBy).toBe(db.cast.administrator.name);
    const href = (message!.files as Json[])[0]!.href as string;
    const file = await get('desk', href);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    for (const who of ['office', 'team', 'administrator'] as const) expect((await get(who, href)).status).toBe(404);
    expect(itemsOf(await get('office', `/api/v1/requests/${request.ref}/replies`))).toEqual([]);
    expect((await get('desk', `/requests/${request.ref}/replies`)).text).toContain('Please read this.');
    // With its case it is closed to whoever put it there.
    expect((await get('administrator', `/admin/inbound/${id}`)).text).not.toContain('Please read this.');
    expect((await get('administrator', `/admin/inbound/${id}/source`)).status).toBe(404);
    expect((await get('administrator', '/admin/inbound?state=posted')).text).not.toContain('To be placed');
  });

  it('puts aside with a reason, and keeps what it puts aside', async () => {
    const id = await inTray('An advertisement');
    expect((await post(`/admin/inbound/${id}`, { do: 'dismiss', why: ' ' })).text).toContain('Say why it is put aside');
    expect((await post(`/admin/inbound/${id}`, { do: 'dismiss', why: 'An advertisement.' })).status).toBe(303);
    expect((await post(`/admin/inbound/${id}`, { do: 'dismiss', why: 'Again.' })).status).toBe(409);
    const aside = await get('administrator', '/api/v1/inbound?state=dismissed');
    expect(itemsOf(aside)).toMatchObject([
      { id, settledReason: 'An advertisement.', settledBy: db.cast.administrator.name },
    ]);
    expect((await get('administrator', `/admin/inbound/${id}/source`)).text).toContain('Subject: An advertisement');
  });

  it('puts nothing to a draft that only its office knows of, unless it is for that office', async () => {
    const id = await inTray('About a draft');
    const draft = await aCaseAt(db, (story) => story.drafted());
    const place = (audience: string) =>
      post(`/admin/inbound/${id}`, { do: 'assign', ref: draft.ref, audience, reason: 'It names it.' });
    expect((await place('ohchr')).text).toContain('only its office may read about it');
    expect((await place('office')).status).toBe(303);
    expect(itemsOf(await get('office', `/api/v1/requests/${draft.ref}/replies`))).toHaveLength(1);
  });
});

describe('a decision letter', () => {
  /** Writes the mails of the request; those of its letters are taken to be sent. */
  async function letters() {
    const outbox = new Outbox(db.pool, db.clock, db.reference);
    while ((await outbox.dispatch()).taken > 0);
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.recipient = 'letter' AND m.status = 'queued' ORDER BY m.id`,
      [request.ref],
    );
    const mails = new Mails(db.pool, db.clock, db.reference);
    const all = [];
    for (const { id } of rows) all.push((await mails.claim(id))!);
    return all;
  }

  it('is confirmed by its reader through the link, once, and by opening the link nothing', async () => {
    const [letter] = await letters();
    const recipients = new MailRecipients(db.pool, db.clock);
    const reader = letter!.recipients.find((r) => r.role === 'residentCoordinator')!;
    await recipients.handed(letter!.id, { taken: letter!.recipients.map((r) => r.address), refused: [] });
    const link = `/received/${signedTag(await recipients.key(), 'seen', reader.id)}`;
    expect((await web.send('GET', link)).text).toContain('Confirm that it is here');
    const mailsOf = async () =>
      itemsOf(await get('desk', `/api/v1/requests/${request.ref}/mails`)).find((m) => m.notice === 'decisionLetter')!;
    expect(((await mailsOf()).recipients as Json[]).every((r) => r.acknowledgedAt === null)).toBe(true);
    expect((await web.send('POST', link, { form: {} })).status).toBe(303);
    expect((await web.send('GET', link)).text).toContain('You confirmed this.');
    const { recipients: now, letter: number, supersededBy } = await mailsOf();
    expect((now as Json[]).filter((r) => r.acknowledgedAt !== null)).toHaveLength(1);
    expect([number, supersededBy]).toEqual([1, null]);
    const page = (await get('desk', `/requests/${request.ref}/letter`)).text;
    expect(page).toMatch(/Confirmed on .* that it is there/);
    expect((await get('team', `/requests/${request.ref}/letter`)).text).not.toContain('Who has it');
    const forged = `/received/${signedTag(await recipients.key(), 'reply', reader.id)}`;
    expect((await web.send('GET', forged)).status).toBe(404);
  });

  it('is sent again with a reason, and a correction supersedes it', async () => {
    const path = `/requests/${request.ref}/send-letter-again`;
    const revision = /name="revision" value="(\d+)"/.exec((await get('desk', path)).text)![1]!;
    expect((await post(path, { revision, reason: ' ' }, 'desk')).status).toBe(422);
    const sent = await post(path, { revision, reason: 'The address was wrong.' }, 'desk');
    expect(sent.headers.get('location')).toContain('done=letterSentAgain');
    const [again] = await letters();
    expect(again).toMatchObject({ notice: 'letterSentAgain', letter: { ref: request.ref } });
    expect((await get('desk', `/requests/${request.ref}/history`)).text).toContain('The address was wrong.');
    db.clock.set(new Date(db.clock.now().getTime() + 3_600_000).toISOString());
    const correction = anEvent('CORRECT_LETTER', { facts: await request.facts(), variant: 1 });
    const corrected = await db.casework.advance(request.ref, db.cast.approver, correction, { revision: 'latest' });
    expect(isRefusal(corrected)).toBe(false);
    const mails = itemsOf(await get('desk', `/api/v1/requests/${request.ref}/mails`));
    expect(mails.filter((m) => m.letter === 1).map((m) => m.supersededBy)).toEqual([2, 2]);
    expect((await get('desk', `/requests/${request.ref}/letter?letter=1`)).text).toContain('Superseded by letter 2');
    const docx = await get('team', `/requests/${request.ref}/letter.docx?letter=1`);
    expect(docx.headers.get('content-disposition')).toContain('.docx');
  });
});
