import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { HookFeed, Webhooks } from '#casework';
import { HOOK_TYPES, isRefusal, type Actor } from '#domain';
import { postOutside, systemClock, type Job } from '#platform';
import { HookSender, type HookJob } from '../../apps/worker/src/hooks.js';
import { composeApart } from '../../apps/worker/src/templates/apart.js';
import { apartMail } from '../support/apart.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const hooks = () => new Webhooks(db.pool, db.clock);
const feed = () => new HookFeed(db.pool, db.clock);
const BASE = 'https://hra.example';

let server: Server;
let url: string;
let status: number;
let got: { headers: IncomingHttpHeaders; body: string }[];
beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(status).end('heard');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  [status, got] = [200, []];
  db.clock.set('2027-03-01');
  await db.pool.query('DELETE FROM webhook; DELETE FROM mail');
});

const sender = () => new HookSender({ feed: feed(), post: postOutside, baseUrl: BASE, demo: true, clock: systemClock });
/** Does what waits, each once; says how many failed. */
async function round(lastAttempt = false): Promise<{ fed: string[]; failed: number }> {
  const fed = await feed().next();
  let failed = 0;
  for (const { id } of fed) {
    const job: Job<HookJob> = { id, data: { hook: id }, attempt: 1, lastAttempt };
    await sender()
      .send(job)
      .catch(() => (failed += 1));
  }
  return { fed: fed.map(({ id }) => id), failed };
}
let boards = 0;
async function subscribed(owner: Actor, types: readonly string[] = HOOK_TYPES) {
  const made = await hooks().add(owner, { name: `Board ${(boards += 1)}`, url, types: [...types] }, true);
  if (isRefusal(made)) throw new Error(made.message);
  return made;
}
async function logOf(actor: Actor, id: string) {
  const log = await hooks().log(actor, id, null);
  if (isRefusal(log)) throw new Error(log.message);
  return log.items;
}

describe('a program that is told of steps', () => {
  it('gets each as a signed CloudEvent that says type, reference, state, time and link, and nothing else', async () => {
    const { id, secret } = await subscribed(db.cast.desk, ['request.submitted']);
    const request = await aCaseAt(db, (story) => story.accepted());
    const { fed } = await round();
    expect(got).toHaveLength(1);
    const { headers, body } = got[0]!;
    const event = new Webhook(secret).verify(body, headers as Record<string, string>);
    expect(headers['content-type']).toMatch(/^application\/cloudevents\+json/);
    const at = expect.stringMatching(/^2027-03-\d\dT/);
    expect(event).toEqual({
      specversion: '1.0',
      id: fed[0],
      source: BASE,
      type: 'hra.request.submitted',
      subject: request.ref,
      time: at,
      datacontenttype: 'application/json',
      data: {
        type: 'request.submitted',
        ref: request.ref,
        state: 'screening',
        at,
        link: `${BASE}/requests/${request.ref}`,
      },
    });
    expect(headers['webhook-id']).toBe(fed[0]);
    expect(() =>
      new Webhook(secret).verify(body.replace('screening', 'funded'), headers as Record<string, string>),
    ).toThrow();
    expect(await logOf(db.cast.desk, id)).toMatchObject([
      { status: 'delivered', answerStatus: 200, answer: 'heard', attempts: 1, ref: request.ref },
    ]);
    // Whoever looks after it and sees no case is not told which one it was.
    expect(await logOf(db.cast.administrator, id)).toMatchObject([{ status: 'delivered', ref: null }]);
  });

  it('is told with the step or not at all, and once for each line', async () => {
    await subscribed(db.cast.desk);
    const request = await aCaseAt(db, (story) => story.submitted());
    const lines = async () => (await db.pool.query('SELECT seq FROM webhook_delivery ORDER BY seq')).rows;
    const before = await lines();
    const refused = await db.casework.advance(request.ref, db.cast.team, { type: 'ACCEPT' }, { revision: 'latest' });
    expect(isRefusal(refused)).toBe(true);
    expect(await lines()).toEqual(before);
    await expect(
      db.pool.query('INSERT INTO webhook_delivery SELECT * FROM webhook_delivery LIMIT 1'),
    ).rejects.toThrow();
  });

  it('hears nothing of what its owner may not see when it is sent', async () => {
    const { id } = await subscribed(db.cast.deskElsewhere);
    const mine = await subscribed(db.cast.desk);
    const request = await aCaseAt(db, (story) => story.submitted());
    const at = db.clock.now();
    await db.pool.query('UPDATE assignment SET valid_until = $2 WHERE person_id = $1', [db.cast.desk.id, '2027-02-01']);
    await round();
    await db.pool.query('UPDATE assignment SET valid_until = NULL WHERE person_id = $1', [db.cast.desk.id]);
    expect([got, at]).toEqual([[], db.clock.now()]);
    expect([await logOf(db.cast.deskElsewhere, id), await logOf(db.cast.desk, mine.id)]).toEqual([[], []]);
    expect(request.ref).toMatch(/^HRA-/);
  });

  it('is told again by hand under the same name, one or from a day on', async () => {
    const { id } = await subscribed(db.cast.desk, ['request.submitted', 'request.accepted']);
    await aCaseAt(db, (story) => story.accepted());
    const first = await round();
    expect(first.fed).toHaveLength(2);
    expect(await hooks().replay(db.cast.desk, id, { delivery: first.fed[0]! })).toEqual({ deliveries: 1 });
    expect(await feed().next()).toEqual([{ id: first.fed[0], replays: 1 }]);
    await sender().send({ id: 'x', data: { hook: first.fed[0]! }, attempt: 1, lastAttempt: false });
    expect(got.map((g) => g.headers['webhook-id'])).toEqual([...first.fed, first.fed[0]]);
    expect(await hooks().replay(db.cast.desk, id, { from: '2027-03-01' })).toEqual({ deliveries: 2 });
    expect(await hooks().replay(db.cast.desk, id, { from: '2027-02-31' })).toMatchObject({ code: 'invalid' });
    expect((await round()).fed).toEqual(first.fed);
    expect(await hooks().replay(db.cast.desk, id, { from: '2028-01-01' })).toEqual({ deliveries: 0 });
  });
});

