import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Mails, Outbox } from '#casework';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Json, type Program } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
const QUESTION = 'Is another adviser planned in the country?';
const consult = {
  type: 'CONSULT',
  name: 'Ana Lopez',
  organisation: 'ILO',
  email: 'ana@ilo.example',
  question: QUESTION,
} as const;

let desk: Program;
let team: Program;
let office: Program;
let request: CaseInDatabase;

beforeAll(async () => {
  [desk, team, office] = await Promise.all([
    web.program(db.cast.desk.id),
    web.program(db.cast.team.id),
    web.program(db.cast.office.id),
  ]);
});
beforeEach(async () => {
  request = await aCaseAt(db, (story) => story.accepted());
});

const outbox = () => new Outbox(db.pool, db.clock, db.reference);
const mails = () => new Mails(db.pool, db.clock, db.reference);

/** Sends what waits to somebody at this address, and gives back the link in the last of it. */
async function linkTo(email: string): Promise<string> {
  while ((await outbox().dispatch()).taken > 0);
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND m.to_addresses = ARRAY[$2] ORDER BY m.id DESC LIMIT 1`,
    [request.ref, email],
  );
  const mail = await mails().claim(rows[0]!.id);
  await mails().settle(rows[0]!.id, { status: 'sent', problem: null }, 'A question');
  return `/consulted/${mail!.token}`;
}
const party = async (by: Program, key: string): Promise<Json> => {
  const { json } = await by.get(`/requests/${request.ref}/consultation`);
  return (json.items as Json[]).find((item) => item.from === key)!;
};
const open = (path: string) => web.send('GET', path, {});
const press = (path: string, form: Record<string, string>) => web.send('POST', path, { form });
const ANSWER = { do: 'answer', version: '1', position: 'supports', text: 'None is planned.' };

describe('somebody who is asked by name', () => {
  it('opens the question by a link, and answers it once, without an account', async () => {
    await request.send('desk', consult);
    expect((await party(desk, 'consultee:1')).standing).toBe('notSent');
    const link = await linkTo('ana@ilo.example');
    expect(await party(desk, 'consultee:1')).toMatchObject({ standing: 'sent', email: 'ana@ilo.example' });

    // Programs open the links of mails: that shows nothing and changes nothing.
    const first = await open(link);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(first.text).not.toContain(QUESTION);
    expect((await party(desk, 'consultee:1')).standing).toBe('sent');

    expect((await press(link, { do: 'read' })).status).toBe(303);
    const opened = await open(link);
    expect(opened.text).toContain(QUESTION);
    expect(await party(team, 'consultee:1')).toMatchObject({ standing: 'read', readBy: 'Ana Lopez' });
    expect(await party(team, 'consultee:1')).not.toHaveProperty('email');

    expect((await press(link, { ...ANSWER, text: '' })).status).toBe(422);
    expect((await press(link, { ...ANSWER, version: '2' })).text).toContain('You read version 2');
    expect((await press(link, ANSWER)).status).toBe(303);
    expect(await party(desk, 'consultee:1')).toMatchObject({
      standing: 'answered',
      advice: { text: 'None is planned.' },
    });
    const again = await press(link, ANSWER);
    expect(again.text).toContain('Your answer was received on');
    expect((await party(desk, 'consultee:1')).advice).toMatchObject({ by: 'Ana Lopez', requestVersion: 1 });
  });

  it('sees nothing of the notes on risk and nothing else of the product', async () => {
    await request.send('desk', consult);
    const link = await linkTo('ana@ilo.example');
    await press(link, { do: 'read' });
    const { text } = await open(link);
    expect(text).toContain('Which office is offered?');
    expect(text).not.toMatch(/What are the risks|risk/i);
    expect(text).not.toContain(`/requests/${request.ref}`);
    const token = link.split('/')[2]!;
    const headers = { authorization: `Bearer ${token}` };
    expect((await web.send('GET', '/api/v1/requests', { headers })).status).toBe(401);
    expect((await open('/consulted/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    const { rows } = await db.pool.query('SELECT hash FROM consultation_link');
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('has no use of a link that was replaced, taken back, or ended', async () => {
    await request.send('desk', consult);
    const first = await linkTo('ana@ilo.example');
    await request.send('desk', { type: 'RESEND_CONSULTATION', party: 'consultee:1' });
    const second = await linkTo('ana@ilo.example');
    expect((await open(first)).text).toContain('A newer link was sent to you');
    expect((await press(first, ANSWER)).text).toContain('A newer link was sent to you');
    await db.pool.query(`UPDATE consultation_link SET expires_at = '2020-01-01'`);
    expect((await open(second)).text).toContain('This link could be used until 1 January 2020');
    await request.send('desk', { type: 'WITHDRAW_CONSULTATION', party: 'consultee:1', reason: 'She telephoned.' });
    expect((await open(second)).text).toContain('taken this question back');
    expect((await open(await linkTo('ana@ilo.example'))).text).toContain('taken this question back');
  });
});

describe('the address of somebody who is asked by name', () => {
  it('stands nowhere but where OHCHR reads', async () => {
    await request.send('desk', consult);
    await linkTo('ana@ilo.example');
    const pages = ['', '/history', '/full'].map((page) => `/requests/${request.ref}${page}`);
    const calls = ['', '/timeline'].map((part) => `/requests/${request.ref}${part}`);
    for (const part of ['office', 'coordinator', 'team', 'regionalOffice'] as const) {
      const headers = await web.session(db.cast[part].id);
      const program = await web.program(db.cast[part].id);
      for (const path of pages)
        expect((await web.send('GET', path, { headers })).text).not.toContain('ana@ilo.example');
      for (const path of calls) expect((await program.get(path)).text).not.toContain('ana@ilo.example');
    }
    const { text } = await web.send('GET', pages[0]!, { headers: await web.session(db.cast.desk.id) });
    expect(text).toContain('ana@ilo.example');
  });
});

describe('a party', () => {
  it('has read what it is asked when somebody who may answer opens its page; others’ forms stay good', async () => {
    await linkless();
    const { revision } = await request.row();
    expect((await party(desk, 'regionalTeam:esa')).standing).toBe('sent');
    await web.send('GET', `/advice/${request.ref}`, { headers: await web.session(db.cast.team.id) });
    await web.send('GET', `/advice/${request.ref}`, { headers: await web.session(db.cast.team.id) });
    expect(await party(desk, 'regionalTeam:esa')).toMatchObject({ standing: 'read', readBy: db.cast.team.name });
    expect((await party(desk, 'regionalOffice:esa'))?.standing ?? 'sent').not.toBe('read');
    expect((await request.row()).revision).toBe(revision);
  });

  it('whose mails all come back is a step of the desk officer', async () => {
    await linkless('refused');
    expect(await party(desk, 'regionalTeam:esa')).toMatchObject({ standing: 'bounced' });
    const { rows } = await db.pool.query<{ id: string }>(
      `SELECT m.id FROM mail m JOIN request r ON r.id = m.case_id WHERE r.ref = $1 AND 'regionalTeam:esa' = ANY(m.parties)`,
      [request.ref],
    );
    const lost = await mails().unreached(rows[0]!.id);
    expect(lost).toMatchObject({ ref: request.ref, parties: ['regionalTeam:esa'], problem: '550 No such user' });
    await request.send('clock', { type: 'RECORD_UNREACHED', parties: lost!.parties, problem: lost!.problem });
    const { json } = await desk.get('/todos');
    expect((json.items as Json[]).filter((t) => t.ref === request.ref).map((t) => t.what)).toContain(
      'Reach a party whose mail came back',
    );
  });

  it('is given more time, and asked again, by the page of the desk officer', async () => {
    const headers = await web.session(db.cast.desk.id);
    const send = async (form: Record<string, string | string[]>) => {
      const { revision } = await request.row();
      return web.send('POST', `/requests/${request.ref}/consultation`, {
        headers,
        form: { revision: String(revision), once: String(Math.random()), ...form },
      });
    };
    const due = (await party(desk, 'regionalTeam:esa')).dueOn as string;
    const most = (await party(desk, 'regionalTeam:esa')).latestDay as string;
    const [year, month, day] = most.split('-') as [string, string, string];
    const until = { 'until-day': day, 'until-month': month, 'until-year': year };
    const more = { do: 'extend', party: 'regionalTeam:esa', reason: 'They meet on Thursday.' };
    expect((await send(more)).text).toContain('Enter the day until which there is time');
    expect((await send({ ...more, ...until })).status).toBe(303);
    expect(await party(team, 'regionalTeam:esa')).toMatchObject({
      dueOn: most,
      extended: [{ from: due, until: most }],
    });
    await request.send('team', { type: 'ADVISE', position: 'supports', text: 'Needed.' });
    expect((await send({ do: 'again', parties: 'regionalTeam:esa', reason: 'A question was answered.' })).status).toBe(
      303,
    );
    expect(await party(team, 'regionalTeam:esa')).toMatchObject({
      state: 'awaited',
      advice: null,
      askedAgain: [{ reason: 'A question was answered.', advice: { text: 'Needed.', requestVersion: 1 } }],
    });
    const page = await web.send('GET', `/requests/${request.ref}/consultation`, { headers });
    expect(page.text).toContain('What it said before');
    refused(await office.get(`/requests/${request.ref}/consultation`), 403);
  });
});

/** The mails that ask the region have gone out, or come back. */
async function linkless(status: 'sent' | 'refused' = 'sent'): Promise<void> {
  while ((await outbox().dispatch()).taken > 0);
  await db.pool.query(
    `UPDATE mail m SET status = $2, problem = $3, handed_at = now() FROM request r WHERE r.id = m.case_id AND r.ref = $1 AND m.parties <> '{}'`,
    [request.ref, status, status === 'sent' ? null : '550 No such user'],
  );
}
