import { beforeAll, describe, expect, it } from '@jest/globals';
import { aContent } from '../../libs/domain/test/content.js';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { adviserAt, postAt, type HeldPost } from '../support/held-post.js';
import { keepOption } from '../support/options.js';
import { useWeb, type Answer, type Program, type Sending } from '../support/web.js';
import { PERSONS, type Cell, type Who } from './access-cells.js';
import { MATRIX } from './access-matrix.js';

const db = useDatabase();
const web = useWeb(db);

/** Who of the cast stands for whom in the matrix; the others are made for it. */
const PLAYED_BY: Partial<Record<Who, Part>> = {
  appointed: 'amina',
  reviewer: 'bruno',
  conflicted: 'chen',
  otherReviewer: 'dina',
};
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const ids = new Map<Who, string>();
const programs = new Map<Who, Program>();
const sessions = new Map<Who, Record<string, string>>();
const documents: Record<string, string> = {
  none: '00000000-0000-0000-0000-000000000000',
  example: '01990000-0000-7000-8000-000000000001',
};
let it1: CaseInDatabase;
let post: HeldPost;

async function person(who: string, role: string, until: string | null): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>(
    `WITH p AS (INSERT INTO person (email, name, created_at) VALUES ($1, $1, now()) RETURNING id)
     INSERT INTO assignment (person_id, role, countries, valid_from, valid_until) SELECT id, $2, '{TZA}', '2020-01-01', $3 FROM p RETURNING person_id AS id`,
    [`${who}@matrix.example`, role, until],
  );
  return rows[0]!.id;
}

function upload(name: string, tier: string): FormData {
  const form = new FormData();
  form.append('tier', tier);
  form.append('file', new Blob([new Uint8Array(PDF)]), `${name}.pdf`);
  return form;
}

beforeAll(async () => {
  ids.set('former', await person('former', 'residentCoordinator', '2027-02-28'));
  ids.set('acting', await person('acting', 'actingCoordinator', null));
  ids.set('adviser', (await db.person(adviserAt('inPost'))).id);
  post = await postAt(db, 'inPost');
  documents.report = (await post.facts()).incumbencies[0]!.reports[0]!.id;
  for (const who of PERSONS.filter((name) => name !== 'nobody' && !ids.has(name)))
    ids.set(who, db.cast[PLAYED_BY[who] ?? (who as Part)].id);
  for (const [who, id] of ids) {
    programs.set(who, await web.program(id));
    sessions.set(who, await web.session(id));
  }
  await db.pool.query(`INSERT INTO presence_contradiction (key, kind, post, years, words, found_at)
    VALUES ('sources TZA 2013', 'sources', 'TZA', '{2013}', 'Two reports differ.', now())`);
  documents.option = (await keepOption(db)).id;
  it1 = await aCaseAt(db);
  for (const [name, tier] of [
    ['plain', 'case'],
    ['risk', 'risk'],
  ] as const) {
    const { revision } = await it1.row();
    const sending = { form: upload(name, tier), headers: { 'if-match': `"${revision}"` } };
    const { json } = await programs.get('office')!.send('POST', `/requests/${it1.ref}/files`, sending);
    documents[name] = (json.document as { id: string }).id;
  }
  await it1.send('coordinator', { type: 'SUBMIT', declaration: true });
  await it1.send('desk', { type: 'ACCEPT' });
  await it1.send('desk', {
    type: 'APPOINT',
    reviewers: (['amina', 'bruno', 'chen'] as const).map((part) => db.cast[part].id),
  });
  await it1.send('bruno', { type: 'DECLARE', conflict: { declared: false } });
  await it1.send('chen', { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } });
});

const OF_POST = /^\/(api\/v1\/)?deployments\/:ref\b/;

function addressOf(url: string, cell: Cell): string {
  const own = OF_POST.test(url) ? { ref: post.ref, id: 'report' } : { ref: it1.ref, id: 'plain' };
  const given: Record<string, string> = {
    ...own,
    person: ids.get('appointed')!,
    number: '1',
    version: '1',
    ...cell.with,
  };
  const path = url.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? documents[given.id!]! : given[name]!));
  return `${path.replace('*', 'nothing')}${cell.query ?? ''}`;
}

async function sent(method: string, url: string, cell: Cell): Promise<Sending> {
  if (method === 'GET') return {};
  const revision = String(OF_POST.test(url) ? await post.revision() : (await it1.row()).revision);
  if (!url.startsWith('/api/')) return { form: { revision, ...cell.form } };
  const headers = { 'if-match': `"${revision}"` };
  if (cell.json && 'upload' in cell.json) return { headers, form: upload('another', 'case') };
  if (cell.json && 'open' in cell.json) return { json: aContent() };
  return { headers, ...(cell.json ? { json: cell.json } : {}) };
}

async function ask(who: Who, method: string, path: string, sending: Sending): Promise<Answer> {
  if (who === 'nobody') return web.send(method, path, sending);
  if (path.startsWith('/api/')) {
    const headers = { ...sending.headers, authorization: `Bearer ${programs.get(who)!.token}` };
    return web.send(method, path, { ...sending, headers });
  }
  // Signing out must not end the session that the other rows use.
  const headers = path === '/sign-out' ? await web.session(ids.get(who)!) : sessions.get(who)!;
  return web.send(method, path, { ...sending, headers });
}

const expected = (cell: Cell, who: Who): number =>
  who === 'nobody' ? cell.nobody : (cell.named?.find(([, ...named]) => named.includes(who))?.[0] ?? cell.others);

describe('who is answered what', () => {
  it('is said of every way into the product, and of none that is not there', () => {
    const there = new Set(web.routes.filter((r) => r.method !== 'HEAD').map((r) => `${r.method} ${r.url}`));
    expect([...there].filter((route) => !MATRIX[route])).toEqual([]);
    expect(Object.keys(MATRIX).filter((route) => !there.has(route))).toEqual([]);
  });

  it.each(Object.keys(MATRIX))('%s', async (route) => {
    const [method, url] = route.split(' ') as [string, string];
    for (const cell of [MATRIX[route]!].flat()) {
      const path = addressOf(url, cell);
      const answers: Partial<Record<Who, number>> = {};
      for (const who of PERSONS) {
        const answer = await ask(who, method, path, await sent(method, url, cell));
        answers[who] = answer.status;
        expect(answer.text).not.toMatch(/\bat .+\.[jt]s:\d+/);
      }
      expect(answers).toEqual(Object.fromEntries(PERSONS.map((who) => [who, expected(cell, who)])));
    }
  });
});
