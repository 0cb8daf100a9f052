import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { aFewPosts } from '../support/posts.js';
import { useWeb } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
/** One request at each stage that pages of their own belong to. */
let refs: string[];
/** Posts that are empty, near their end, about to begin, and well. */
let posts: string[];
const sessions = new Map<Part, Record<string, string>>();
/** Between them they open every page. */
const READERS: Part[] = ['auditor', 'administrator'];
const PARTAKERS: Part[] = ['coordinator', 'desk', 'amina', 'chair', 'approver', 'team'];
const WRITERS: Part[] = [...PARTAKERS, 'administrator'];

beforeAll(async () => {
  const stages = [
    await aCaseAt(db),
    await aCaseAt(db, (s) => s.returned()),
    await aCaseAt(db, (s) => s.submitted()),
    await aCaseAt(db, (s) => s.appointed()),
    await aCaseAt(db, (s) => s.declared()),
    await aCaseAt(db, (s) => s.asked()),
    await aCaseAt(db, (s) => s.inModeration()),
    await aCaseAt(db, (s) => s.withPanel()),
    await aCaseAt(db, (s) => s.recommended()),
    await aCaseAt(db, (s) => s.offered()),
    await aCaseAt(db, (s) => s.declined()),
  ];
  refs = stages.map((it) => it.ref);
  posts = (await aFewPosts(db)).map((it) => it.ref);
  for (const part of new Set([...READERS, ...WRITERS])) sessions.set(part, await web.session(db.cast[part].id, 30));
});

const pages = (method: string): string[] =>
  [...new Set(web.routes.filter((r) => r.method === method).map((r) => r.url))].filter(
    (url) => !/^\/(api|assets)\b/.test(url) && url !== '/sign-out',
  );
/** The cases that an address may be of: a page of posts says of a request only that there is no such post. */
const casesOf = (url: string): string[] =>
  url.includes(':ref') ? (url.startsWith('/deployments/') ? posts : refs) : [''];
const withParams = (url: string, ref: string, other = '1'): string => url.replace(':ref', ref).replace(/:\w+/g, other);

interface Broken {
  who: string;
  path: string;
  status: number;
}
async function ask(who: Part, method: string, path: string, form?: Record<string, string | string[]>) {
  const { status, text } = await web.send(method, path, { headers: sessions.get(who)!, ...(form ? { form } : {}) });
  const shown = /\bat .+\.[jt]s:\d+|\[object Object\]|&lt;\/?(p|a|div|span)\b/.exec(text)?.[0];
  return status >= 500 || shown ? [{ who, path, status, ...(form ? { form } : {}), ...(shown ? { shown } : {}) }] : [];
}
/** Asks side by side, as people do: the database works on one answer while another is written. */
const all = async <T>(those: readonly T[], one: (that: T) => Promise<Broken[]>): Promise<Broken[]> =>
  (await Promise.all(those.map(one))).flat();

const PLACES = [
  '%00',
  '..%2f..%2f',
  '%F0%9F%95%8A',
  "'--",
  'x'.repeat(150),
  '0',
  '-1',
  '99999999999',
  '1e3',
  'constructor',
];
const QUERIES = [
  'done=saved&done=saved',
  'done=constructor',
  'done=%00',
  'kept=1&kept=2',
  'q=%00&q=%ff&sort[]=x',
  'q=a&q=b&region=x&region=y&status=&page=-1&after=%00&limit=1e9',
  'since=%00&since=2&version=x&step=99&shown=%00',
  '__proto__=1&constructor=2&%5B%5D=3',
];
const ODD = ['', '\u0000', '\ud83d', '‮<b>x</b> 🕊', 'x'.repeat(30_000), '9999-12-31', '1e999'];

describe('no page breaks', () => {
  it('at any stage of a request, for who reads everything', async () => {
    const broken: Broken[] = [];
    for (const url of pages('GET'))
      for (const ref of casesOf(url))
        broken.push(...(await all(READERS, (who) => ask(who, 'GET', withParams(url, ref)))));
    expect(broken).toEqual([]);
  });

  it('at any stage, for who has a part in it', async () => {
    const broken: Broken[] = [];
    for (const url of pages('GET').filter((page) => page.includes(':ref')))
      for (const ref of casesOf(url))
        broken.push(...(await all(PARTAKERS, (who) => ask(who, 'GET', withParams(url, ref)))));
    expect(broken).toEqual([]);
  });

  it('whatever stands in its address', async () => {
    const broken: Broken[] = [];
    for (const url of pages('GET')) {
      const path = withParams(url, casesOf(url).at(-1)!);
      for (const who of READERS) broken.push(...(await all(QUERIES, (query) => ask(who, 'GET', `${path}?${query}`))));
      const places = url.includes(':') ? PLACES : [];
      broken.push(...(await all(places, (place) => ask('auditor', 'GET', withParams(url, place)))));
      const inCase = (place: string) => withParams(url, casesOf(url)[0]!, place);
      broken.push(...(await all(places, (place) => ask('coordinator', 'GET', inCase(place)))));
    }
    expect(broken).toEqual([]);
  });
});

describe('no form breaks', () => {
  it.each([
    ['nothing', {}],
    ['a revision that is none', { revision: 'x', once: '\u0000' }],
    ['a key that is too long', { revision: '1', once: 'x'.repeat(5_000) }],
    ['names that mean something to the language', { constructor: 'x', toString: 'y', '__proto__.x': 'z', '': 'w' }],
  ])('%s', async (_, form) => {
    const broken: Broken[] = [];
    for (const url of pages('POST'))
      for (const ref of casesOf(url).filter((_, i) => i % 4 === 0))
        broken.push(...(await all(WRITERS, (who) => ask(who, 'POST', withParams(url, ref), form))));
    expect(broken).toEqual([]);
  });

  it('whatever is typed into its fields', async () => {
    const broken: Broken[] = [];
    for (const url of pages('GET').filter((page) => pages('POST').includes(page)))
      for (const who of WRITERS) {
        const page = await firstOpen(url, who);
        if (!page) continue;
        const typed = (value: string | string[]) => Object.fromEntries(page.fields.map((name) => [name, value]));
        const values = ODD.flatMap((odd) => [odd, [odd, odd]]);
        broken.push(...(await all(values, (odd) => ask(who, 'POST', page.path, { ...page.carried, ...typed(odd) }))));
      }
    expect(broken).toEqual([]);
  }, 120_000);
});

/** A form at the first stage at which this person is shown it, with what it carries and what can be typed. */
async function firstOpen(url: string, who: Part) {
  for (const ref of casesOf(url)) {
    const path = withParams(url, ref);
    const { text, status } = await web.send('GET', path, { headers: sessions.get(who)! });
    const main = text.slice(text.indexOf('<main'));
    if (status !== 200 || !main.includes('<form')) continue;
    const hidden = [...main.matchAll(/<input[^>]*type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)];
    // Behind on purpose: nothing is to be taken, so that every form stays as it is.
    const carried = { ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])), revision: '0' };
    const names = new Set([...main.matchAll(/\sname="([^"]+)"/g)].map(([, name]) => name!));
    return { path, carried, fields: [...names].filter((name) => !(name in carried)) };
  }
  return null;
}
