import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aContent } from '../../libs/domain/test/content.js';
import { aSheet } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';
import { useWeb, type Json, type Program } from '../support/web.js';

const db = useDatabase();
const web = useWeb(db);
const by = (part: keyof typeof db.cast): Promise<Program> => web.program(db.cast[part].id);
const count = async (table: string): Promise<number> =>
  (await db.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]!.count;

describe('revisions', () => {
  let draft: CaseInDatabase;
  let office: Program;
  let path: string;
  beforeEach(async () => {
    draft = await aCaseAt(db);
    office = await by('office');
    path = `/requests/${draft.ref}`;
  });

  it('every reading names the revision, and every write moves it on', async () => {
    const read = await office.get(path);
    expect([read.headers.get('etag'), read.json.revision]).toEqual(['"1"', 1]);
    const written = await office.write('PATCH', path, { title: 'Another title' }, 1);
    expect([written.status, written.headers.get('etag'), written.json]).toEqual([
      200,
      '"2"',
      expect.objectContaining({ title: 'Another title', revision: 2 }),
    ]);
    expect((await office.get(`${path}/actions`)).headers.get('etag')).toBe('"2"');
  });

  it('a write without one is refused (428), and with one that is behind (412, with the current one)', async () => {
    const without = await office.send('PATCH', path, { json: { title: 'X' } });
    expect([without.status, without.json.code]).toEqual([428, 'revisionNeeded']);
    await office.write('PATCH', path, { title: 'First' }, 1);
    const stale = await office.write('PATCH', path, { title: 'Second' }, 1);
    expect([stale.status, stale.json.code, stale.json.revision]).toEqual([412, 'stale', 2]);
    expect(stale.json.detail).toMatch(/nothing of yours was saved/);
    expect((await office.get(path)).json.title).toBe('First');
  });

  it.each(['seven', '"1", "2"', '-1', '"1.5"', '*'])('If-Match: %s is not one', async (header) => {
    const answer = await office.send('PATCH', path, { json: { title: 'X' }, headers: { 'if-match': header } });
    expect([answer.status, answer.json.code]).toEqual([400, 'revisionUnreadable']);
  });

  it('“*” is taken only where a step is the sender’s own part', async () => {
    const scoring = await aCaseAt(db, (story) => story.declared());
    const amina = await by('amina');
    const event = { type: 'SAVE_SCORES', scores: aSheet(3, 3, 3, 3, 3) };
    const at = `/requests/${scoring.ref}/events`;
    expect((await amina.send('POST', at, { json: event, headers: { 'if-match': '*' } })).status).toBe(200);
    const ask = { type: 'ASK', question: 'Why?' };
    expect((await amina.send('POST', at, { json: ask, headers: { 'if-match': '*' } })).status).toBe(400);
  });

  it('a merge patch replaces, adds and removes', async () => {
    const headers = { 'content-type': 'application/merge-patch+json', 'if-match': '"1"' };
    const raw = JSON.stringify({ dutyStation: null, sections: { context: 'New words' } });
    const { status, json } = await office.send('PATCH', path, { raw, headers });
    expect([status, json.dutyStation, (json.sections as Json).context]).toEqual([200, undefined, 'New words']);
    expect((json.sections as Json).ownership).toEqual(aContent().sections!.ownership);
  });

  it('a change that changes nothing is answered with the request as it is, and nothing is written', async () => {
    const { title, countries } = (await office.get(path)).json;
    const before = await everything(db.pool);
    for (const patch of [{}, { title }, { title, countries, urgentReason: null }]) {
      const answer = await office.write('PATCH', path, patch, 1);
      expect([answer.status, answer.headers.get('etag'), answer.json]).toEqual([
        200,
        '"1"',
        expect.objectContaining({ title, revision: 1, ref: draft.ref }),
      ]);
    }
    const step = await office.write('POST', `${path}/events`, { type: 'EDIT', patch: { title } }, 1);
    expect([step.status, step.json]).toEqual([200, { ref: draft.ref, revision: 1, state: 'draft', status: 'Draft' }]);
    expect(changed(before, await everything(db.pool))).toEqual([]);
    expect((await office.write('PATCH', path, { title }, 7)).status).toBe(412);
    expect((await (await by('desk')).write('PATCH', path, {}, 1)).status).toBe(404);
  });

  it('two at once: one is taken, the other is told that it is behind', async () => {
    const both = await Promise.all(['One', 'Two'].map((title) => office.write('PATCH', path, { title }, 1)));
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 412]);
    const winner = both.find((answer) => answer.status === 200)!;
    expect((await office.get(path)).json).toMatchObject({ title: winner.json.title, revision: 2 });
  });
});

