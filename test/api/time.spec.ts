import { beforeAll, describe, expect, it } from '@jest/globals';
import { verifyRecord } from '#casework';
import { SYSTEM } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb } from '../support/web.js';
import { aPostAt } from '../support/a-post.js';

const db = useDatabase();
const web = useWeb(db);
let returned: CaseInDatabase;
const page = async (part: Part, path: string) =>
  web.send('GET', path, { headers: await web.session(db.cast[part].id) });
const send = async (part: Part, form: Record<string, string>) => {
  const { revision } = await returned.row();
  const headers = await web.session(db.cast[part].id);
  return web.send('POST', `/requests/${returned.ref}/time`, {
    headers,
    form: { revision: String(revision), once: crypto.randomUUID(), clock: 'returned', ...form },
  });
};
const until = (day: number) => ({ 'until-day': String(day), 'until-month': '3', 'until-year': '2027' });
const dueOn = async () => (await returned.facts()).clocks.find((c) => c.key === 'returned');

beforeAll(async () => {
  returned = await aCaseAt(db, (s) => s.returned());
});

describe('the time of a request', () => {
  it('is asked for by the office on its page, and given by OHCHR with a reason that both read', async () => {
    const path = `/requests/${returned.ref}`;
    expect((await page('office', path)).text).toContain('Ask for more time');
    expect((await page('desk', path)).text).toContain('More time, or a stop');
    const asked = await send('office', { act: 'ASK_MORE_TIME', reason: 'A partner answers late.', ...until(24) });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${path}/time?done=stepTaken`]);
    expect((await page('desk', `${path}/time`)).text).toContain('asked for until 24 March 2027');
    expect((await send('desk', { act: 'EXTEND_CLOCK', reason: 'It is worth the wait.', ...until(24) })).status).toBe(
      303,
    );
    expect(await dueOn()).toMatchObject({ dueOn: '2027-03-24' });
    for (const part of ['office', 'desk'] as const)
      expect((await page(part, path)).text).toContain(
        `${db.cast.desk.name} gave more time until 24 March 2027: It is worth the wait.`,
      );
    expect((await page('office', `${path}/history?kind=time`)).text).toContain('More time asked for');
  });

  it('says beside the field what is wrong, and keeps what was typed', async () => {
    const nothing = await send('desk', { reason: 'x' });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('Choose what to do');
    const off = await send('desk', { act: 'EXTEND_CLOCK', reason: 'Words that stay', ...until(27) });
    expect(off.status).toBe(422);
    expect(off.text).toContain('this one is off at their duty station');
    expect(off.text).toContain('Words that stay');
    expect((await send('office', { act: 'EXTEND_CLOCK', reason: 'x', ...until(25) })).status).toBe(403);
  });

  it('stands still when it is stopped, and goes on by itself on its day', async () => {
    expect((await send('desk', { act: 'STOP_CLOCK', reason: 'A storm.', ...until(10) })).status).toBe(303);
    expect(await dueOn()).toMatchObject({ stoppedWith: 17, byHand: true });
    expect((await page('office', `/requests/${returned.ref}`)).text).toContain(
      'stopped it until 10 March 2027: A storm.',
    );
    db.clock.set('2027-03-10');
    const went = await db.casework.advance(returned.ref, SYSTEM, { type: 'RESUME_CLOCKS' }, { revision: 'latest' });
    expect(went).toMatchObject({ ref: returned.ref });
    expect(await dueOn()).toMatchObject({ stoppedWith: null, dueOn: '2027-04-02' });
    expect((await verifyRecord(db.pool, returned.ref)).broken).toEqual([]);
  });

  it('is given by programs too', async () => {
    const desk = await web.program(db.cast.desk.id);
    const { revision } = await returned.row();
    const { items } = (await desk.get(`/requests/${returned.ref}/time`)).json as { items: object[] };
    expect(items).toContainEqual(
      expect.objectContaining({ step: 'EXTEND_CLOCK', clock: 'returned', latest: '2027-04-12' }),
    );
    const event = { type: 'EXTEND_CLOCK', clock: 'returned', until: '2027-04-07', reason: 'Easter.' };
    expect((await desk.write('POST', `/requests/${returned.ref}/events`, event, revision)).status).toBe(200);
    expect(await dueOn()).toMatchObject({ dueOn: '2027-04-07' });
  });
});

describe('the time of a post', () => {
  it('is asked for by the adviser on the same page and given by OHCHR; report, clock and record have the new day', async () => {
    db.clock.set('2027-03-01T09:00:00.000Z');
    const post = await aPostAt(db, 'serving');
    const { clocks } = await post.facts();
    const { key, dueOn } = clocks.find((c) => c.group === 'report')!;
    const path = `/deployments/${post.ref}`;
    const as = async (id: string) => web.session(id);
    const adviser = await as((await post.person('amara')).id);
    const desk = await as((await post.person('desk')).id);
    const sent = async (headers: Record<string, string>, form: Record<string, string>) =>
      web.send('POST', `${path}/time`, {
        headers,
        form: { revision: String((await post.row()).revision), once: crypto.randomUUID(), clock: key, ...form },
      });
    const day = { 'until-day': '22', 'until-month': '4', 'until-year': '2027' };
    expect((await web.send('GET', path, { headers: adviser })).text).toContain('Ask for more time');
    const asked = await sent(adviser, { act: 'ASK_MORE_TIME', reason: 'The election.', ...day });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, `${path}/time?done=stepTaken`]);
    expect((await web.send('GET', `${path}/time`, { headers: desk })).text).toContain('asked for until 22 April 2027');
    expect((await sent(adviser, { act: 'EXTEND_CLOCK', reason: 'Mine', ...day })).status).toBe(403);
    const nothing = await sent(desk, { act: 'EXTEND_CLOCK', reason: 'Words that stay' });
    expect([nothing.status, nothing.text.includes('Words that stay')]).toEqual([422, true]);
    expect((await sent(desk, { act: 'EXTEND_CLOCK', reason: 'The election.', ...day })).status).toBe(303);
    const { clocks: after, incumbencies } = await post.facts();
    expect([dueOn, after.find((c) => c.key === key)!.dueOn]).toEqual(['2027-04-15', '2027-04-22']);
    expect(incumbencies[0]!.obligations[0]).toMatchObject({ dueOn: '2027-04-22', moved: [{ from: '2027-04-15' }] });
    expect((await web.send('GET', `${path}/history`, { headers: adviser })).text).toContain('More time given');
    expect((await verifyRecord(db.pool, post.ref)).broken).toEqual([]);
    const { rows } = await db.pool.query('SELECT due_on::text AS due FROM deadline WHERE key = $1', [key]);
    expect(rows).toEqual([{ due: '2027-04-22' }]);
  });
});