describe('a program that does not answer', () => {
  it('is tried again, and is switched off after five days of nothing, of which its owner gets a mail', async () => {
    const { id } = await subscribed(db.cast.desk, ['request.submitted']);
    status = 500;
    await aCaseAt(db, (story) => story.submitted());
    expect(await round()).toMatchObject({ failed: 1 });
    expect(await logOf(db.cast.desk, id)).toMatchObject([
      { status: 'waiting', answerStatus: 500, problem: 'It answered 500.' },
    ]);
    const [job] = await feed().unsent(0);
    const again = (lastAttempt: boolean) =>
      sender().send({ id: 'x', data: { hook: job!.id }, attempt: 2, lastAttempt });
    await expect(again(false)).rejects.toThrow('It answered 500.');
    expect(await hooks().find(db.cast.desk, id)).toMatchObject({ offAt: null, failingSince: expect.any(Date) });
    db.clock.set('2027-03-07');
    await expect(again(true)).rejects.toThrow();
    expect(await hooks().find(db.cast.desk, id)).toMatchObject({ offWhy: 'Nothing came through for 5 days.' });
    const { rows } = await db.pool.query<{ id: string }>(`SELECT id FROM mail WHERE apart = 'webhookOff'`);
    expect(rows).toHaveLength(1);
    const mail = await apartMail(db, rows[0]!.id);
    const message = composeApart(mail, { baseUrl: BASE, mailFrom: 'no-reply@hra.example', demo: false });
    expect(message).toMatchObject({
      subject: expect.stringMatching(/^Webhook switched off: Board \d+$/),
      to: { name: db.cast.desk.name },
    });
    expect(message.text).toContain(`${BASE}/webhooks/${id}`);
    // What happens while it is off is not told.
    await aCaseAt(db, (story) => story.submitted());
    expect((await round()).fed).toEqual([]);
    expect(await hooks().replay(db.cast.desk, id, { from: '2027-01-01' })).toMatchObject({ code: 'notNow' });
    expect(await hooks().switch(db.cast.desk, id, true)).toBeNull();
    expect(await hooks().replay(db.cast.desk, id, { from: '2027-01-01' })).toEqual({ deliveries: 1 });
  });

  it('is switched off at once when it says that it is gone, and forgiven when it answers again', async () => {
    const gone = await subscribed(db.cast.desk, ['request.submitted']);
    status = 410;
    await aCaseAt(db, (story) => story.submitted());
    expect(await round()).toMatchObject({ failed: 0 });
    expect(await hooks().find(db.cast.desk, gone.id)).toMatchObject({ offWhy: 'It answered that it is gone.' });
    const slow = await subscribed(db.cast.desk, ['request.submitted']);
    status = 302;
    await aCaseAt(db, (story) => story.submitted());
    const { fed } = await round();
    expect((await logOf(db.cast.desk, slow.id))[0]!.problem).toMatch(/^It answered 302\. Nothing is sent on/);
    status = 204;
    await sender().send({ id: 'x', data: { hook: fed[0]! }, attempt: 2, lastAttempt: false });
    expect(await hooks().find(db.cast.desk, slow.id)).toMatchObject({ failingSince: null });
  });
});