describe('the same key', () => {
  it('opens one request, and gives the same answer again', async () => {
    const office = await by('office');
    const headers = { 'idempotency-key': randomUUID() };
    const before = await count('request');
    const [first, second] = [
      await office.send('POST', '/requests', { json: aContent(), headers }),
      await office.send('POST', '/requests', { json: aContent(), headers }),
    ];
    expect([first.status, second.status, second.json]).toEqual([201, 201, first.json]);
    expect([first.headers.get('idempotent-replayed'), second.headers.get('idempotent-replayed')]).toEqual([
      null,
      'true',
    ]);
    expect(await count('request')).toBe(before + 1);
  });

  it('with another body is refused (422), and nothing is done', async () => {
    const office = await by('office');
    const headers = { 'idempotency-key': randomUUID() };
    await office.send('POST', '/requests', { json: aContent(), headers });
    const before = await count('request');
    const other = await office.send('POST', '/requests', { json: aContent({ title: 'Another' }), headers });
    expect([other.status, other.json.errors]).toEqual([
      422,
      [{ path: 'Idempotency-Key', message: expect.stringContaining('another request body') }],
    ]);
    expect(await count('request')).toBe(before);
  });

  it('takes a step once, however often and however fast it is clicked', async () => {
    const draft = await aCaseAt(db);
    const coordinator = await by('coordinator');
    const submit = () =>
      coordinator.write('POST', `/requests/${draft.ref}/events`, { type: 'SUBMIT', declaration: true }, 1, {
        'idempotency-key': 'submit-it',
      });
    const answers = await Promise.all([submit(), submit(), submit(), submit()]);
    answers.push(await submit());
    expect(answers.map(({ status, json }) => [status, json])).toEqual(
      answers.map(() => [200, { ref: draft.ref, revision: 2, state: 'screening', status: 'Completeness check' }]),
    );
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
    expect((await draft.entries()).map((entry) => entry.event)).toEqual(['CREATE', 'SUBMIT']);
  });

  it('of somebody else is another key', async () => {
    const headers = { 'idempotency-key': 'the-same-for-both' };
    const [office, coordinator] = [await by('office'), await by('coordinator')];
    const opened = await Promise.all(
      [office, coordinator].map((program) => program.send('POST', '/requests', { json: aContent(), headers })),
    );
    expect(opened.map(({ status }) => status)).toEqual([201, 201]);
    expect(opened[0]!.json.ref).not.toBe(opened[1]!.json.ref);
  });

  it.each(['', 'a b', 'x'.repeat(201)])('%j is not one', async (key) => {
    const office = await by('office');
    const answer = await office.send('POST', '/requests', { json: aContent(), headers: { 'idempotency-key': key } });
    expect([answer.status, answer.json.code]).toEqual([400, 'idempotencyKey']);
  });
});

