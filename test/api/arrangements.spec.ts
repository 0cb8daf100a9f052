import { beforeAll, describe, expect, it } from '@jest/globals';
import type { RequestEventType } from '#domain';
import type { Part } from '../../libs/domain/test/cast.js';
import { anEvent, hostingAnswers, someTerms } from '../../libs/domain/test/events.js';
import { aCaseAt, type CaseInDatabase } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { useWeb, type Answer, type Json } from '../support/web.js';
import { refused } from './refused.js';

const db = useDatabase();
const web = useWeb(db);
let request: CaseInDatabase;

const send = async (part: Part, event: Json): Promise<Answer> =>
  (await web.program(db.cast[part].id)).step(request.ref, event);
const read = async (part: Part): Promise<Answer> =>
  (await web.program(db.cast[part].id)).get(`/requests/${request.ref}`);
const right = async (type: RequestEventType) => anEvent(type, { facts: await request.facts() }) as unknown as Json;

beforeAll(async () => {
  request = await aCaseAt(db, (story) => story.approved());
  web.at(db.clock.now());
});

describe('from approved to handed over', () => {
  it('money is entered as exact text, and what is missing is told in words', async () => {
    expect((await read('fund')).json).toMatchObject({ state: 'awaitingFunds', funding: [], arrangements: null });
    const entry = await right('ENTER_FUNDING');
    refused(await send('fund', { ...entry, amount: 206000 }), 422, 'amount');
    refused(await send('desk', entry), 403);
    expect((await send('fund', { ...entry, amount: '206000' })).status).toBe(200);
    const early = await send('fund', { type: 'FUND' });
    expect([early.status, early.json.detail]).toEqual([
      409,
      'US$ 50,000 is still missing for the first 12 months, in cash.',
    ]);
    expect((await send('fund', await right('RECORD_COST_SHARE'))).status).toBe(200);
    expect((await read('team')).json.funding).toMatchObject([
      { standing: 'allocation', amount: '206000.00', by: db.cast.fund.name, corrects: null },
      { standing: 'costShare', amount: '50000.00', kind: 'cash' },
    ]);
    expect((await send('fund', { type: 'FUND' })).json).toMatchObject({ state: 'arrangements' });
  });

  it('the three parts are made in any order', async () => {
    expect((await read('coordinator')).json.arrangements).toMatchObject({
      deployment: null,
      rule: null,
      firstPeriod: { total: '256000.00', cover: { allocation: '206000.00', costShare: '50000.00', missing: '0.00' } },
      parts: [
        { part: 'tor', done: false, rule: null },
        { part: 'costSharing', done: false },
        { part: 'hosting', done: false },
      ],
      terms: null,
      hosting: null,
    });
    expect((await send('office', { type: 'CONFIRM_HOSTING', answers: hostingAnswers() })).status).toBe(200);
    expect((await send('coordinator', await right('CONFIRM_COST_SHARE'))).status).toBe(200);
    expect((await send('desk', { type: 'PROPOSE_TOR', content: someTerms() })).status).toBe(200);
    expect((await send('desk', { type: 'SIGN_TOR', version: 1 })).json).toMatchObject({ state: 'arrangements' });
    refused(await send('desk', { type: 'SIGN_TOR', version: 1 }), 409);
    expect((await send('coordinator', { type: 'SIGN_TOR', version: 1 })).json).toMatchObject({
      state: 'handedOver',
      status: 'Handed over',
    });
  });

  it('what was agreed can be read by its parties, and the record tells each step', async () => {
    for (const part of ['coordinator', 'desk', 'team', 'fund', 'auditor'] as const)
      expect((await read(part)).json.arrangements).toMatchObject({
        terms: { number: 1, signatures: [{ side: 'ohchr' }, { side: 'rc', by: db.cast.coordinator.name }] },
        hosting: { country: 'TZA', answers: { transport: { given: false } } },
      });
    expect((await read('officeElsewhere')).status).toBe(404);
    const { json } = await (await web.program(db.cast.fund.id)).get(`/requests/${request.ref}/timeline?limit=7`);
    expect((json.items as Json[]).map((line) => line.name)).toEqual([
      'termsSigned',
      'termsSigned',
      'termsProposed',
      'costShareConfirmed',
      'hostingConfirmed',
      'funded',
      'costShareRecorded',
    ]);
  });

  it('with the last of them the post is open, in the same step', async () => {
    const { rows } = await db.pool.query<{ ref: string }>(
      `SELECT ref, facts #>> '{origin,reference}' AS origin, facts #>> '{post,title}' AS title FROM deployment`,
    );
    expect(rows).toEqual([{ ref: expect.any(String), origin: request.ref, title: 'An adviser for the country team' }]);
    // The request names the post that it led to, for every party.
    for (const part of ['coordinator', 'desk', 'fund'] as const)
      expect((await read(part)).json.arrangements).toMatchObject({ deployment: rows[0]!.ref });
  });
});

it('an extension of a post that is not there is not handed over, and nothing of it is kept', async () => {
  const extension = await aCaseAt(db, (story) => {
    const content = { ...story.content, type: 'extension' as const };
    return story.send('office', { type: 'EDIT', patch: { type: content.type } }).funded();
  });
  const before = await extension.row();
  const coordinator = await web.program(db.cast.coordinator.id);
  const event = anEvent('CONFIRM_COST_SHARE', { facts: before.facts }) as unknown as Json;
  const answer = await coordinator.step(extension.ref, event);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(await extension.row()).toEqual(before);
});