describe('a program that somebody switches off', () => {
  it('is not told what waited, then or later, and takes the place of no other in the queue', async () => {
    const { id } = await subscribed(db.cast.desk, ['request.submitted', 'request.accepted']);
    status = 500;
    await aCaseAt(db, (story) => story.accepted());
    const [first] = await feed().next(1);
    await expect(
      sender().send({ id: 'x', data: { hook: first!.id }, attempt: 1, lastAttempt: false }),
    ).rejects.toThrow();
    expect(await hooks().switch(db.cast.desk, id, false)).toBeNull();
    expect([await feed().next(), await feed().unsent(0)]).toEqual([[], []]);
    // A step of the same moment had not heard of it.
    await db.pool.query(`UPDATE webhook_delivery SET status = 'waiting', fed_at = NULL`);
    expect(await feed().next()).toEqual([]);
    expect(await hooks().switch(db.cast.desk, id, true)).toBeNull();
    expect([await feed().next(), await feed().unsent(0)]).toEqual([[], []]);
    expect((await logOf(db.cast.desk, id)).map((line) => line.status)).toEqual(['failed', 'failed']);
    // On already: what waits stays.
    expect(await hooks().replay(db.cast.desk, id, { delivery: first!.id })).toEqual({ deliveries: 1 });
    expect(await hooks().switch(db.cast.desk, id, true)).toBeNull();
    expect(await feed().next()).toEqual([{ id: first!.id, replays: 1 }]);
  });
});

describe('who makes one', () => {
  const draft = (more = {}) => ({
    name: 'Board',
    url: 'https://example.org/hook',
    types: ['request.submitted'],
    ...more,
  });
  it('is everybody for themselves; an administrator looks after all, and makes none in the name of somebody else', async () => {
    const made = await hooks().add(db.cast.desk, draft(), false);
    if (isRefusal(made)) throw new Error(made.message);
    // A second click makes no second one.
    expect(await hooks().add(db.cast.desk, draft(), false)).toMatchObject({ fields: [{ path: 'name' }] });
    expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(JSON.stringify(await hooks().find(db.cast.desk, made.id))).not.toContain(made.secret);
    expect(await hooks().find(db.cast.deskElsewhere, made.id)).toMatchObject({ code: 'notFound' });
    expect(await hooks().log(db.cast.deskElsewhere, made.id, null)).toMatchObject({ code: 'notFound' });
    expect(await hooks().remove(db.cast.deskElsewhere, made.id)).toMatchObject({ code: 'notFound' });
    expect(await hooks().of(db.cast.administrator)).toHaveLength(1);
    const other = (await db.people.find(db.cast.team.id))!.email;
    const named = await hooks().add(db.cast.administrator, draft({ owner: other }), false);
    if (isRefusal(named)) throw new Error(named.message);
    expect(await hooks().find(db.cast.team, named.id)).toMatchObject({ code: 'notFound' });
    expect(await hooks().find(db.cast.administrator, named.id)).toMatchObject({ ownerId: db.cast.administrator.id });
    expect(await hooks().switch(db.cast.administrator, made.id, false)).toBeNull();
    expect(await hooks().remove(db.cast.desk, made.id)).toBeNull();
    expect(await hooks().of(db.cast.desk)).toEqual([]);
  });

  it.each([
    ['url', { url: 'http://example.org' }],
    ['url', { url: 'https://10.0.0.1' }],
    ['url', { url: 'http://127.0.0.1:1' }],
    ['types', { types: [] }],
    ['types', { types: ['request.scoresSaved'] }],
    ['name', { name: ' ' }],
  ])('is told what is wrong with %s: %j', async (path, more) => {
    const refused = await hooks().add(db.cast.administrator, draft(more), false);
    expect(refused).toMatchObject({ code: 'invalid', fields: [expect.objectContaining({ path })] });
  });
});
