import { beforeAll, describe, expect, it } from '@jest/globals';
import { Mails, Outbox } from '#casework';
import { attached, PDF } from '../support/attached.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Json } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
const QUESTION = 'Is another adviser planned in the country?';
const ids: Record<string, string> = {};
let request: CaseInDatabase;

const attach = async (name: string, tier: string): Promise<string> =>
  attached(await web.program(db.cast.office.id), request, name, tier);

/** Asks somebody by name, and gives back the secret of the link that goes to them. */
async function asked(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@ilo.example`;
  await request.send('desk', { type: 'CONSULT', name, organisation: 'ILO', email, question: QUESTION });
  return newest(email);
}
async function newest(email: string): Promise<string> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
  const { rows } = await db.pool.query<{ id: string }>(
    `SELECT id FROM mail WHERE to_addresses = ARRAY[$1] ORDER BY id DESC LIMIT 1`,
    [email],
  );
  return (await new Mails(db.pool, db.clock, db.reference).claim(rows[0]!.id))!.token!;
}
const api = (method: string, token: string, path = '', json?: Json): Promise<Answer> =>
  web.send(method, `/api/v1/consulted/${token}${path}`, json ? { json } : {});
const page = (token: string, path = ''): Promise<Answer> => web.send('GET', `/consulted/${token}${path}`, {});
const ANSWER = { position: 'supports', text: 'None is planned.', requestVersion: 1 };

beforeAll(async () => {
  request = await aCaseAt(db);
  ids.plain = await attach('letter', 'case');
  ids.risk = await attach('threats', 'risk');
  await request.send('coordinator', { type: 'SUBMIT', declaration: true });
  await request.send('desk', { type: 'ACCEPT' });
});

describe('the holder of a link, by a program', () => {
  it('reads who is asked, opens the question, answers it once; without any token', async () => {
    const token = await asked('Ana');
    const first = await api('GET', token);
    expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    expect(first.json).toMatchObject({ opened: false, name: 'Ana', organisation: 'ILO' });
    expect(first.text).not.toContain(QUESTION);
    const opened = await api('POST', token, '/reading');
    expect(opened.json).toMatchObject({ opened: true, question: QUESTION, request: { version: 1 } });
    expect((await api('GET', token)).json).toEqual(opened.json);
    expect(opened.text).not.toContain('threats');
    expect(opened.json.request).toMatchObject({ content: { countries: ['TZA'] }, documents: [{ id: ids.plain }] });
    expect(((opened.json.request as Json).content as { sections: Json }).sections.risk).toBeUndefined();
    refused(await api('POST', token, '/answer', { ...ANSWER, text: '' }), 422);
    refused(await api('POST', token, '/answer', { ...ANSWER, from: 'regionalTeam:esa' }), 422);
    expect((await api('POST', token, '/answer', { ...ANSWER, requestVersion: 2 })).text).toContain(
      'You read version 2',
    );
    expect((await api('POST', token, '/answer', ANSWER)).json).toMatchObject({ answered: true });
    const again = await api('POST', token, '/answer', ANSWER);
    refused(again, 409);
    expect(again.json.detail).toContain('Your answer was received on');
    refused(await api('GET', token), 409);
    const facts = await request.facts();
    expect(facts.consultation.find((c) => c.named?.name === 'Ana')!.advice).toMatchObject({
      by: { name: 'Ana' },
      text: 'None is planned.',
    });
  });

  it('has no use of it for anything else, nor of one that was replaced, has ended, or was never sent', async () => {
    const token = await asked('Bo');
    const { party } = (await db.pool.query<{ party: string }>('SELECT max(party) AS party FROM consultation_link'))
      .rows[0]!;
    const headers = { authorization: `Bearer ${token}` };
    for (const path of ['/requests', `/requests/${request.ref}`, '/me'])
      expect((await web.send('GET', `/api/v1${path}`, { headers })).status).toBe(401);
    await request.send('desk', { type: 'RESEND_CONSULTATION', party });
    const second = await newest('bo@ilo.example');
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/reading'],
      ['POST', '/answer'],
      ['GET', `/documents/${ids.plain}`],
    ] as const) {
      const old = await api(method, token, path, path === '/answer' ? ANSWER : undefined);
      refused(old, 409);
      expect(old.json.detail).toContain('A newer link was sent to you');
      refused(await api(method, 'A'.repeat(43), path, path === '/answer' ? ANSWER : undefined), 404);
    }
    await db.pool.query(`UPDATE consultation_link SET expires_at = '2020-01-01' WHERE party = $1`, [party]);
    expect((await api('GET', second)).json.detail).toContain('This link could be used until 1 January 2020');
  });
});

it.each(['/consulted/', '/endorse/', '/received/'])(
  '%s: a link that is cut off says so to whoever has no account',
  async (door) => {
    const { status, text } = await web.send('GET', `${door}${'A'.repeat(43)}`, {});
    expect(status).toBe(404);
    expect(text).toContain('This link is not known here. Check that you copied the whole address from the mail.');
    expect(text).not.toMatch(/your assignment|Go to your work/);
  },
);

describe('the documents of the request', () => {
  it('open by the link as far as its holder may read, and only while the link is good', async () => {
    const token = await asked('Cy');
    await api('POST', token, '/reading');
    const { text } = await page(token);
    expect(text).toContain(`/consulted/${token}/documents/${ids.plain}`);
    expect(text).not.toContain(ids.risk!);
    const document = `/documents/${ids.plain}`;
    for (const opened of [await page(token, document), await api('GET', token, document)]) {
      expect([opened.status, opened.text]).toEqual([200, PDF]);
      expect(opened.headers.get('content-security-policy')).toContain('sandbox');
      expect(opened.headers.get('content-disposition')).toContain('letter.pdf');
    }
    for (const id of [ids.risk, '00000000-0000-0000-0000-000000000000']) {
      expect((await page(token, `/documents/${id}`)).status).toBe(404);
      refused(await api('GET', token, `/documents/${id}`), 404);
    }
    await api('POST', token, '/answer', ANSWER);
    expect([(await page(token, document)).status, (await api('GET', token, document)).status]).toEqual([409, 409]);
  });

  it('of another request do not open', async () => {
    const token = await asked('Di');
    const other = await aCaseAt(db);
    const [here, theirs] = [request, other];
    request = theirs;
    const elsewhere = await attach('other', 'case');
    request = here;
    refused(await api('GET', token, `/documents/${elsewhere}`), 404);
  });
});
