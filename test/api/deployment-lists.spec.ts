import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { useDatabase } from '../support/database.js';
import { keepAt } from '../support/posts.js';
import { useWeb, type Answer, type Json, type Program } from '../support/web.js';

const db = useDatabase({ at: '2028-10-01' });
const web = useWeb(db);
let desk: Program;
let team: Record<string, string>;
let elsewhere: Record<string, string>;

beforeAll(async () => {
  await keepAt(db, (d) => d.left(), { at: '2028-01-01T09:00:00.000Z', post: { title: '=SUM(1)' } });
  await keepAt(db, (d) => d.wished(), { at: '2026-10-20T09:00:00.000Z' });
  await keepAt(db, (d) => d.onboarding(), { at: '2028-09-20T09:00:00.000Z' });
  desk = await web.program(db.cast.desk.id);
  team = await web.session(db.cast.team.id);
  elsewhere = await web.session(db.cast.teamElsewhere.id);
});

const items = ({ json }: Answer) => json.items as Json[];
const get = (path: string, headers = team) => web.send('GET', path, { headers });
const post = (path: string, form: Record<string, string>, headers = team) => web.send('POST', path, { form, headers });
const hrefs = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((m) => m[1]!);

describe('the API of posts', () => {
  it('lists them, the most urgent first, with what to know of each', async () => {
    const all = await desk.get('/deployments');
    expect(items(all).map((i) => [i.state, i.note])).toEqual([
      ['vacant', 'Post empty since 1 Apr'],
      ['renewal', expect.stringMatching(/^(Ends in|Gap of)/)],
      ['recruiting', expect.stringMatching(/^Starts /)],
    ]);
    const first = await desk.get('/deployments?limit=1');
    const next = await desk.get(`/deployments?limit=2&after=${first.json.next as string}`);
    expect([...items(first), ...items(next)]).toEqual(items(all));
    expect(items(await (await web.program(db.cast.deskElsewhere.id)).get('/deployments'))).toEqual([]);
  });

  it('finds the posts of a cluster by the office that leads it, from the day on which that is said', async () => {
    const office = 'OHCHR Regional Office for Southern Africa';
    const ref = String(items(await desk.get('/deployments?status=vacant'))[0]!.ref);
    const event = { type: 'CHANGE_POST', cluster: ` ${office} `, reason: 'It is led from Pretoria now.' };
    const revision = (await desk.get(`/deployments/${ref}`)).headers.get('etag')!;
    const headers = { 'if-match': revision };
    const sent = await desk.send('POST', `/deployments/${ref}/events`, { json: event, headers });
    expect({ status: sent.status, detail: sent.json.detail }).toEqual({ status: 200, detail: undefined });
    const asked = `cluster=${encodeURIComponent(office)}`;
    expect(items(await desk.get(`/deployments?${asked}`))).toMatchObject([{ ref, cluster: office }]);
    const page = await get(`/deployments/table?${asked}`);
    expect(page.text).toContain(`Cluster of ${office}`);
    expect(page.text).toContain('in a cluster');
    expect((await get(`/deployments/${ref}`)).text).toContain(
      `/deployments/table?cluster=${encodeURIComponent(office).replaceAll('%20', '+')}`,
    );
    const file = await get(`/deployments/table?${asked}&format=csv`);
    const [row] = parse(file.text, { bom: true, columns: true }) as Json[];
    expect(row!['Cluster led by']).toBe(office);
  });

  it('gives the gaps with the reason and what could bridge them', async () => {
    const { json } = await desk.get('/deployments/gaps');
    expect(json.now).toMatchObject({ total: 1, items: [{ state: 'vacant', reason: null }] });
    const [ahead] = (json.ahead as { items: Json[] }).items;
    expect(ahead).toMatchObject({ reason: 'noDecision', reasonText: expect.stringMatching(/not decided/) });
    const kinds = (ahead!.suggestions as Json[]).map((s) => s.kind);
    expect(kinds).toEqual(expect.arrayContaining(['OHCHR regional office', 'Surge adviser']));
  });

  it.each([
    ['status=gone', 'status'],
    ['region=atlantis', 'region'],
    ['country=XXX', 'country'],
    ['endsWithin=soon', 'endsWithin'],
    ['modality=remote', 'modality'],
    ['funding=luck', 'funding'],
    ['framework=maybe', 'framework'],
    ['gap=later', 'gap'],
    ['view=some', 'view'],
    ['sort=random', 'sort'],
    ['limit=101', 'limit'],
    ['after=WzEsMl0', 'after'],
    ['format=pdf', 'format'],
    ['staus=vacant', 'staus'],
    ['status=vacant&status=ended', 'status'],
    ['__proto__=1', '__proto__'],
  ])('says what it cannot understand: %s', async (query, path) => {
    const { status, json } = await desk.get(`/deployments?${query}`);
    expect([status, json.code]).toEqual([422, 'invalid']);
    expect(json.errors).toEqual([{ path, message: expect.stringMatching(/^[A-Z“].{8,}/) }]);
  });

  it('is the same list as a file, for a page and for a program', async () => {
    const fromApi = await desk.get('/deployments?format=csv&status=vacant');
    const fromPage = await get('/deployments/table?status=vacant&format=csv');
    expect(fromPage.text).toBe(fromApi.text);
    const byHeader = await desk.send('GET', '/deployments?status=vacant', { headers: { accept: 'text/csv' } });
    expect(byHeader.text).toBe(fromApi.text);
    expect(fromPage.headers.get('content-disposition')).toMatch(/filename="deployments-2028-10-01\.csv"/);
    const rows = parse(fromApi.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ Post: "'=SUM(1)", Status: 'Post empty', 'What to know': 'Post empty since 1 Apr' });
    const gaps = await get('/deployments/table?gap=any&format=csv');
    const why = (parse(gaps.text, { bom: true, columns: true }) as Record<string, string>[]).map((row) => row.Why);
    expect(why).toEqual(['Nobody is being sought.', expect.stringMatching(/^It is not decided/)]);
    const due = await get('/deployments/calendar?month=2028-10&format=csv');
    expect(due.headers.get('content-disposition')).toMatch(/filename="deployments-calendar-2028-10\.csv"/);
    expect(due.text).toMatch(/2028-10-\d\d,The term ends,DEP-2026-001/);
    const workbook = await get('/deployments/table?format=xlsx');
    expect(workbook.headers.get('content-type')).toMatch(/spreadsheetml/);
    expect((await get('/deployments/table?format=csv&status=gone')).status).toBe(422);
  });
});

