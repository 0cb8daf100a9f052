import { beforeAll, describe, expect, it } from '@jest/globals';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { Visitor } from '../support/visitor.js';
import { useWeb, Web } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const office = 'z.kileo-marchetti@rc-tanzania.example';
const signIn = (next?: string) => web.send('POST', '/sign-in', { form: { person: office, ...(next ? { next } : {}) } });

describe('a session of the browser', () => {
  it('is a cookie that no script reads and no other site sends along with a form', async () => {
    const { status, headers } = await signIn();
    expect([status, headers.get('location')]).toEqual([303, '/']);
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^hra_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('is kept as a hash alone', async () => {
    const [cookie] = (await signIn()).headers.getSetCookie();
    const token = /hra_session=([\w-]+)/.exec(cookie!)![1]!;
    const { rows } = await db.pool.query<{ row: string }>('SELECT c::text AS row FROM credential c');
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
  });

  it('goes over encrypted lines only, where the product is reached by them', async () => {
    const encrypted = new Web(db);
    await encrypted.open({ BASE_URL: 'https://hra.example' });
    const { headers } = await encrypted.send('POST', '/sign-in', { form: { person: office } });
    expect(headers.getSetCookie()[0]).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
    await encrypted.close();
  });

  it('is another one after each sign-in, and nothing after sign-out', async () => {
    const visitor = new Visitor();
    const token = () => visitor.cookies(web.url).get('hra_session');
    await visitor.go(`${web.url}/sign-in`, { person: office });
    const first = token()!;
    await visitor.go(`${web.url}/sign-in`, { person: office });
    const second = token()!;
    expect(second).not.toBe(first);
    const out = await visitor.go(`${web.url}/sign-out`, {});
    expect([out.url, out.text]).toEqual([
      `${web.url}/sign-in?done=signedOut`,
      expect.stringContaining('You are signed out.'),
    ]);
    expect(token()).toBeUndefined();
    const again = await web.send('GET', '/', { headers: { cookie: `hra_session=${second}` } });
    expect(again.headers.get('location')).toBe('/sign-in');
  });

  it('that nobody gave, or that was meant for programs, opens nothing', async () => {
    const token = await web.token(db.cast.office.id);
    for (const cookie of ['nonsense', 'x'.repeat(43), token, '%00', '"'])
      expect((await web.send('GET', '/requests', { headers: { cookie: `hra_session=${cookie}` } })).status).toBe(303);
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\r\nset-cookie: a=b', 'javascript:x', ''])(
    'begins on this site whatever “next” says: %j',
    async (next) => {
      expect((await signIn(next)).headers.get('location')).toBe('/');
      const page = await web.send('GET', `/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.text).not.toContain('evil.example');
    },
  );

  it('leads to the page that was asked for', async () => {
    const { headers } = await web.send('GET', '/requests?q=a%26b');
    expect(headers.get('location')).toBe('/sign-in?next=%2Frequests%3Fq%3Da%2526b');
    expect((await signIn('/requests?q=a%26b')).headers.get('location')).toBe('/requests?q=a%26b');
  });

  it('is not given to somebody who does not exist', async () => {
    for (const person of ['nobody@nowhere.example', '', '\u0000', "' OR 1=1"]) {
      const { status, headers } = await web.send('POST', '/sign-in', { form: { person } });
      expect([status, headers.getSetCookie()]).toEqual([422, []]);
    }
  });
});

describe('a form of another site', () => {
  let draft: CaseInDatabase;
  beforeAll(async () => {
    draft = await aCaseAt(db);
  });

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
  ])('changes nothing: %j', async (headers) => {
    const cookie = await web.session(db.cast.office.id);
    const before = await everything(db.pool);
    const form = { revision: '1', reason: 'Gone' };
    const answers = [
      await web.send('POST', `/requests/${draft.ref}/abandon`, { form, headers: { ...cookie, ...headers } }),
      await web.send('POST', '/sign-out', { form: {}, headers: { ...cookie, ...headers } }),
      await web.send('POST', '/sign-in', { form: { person: office }, headers: { ...cookie, ...headers } }),
      await web.send('POST', `/api/v1/requests/${draft.ref}/events`, {
        json: { type: 'ABANDON' },
        headers: { 'if-match': '"1"', ...cookie, ...headers },
      }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([403, 403, 403, 403]);
    expect(answers[0]!.text).toContain('sent from another site');
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('is told from one of this site', async () => {
    const cookie = await web.session(db.cast.office.id);
    const own: Record<string, string>[] = [
      { origin: web.url, 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      {},
    ];
    for (const headers of own) {
      const { status } = await web.send('POST', `/requests/${draft.ref}/messages`, {
        form: {},
        headers: { ...cookie, ...headers },
      });
      expect(status).toBe(422);
    }
  });
});

describe('a session that ends in the middle of a long form', () => {
  it('by signing out in another tab keeps the text too, and names the documents that it could not keep', async () => {
    const draft = await aCaseAt(db);
    const path = `/requests/${draft.ref}/sections/2`;
    const visitor = new Visitor();
    await visitor.go(`${web.url}/sign-in`, { person: office });
    await visitor.go(`${web.url}/sign-out`, {});
    const cookie = [...visitor.cookies(web.url)].map(([name, value]) => `${name}=${value}`).join('; ');
    const form = new FormData();
    form.set('sections.ownership.whoAskedFirst', 'Typed in a tab that was open.');
    form.set('documents', new File(['notes'], 'notes.txt'));
    const late = await web.send('POST', path, { form, headers: { cookie } });
    expect(late.headers.get('location')).toBe(`/sign-in?next=${encodeURIComponent(`${path}?kept=1`)}`);
    const back = await visitor.go(`${web.url}/sign-in`, { person: office, next: `${path}?kept=1` });
    expect(back.text).toContain('Typed in a tab that was open.');
    expect(back.text).toContain('“notes.txt” was a document that you had chosen: it was not kept, so choose it again.');
  });

  const TEXT = 'Written for an hour.\nA second line with “quotes” & <signs>.\nنص من اليمين إلى اليسار 🕊';
  const FIELD = 'sections.context';

  it('keeps the text, asks to sign in, and gives it back once, to whose it is', async () => {
    const draft = await aCaseAt(db);
    const path = `/requests/${draft.ref}/sections/1`;
    const visitor = new Visitor();
    await visitor.go(`${web.url}/sign-in`, { person: office });
    const page = await visitor.go(`${web.url}${path}`);
    expect(page.text).toContain(`name="${FIELD}"`);
    await web.everybodysTimeEnds();
    const late = await visitor.submit(
      { ...page, text: page.text.slice(page.text.indexOf('<main')) },
      { [FIELD]: TEXT },
    );
    expect(late.url).toBe(`${web.url}/sign-in?next=${encodeURIComponent(`${path}?kept=1`)}`);
    expect((await draft.row()).revision).toBe(1);

    const stranger = new Visitor();
    await stranger.go(`${web.url}/sign-in`, { person: 't.nkwanyana-rolfsen@rc-tanzania.example' });
    expect((await stranger.go(`${web.url}${path}?kept=1`)).text).not.toContain('Written for an hour.');

    const back = await visitor.go(`${web.url}/sign-in`, { person: office, next: `${path}?kept=1` });
    expect(back.url).toBe(`${web.url}${path}?kept=1`);
    expect(back.text).toContain('Your session had ended.');
    const shown = back.text
      .replace(/&quot;|&#34;/g, '"')
      .replace(/&amp;/g, '&')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>');
    expect(shown.replace(/\r/g, '')).toContain(TEXT);
    const saved = await visitor.submit(
      { ...back, text: back.text.slice(back.text.indexOf('<main')) },
      { [FIELD]: TEXT },
    );
    expect(saved.status).toBe(200);
    expect((await visitor.go(`${web.url}${path}?kept=1`)).text).not.toContain('Your session had ended.');
    const { rows } = await db.pool.query<{ text: string }>(
      `SELECT content #>> '{sections,context}' AS text FROM request_content c JOIN request r ON r.id = c.request_id WHERE r.ref = $1`,
      [draft.ref],
    );
    expect(rows[0]!.text).toBe(TEXT);
  });
});