describe('tokens', () => {
  const me = (authorization: string) => web.send('GET', '/api/v1/me', { headers: { authorization } });

  it('open the API for whom they were made', async () => {
    const { json } = await (await by('desk')).get('/me');
    expect(json).toMatchObject({ id: db.cast.desk.id, assignments: [{ role: 'deskOfficer', regions: ['esa'] }] });
  });

  it('that are missing, made up, ended or of another kind open nothing (401)', async () => {
    const ended = await web.token(db.cast.desk.id, { days: -1 });
    const session = (await web.session(db.cast.desk.id)).cookie!.split('=')[1]!;
    const answers = [
      await web.send('GET', '/api/v1/me'),
      await me('Bearer nonsense'),
      await me(`Bearer ${'x'.repeat(43)}`),
      await me(`Bearer ${ended}`),
      await me(`Bearer ${session}`),
      await me('Basic YTpi'),
      await web.send('GET', '/api/v1/me', { headers: { cookie: `hra_session=${await web.token(db.cast.desk.id)}` } }),
    ];
    for (const { status, json, headers } of answers)
      expect([status, json.code, headers.get('www-authenticate')]).toEqual([401, 'signInNeeded', 'Bearer realm="hra"']);
    expect(answers[0]!.json.detail).toMatch(/Send a personal token/);
    expect(answers[3]!.json.detail).toMatch(/has ended/);
  });

  it('that end in the middle of the work write nothing more', async () => {
    const draft = await aCaseAt(db);
    const office = await web.program(db.cast.office.id, { days: 1 });
    expect((await office.write('PATCH', `/requests/${draft.ref}`, { title: 'In time' }, 1)).status).toBe(200);
    await web.everybodysTimeEnds();
    const late = await office.write('PATCH', `/requests/${draft.ref}`, { title: 'Too late' }, 2);
    expect([late.status, (await draft.facts()).summary.title]).toEqual([401, 'In time']);
  });

  it('for reading read, and are refused every write with a sentence', async () => {
    const draft = await aCaseAt(db);
    const reader = await web.program(db.cast.office.id, { scopes: ['read'] });
    expect((await reader.get(`/requests/${draft.ref}`)).status).toBe(200);
    const writes = [
      await reader.write('PATCH', `/requests/${draft.ref}`, { title: 'X' }, 1),
      await reader.send('POST', '/requests', { json: aContent() }),
      await reader.write('POST', `/requests/${draft.ref}/events`, { type: 'ABANDON' }, 1),
      await reader.send('DELETE', `/requests/${draft.ref}/files/x`, { headers: { 'if-match': '"1"' } }),
    ];
    for (const { status, json } of writes)
      expect([status, json.code, json.detail]).toEqual([403, 'readOnly', expect.stringContaining('reading only')]);
    expect((await draft.row()).revision).toBe(1);
  });
});

describe('what HTTP itself asks for', () => {
  it('HEAD is GET without the body', async () => {
    const draft = await aCaseAt(db);
    const office = await by('office');
    for (const path of ['/requests', `/requests/${draft.ref}`, '/requests?format=csv', '/me']) {
      const [head, get] = [await office.send('HEAD', path), await office.get(path)];
      expect([path, head.status, head.text]).toEqual([path, 200, '']);
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    }
    expect((await office.send('HEAD', `/requests/${draft.ref}`)).headers.get('etag')).toBe('"1"');
  });

  it('another method gets 405 and what there is instead', async () => {
    const office = await by('office');
    for (const [method, path, allow] of [
      ['PUT', '/requests', 'GET, HEAD, POST'],
      ['DELETE', '/requests/HRA-2027-001', 'GET, HEAD, PATCH'],
      ['PATCH', '/requests/HRA-2027-001/events', 'POST'],
      ['POST', '/me', 'GET, HEAD'],
    ] as const) {
      const { status, headers, json } = await office.send(method, path);
      expect([method, path, status, headers.get('allow'), json.code]).toEqual([method, path, 405, allow, 'method']);
    }
  });

  it('what is not kept by anybody says so, and nothing says what it runs on', async () => {
    const { headers } = await (await by('office')).get('/requests');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('health and figures are there without a token', async () => {
    expect((await web.send('GET', '/health/live')).json).toEqual({ status: 'ok' });
    expect((await web.send('GET', '/health/ready')).json).toMatchObject({
      status: 'ok',
      checks: { database: { status: 'ok' }, files: { status: 'ok' } },
    });
    const figures = (await web.send('GET', '/metrics')).text;
    expect(figures).toMatch(/^http_\w+.*route="\/api\/v1\/requests\/:ref"/m);
    expect(figures).toMatch(/^outbox_waiting\{process="web"\} [1-9]/m);
    expect(figures).toMatch(/^mails_waiting\{process="web"\} 0/m);
  });
});