describe('the workload as a file', () => {
  it('is the three tables of the page, in one table of text or on three sheets', async () => {
    const file = await get('/deployments/workload?format=csv&region=esa');
    expect(file.headers.get('content-disposition')).toMatch(/filename="workload-2028-10-01\.csv"/);
    const rows = parse(file.text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.Table, row.Countries, row.Posts, row.Empty])).toEqual([
      ['By desk officer', '2', '3', '1'],
      ['By region', '2', '3', '1'],
      ['By adviser', '2', '', ''],
    ]);
    expect(rows.map((row) => row['Term has run out'])).toEqual(['0', '0', '']);
    expect(rows[1]!.Name).toBe('Eastern and Southern Africa');
    const page = await get('/deployments/workload?region=esa');
    for (const { Name } of rows) expect(page.text).toContain(Name);
    expect(page.text).toContain('data-label="Term has run out"');
    const workbook = await get('/deployments/workload?format=xlsx');
    expect(workbook.headers.get('content-type')).toMatch(/spreadsheetml/);
    expect((await get('/deployments/workload?format=csv&status=gone')).status).toBe(422);
  });
});

describe('the pages of posts', () => {
  it.each(['', '/table', '/board', '/timeline', '/map', '/workload', '/calendar', '/gaps'])(
    '/deployments%s shows a filter that is kept on the way to every other page, and nothing of another region',
    async (tab) => {
      const { status, text } = await get(`/deployments${tab}?status=vacant`);
      expect(status).toBe(200);
      const tabs = hrefs(text, /moj-sub-navigation__link"[^>]*href="([^"]+)"/g);
      expect(tabs.filter((href) => href.endsWith('?status=vacant'))).toHaveLength(8);
      const other = await get(`/deployments${tab}`, elsewhere);
      expect(other.text).not.toMatch(/DEP-20\d\d-\d/);
    },
  );

  it('say which filter they do not know, and show the rest', async () => {
    const { text } = await get('/deployments?status=gone&region=esa');
    expect(text).toContain('The list knows no status “gone”');
    expect(text).toContain('Remove filter: ');
  });

  it('count back from the day on which an adviser is wanted', async () => {
    const day = '?by-day=1&by-month=12&by-year=2029';
    expect((await get(`/deployments/gaps${day}`)).text).toMatch(
      /For an adviser in post by 1 December 2029 the request must be in by \d+ \w+ 2029\./,
    );
    expect((await get('/deployments/gaps?by-day=30&by-month=2&by-year=2029')).text).toContain(
      'Enter a day that exists',
    );
    const urgent = await get(`/deployments/gaps${day}&track=urgent`);
    expect(urgent.text).toContain('For an adviser in post by 1 December 2029');
  });
});

describe('saved views', () => {
  const views = async (headers = team) => (await get('/deployments/views', headers)).text;

  it('keep a page with its filter under a name, for their owner alone', async () => {
    const sent = await post('/deployments/views', {
      address: '/deployments/table?status=vacant&made=up',
      name: 'Empty posts',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([
      303,
      '/deployments/table?status=vacant&done=viewSaved',
    ]);
    expect((await get('/deployments')).text).toContain('href="/deployments/table?status=vacant"');
    expect(await views(elsewhere)).not.toContain('Empty posts');
    await post('/deployments/views', { address: '/deployments/board?region=esa', name: 'Empty posts' });
    expect(hrefs(await views(), /href="([^"]+)"><bdi>Empty posts/g)).toEqual(['/deployments/board?region=esa']);
  });

  it.each([
    ['', 'Enter a name for this view'],
    ['x'.repeat(61), 'Shorten the name to 60 characters or fewer'],
  ])('need a name that fits: %s', async (name, message) => {
    const { status, text } = await post('/deployments/views', { address: '/deployments/table', name });
    expect(status).toBe(422);
    expect(text).toContain(message);
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/deployments/../sign-out', '/requests', ''])(
    'lead nowhere else: %s',
    async (address) => {
      expect((await post('/deployments/views', { address, name: 'Away' })).status).toBe(422);
    },
  );

  it('are twenty at most, and are removed by their owner', async () => {
    for (let n = 2; n <= 20; n += 1) await post('/deployments/views', { address: '/deployments', name: `View ${n}` });
    const refused = await post('/deployments/views', { address: '/deployments', name: 'One too many' });
    expect([refused.status, refused.text.includes('You have 20 saved views')]).toEqual([422, true]);
    const [path] = hrefs(await views(), /action="([^"]+\/remove)"/g);
    expect((await post(path!, {}, elsewhere)).status).toBe(404);
    expect((await post(path!, {})).status).toBe(303);
    expect((await post(path!, {})).status).toBe(404);
  });
});

describe('calendar addresses', () => {
  const made = async (region: string, headers = team) => {
    const { text } = await post('/deployments/calendar/feeds', { region }, headers);
    const [address] = hrefs(text, /<code dir="ltr">([^<]+)<\/code>/g);
    return new URL(address!).pathname;
  };
  const read = (path: string) => web.send('GET', path);

  it('give what falls due to whoever has the address: what, which post, by when, a link, and nothing of the case', async () => {
    const path = await made('');
    const { status, headers, text } = await read(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const lines = text.replace(/\r\n /g, '').split('\r\n');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    const summaries = lines.filter((l) => l.startsWith('SUMMARY:'));
    expect(summaries.length).toBeGreaterThan(3);
    expect(summaries).toContainEqual(expect.stringMatching(/^SUMMARY:The term ends: .+DEP-2026-001$/));
    expect(lines).toContainEqual(expect.stringMatching(/^DTSTART;VALUE=DATE:20\d{6}$/));
    expect(lines).toContainEqual(`URL;VALUE=URI:${web.url}/deployments/DEP-2026-001`);
    expect(text).not.toMatch(/amara|boris|Person/i);
    expect((await read(path)).text.match(/UID:.+/g)).toEqual(text.match(/UID:.+/g));
  });

  it('are kept as a hash and shown once', async () => {
    const path = await made('esa');
    expect((await get('/deployments/calendar/feeds')).text).not.toContain(path);
    const { rows } = await db.pool.query<{ found: boolean }>(
      `SELECT bool_or(f::text LIKE '%' || $1 || '%') AS found FROM calendar_feed f`,
      [path.slice('/calendar/'.length, -'.ics'.length)],
    );
    expect(rows).toEqual([{ found: false }]);
  });

  it('end when they are withdrawn, by their owner and nobody else', async () => {
    const path = await made('');
    const [withdraw] = hrefs((await get('/deployments/calendar/feeds')).text, /action="([^"]+\/withdraw)"/g);
    expect((await post(withdraw!, {}, elsewhere)).status).toBe(404);
    expect((await read(path)).status).toBe(200);
    expect((await post(withdraw!, {})).status).toBe(303);
    expect((await read(path)).status).toBe(404);
  });

  it('ask at each reading whether their owner still has the right', async () => {
    const path = await made('eca', elsewhere);
    expect((await read(path)).status).toBe(200);
    await db.pool.query(`UPDATE assignment SET valid_until = '2028-09-30' WHERE person_id = $1`, [
      db.cast.teamElsewhere.id,
    ]);
    expect((await read(path)).status).toBe(404);
  });

  it.each(['lac', 'atlantis'])('are not for a region that one does not follow: %s', async (region) => {
    expect((await post('/deployments/calendar/feeds', { region })).status).toBeGreaterThanOrEqual(400);
  });

  it.each(['/calendar/nothing.ics', '/calendar/%00', '/calendar/abc', `/calendar/${'a'.repeat(43)}.ics`])(
    '%s is not found',
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );
});
