import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { verifyRecord } from '#casework';
import { addDays, addMonths, isRefusal, type DeploymentFacts } from '#domain';
import { aContent } from '../../libs/domain/test/content.js';
import { anEvent } from '../../libs/domain/test/events.js';
import { aPostAt, aPostIn, type PostInDatabase } from '../support/a-post.js';
import { aCaseAt, aStory, take } from '../support/cases.js';
import { useDatabase } from '../support/database.js';
import { changed, everything } from '../support/everything.js';

const START = '2027-03-01';
const db = useDatabase({ at: START });
beforeEach(() => db.clock.set(START));
const today = (): string => db.clock.now().toISOString().slice(0, 10);
const clean = async (...refs: string[]) => {
  for (const ref of refs) expect((await verifyRecord(db.pool, ref)).broken).toEqual([]);
};

/** Makes every write to one row of the posts fail. */
async function planted<T>(where: string, work: () => Promise<T>): Promise<T> {
  await db.pool.query(`
    CREATE OR REPLACE FUNCTION planted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'planted'; END $$;
    CREATE TRIGGER planted AFTER INSERT OR UPDATE ON deployment FOR EACH ROW WHEN (${where}) EXECUTE FUNCTION planted()`);
  try {
    return await work();
  } finally {
    await db.pool.query('DROP TRIGGER planted ON deployment');
  }
}
/** An adviser moves from one post to another today. */
const moving = (from: PostInDatabase, to: Pick<PostInDatabase, 'ref'>) =>
  from.attempt('desk', { type: 'TRANSFER', to: to.ref, on: today(), endsOn: addMonths(today(), 12) });

/** A request of which everything is arranged but the last part. */
async function nearlyHandedOver() {
  const request = await aCaseAt(db, (story) => story.funded());
  const event = async (type: 'PROPOSE_TOR' | 'SIGN_TOR' | 'CONFIRM_COST_SHARE') =>
    anEvent(type, { facts: await request.facts() });
  await request.send('desk', await event('PROPOSE_TOR'));
  for (const part of ['coordinator', 'desk'] as const) await request.send(part, await event('SIGN_TOR'));
  await request.send('coordinator', await event('CONFIRM_COST_SHARE'));
  return request;
}
/** A request for an extension of a post, of which everything is arranged but the shares of the cost. */
async function extensionOf(post: PostInDatabase) {
  const request = await take(db, aStory(db, aContent({ type: 'extension' })).approved());
  await request.send('fund', { ...anEvent('ENTER_FUNDING', { facts: await request.facts() }), amount: '256000' });
  await request.send('fund', { type: 'FUND', deployment: post.ref });
  return request;
}
const confirmed = { type: 'CONFIRM_COST_SHARE', noneDue: 'Everything is paid by the fund.' } as const;

describe('a request and its post', () => {
  it('are written together or not at all: what fails in the post leaves the request as it was', async () => {
    const request = await nearlyHandedOver();
    const hosting = anEvent('CONFIRM_HOSTING', { facts: await request.facts() });
    const before = await everything(db.pool);
    await planted('true', () => expect(request.send('office', hosting)).rejects.toThrow('planted'));
    expect(changed(before, await everything(db.pool))).toEqual([]);
    await request.send('office', hosting);
    const { id, facts } = await request.row();
    expect(facts.state).toBe('handedOver');
    const { rows } = await db.pool.query<{ ref: string; facts: DeploymentFacts }>(
      'SELECT ref, facts FROM deployment WHERE request_id = $1',
      [id],
    );
    expect(rows).toMatchObject([
      { facts: { origin: { requestId: id, reference: request.ref }, funding: facts.funding, post: { host: 'TZA' } } },
    ]);
    await clean(request.ref, rows[0]!.ref);
  });

  it('an extension prolongs the term of its post in the same step, or does nothing', async () => {
    const post = await aPostAt(db, 'inRenewal');
    const request = await extensionOf(post);
    const before = await everything(db.pool);
    await planted('true', () => expect(request.send('coordinator', confirmed)).rejects.toThrow('planted'));
    expect(changed(before, await everything(db.pool))).toEqual([]);
    await request.send('coordinator', confirmed);
    expect((await request.facts()).state).toBe('handedOver');
    expect((await post.facts()).incumbencies[0]).toMatchObject({
      endsOn: '2029-06-30',
      extensions: [{ basis: request.ref }],
    });
    await clean(request.ref, post.ref);
  });

  it('an extension that was approved before the renewal opens prolongs the post all the same', async () => {
    const post = await aPostAt(db, 'serving');
    const request = await extensionOf(post);
    await request.send('coordinator', confirmed);
    const facts = await post.facts();
    expect(facts.incumbencies[0]!.endsOn).toBe('2029-06-30');
    expect([facts.state, facts.renewals.at(-1)!.decided!.how]).toEqual([
      { active: { tenure: 'serving', recruitment: 'idle' } },
      'extended',
    ]);
    await clean(request.ref, post.ref);
  });

  it('an extension of a post that nobody holds any more is refused, and the request stays open', async () => {
    const post = await aPostAt(db, 'inRenewal');
    const request = await extensionOf(post);
    await post.go('desk', 'LEAVE');
    const before = await everything(db.pool);
    expect(isRefusal(await request.attempt('coordinator', confirmed))).toBe(true);
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });
});

describe('a transfer', () => {
  let [from, to]: PostInDatabase[] = [];
  beforeEach(async () => {
    [from, to] = [await aPostAt(db, 'arrived'), await aPostIn(db)];
    db.clock.pass(60);
  });

  it('ends one term and begins the other: the last day here is the day before the first there', async () => {
    expect(await moving(from!, to!)).toMatchObject({ state: 'vacant' });
    const [left, received] = [await from!.facts(), await to!.facts()];
    expect(left.incumbencies.at(-1)).toMatchObject({ until: addDays(today(), -1), left: { reason: 'transferred' } });
    expect(received.incumbencies).toMatchObject([{ from: today(), person: { id: (await from!.person('amara')).id } }]);
    const { rows } = await db.pool.query(`SELECT actor_name AS by FROM audit_event WHERE event = 'RECEIVE'`);
    expect(rows).toEqual([{ by: 'The system' }]);
    await clean(from!.ref, to!.ref);
  });

  it('changes neither post where the other one is held, or does not exist', async () => {
    const held = await aPostAt(db, 'arrived');
    const before = await everything(db.pool);
    for (const there of [held.ref, 'DEP-2000-001']) {
      const outcome = await from!.attempt('desk', {
        type: 'TRANSFER',
        to: there,
        on: today(),
        endsOn: addMonths(today(), 12),
      });
      expect(isRefusal(outcome)).toBe(true);
    }
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('to a post that is not theirs who moves is refused like one that does not exist, and changes neither', async () => {
    const { post } = await to!.facts();
    const coverage = [{ ...post.coverage[0]!, country: 'AZE' }];
    const abroad = await aPostIn(db, { post: { ...post, host: 'AZE', coverage } });
    const before = await everything(db.pool);
    const path = 'to';
    const message = 'There is no such post, or it is not one that you can open';
    for (const there of [abroad, { ref: 'DEP-2000-001' }])
      expect(await moving(from!, there)).toMatchObject({ refused: true, fields: [{ path, message }] });
    expect(changed(before, await everything(db.pool))).toEqual([]);
  });

  it('changes neither post when the second one fails', async () => {
    const before = await everything(db.pool);
    await planted(`NEW.ref = '${to!.ref}'`, () => expect(moving(from!, to!)).rejects.toThrow('planted'));
    expect(changed(before, await everything(db.pool))).toEqual([]);
    expect(isRefusal(await moving(from!, to!))).toBe(false);
  });

  it('of two advisers to one post at the same time moves one of them', async () => {
    const other = await aPostAt(db, 'arrived');
    const outcomes = await Promise.all([moving(from!, to!), moving(other, to!)]);
    expect(outcomes.filter((o) => !isRefusal(o))).toHaveLength(1);
    const terms = (await to!.facts()).incumbencies;
    expect(terms).toHaveLength(1);
    const open = [await from!.facts(), await other.facts()].filter((f) => f.incumbencies.at(-1)!.left === null);
    expect(open).toHaveLength(1);
    expect(open[0]!.incumbencies.at(-1)!.person.id).not.toBe(terms[0]!.person.id);
    await clean(from!.ref, other.ref, to!.ref);
  });

  it('of one adviser to two posts at the same time leads to one of them', async () => {
    const third = await aPostIn(db);
    const outcomes = await Promise.all([moving(from!, to!), moving(from!, third)]);
    expect(outcomes.filter((o) => !isRefusal(o))).toHaveLength(1);
    const held = [await to!.facts(), await third.facts()].flatMap((f) => f.incumbencies);
    expect(held).toHaveLength(1);
    await clean(from!.ref, to!.ref, third.ref);
  });
});

describe('one person in two posts', () => {
  it('is refused also when an account is linked later, and when the agreed end elsewhere has passed', async () => {
    const first = await aPostAt(db, 'arrived');
    const adviser = first.advisers.amara.email;
    const second = await aPostAt(db, 'unknownAdviser');
    expect(await second.attempt('desk', { type: 'IDENTIFY', adviser })).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'adviser', message: expect.stringContaining(`holds post ${first.ref}`) }],
    });
    db.clock.pass(800);
    const third = await aPostAt(db, 'shortlisted');
    await third.go('desk', 'SELECT', { adviser });
    await third.go('coordinator', 'CONSULTED');
    const refused = { fields: [{ path: 'on', message: expect.stringContaining(`holds post ${first.ref}`) }] };
    expect(await third.attempt('desk', await third.event('ARRIVE'))).toMatchObject(refused);
    await first.go('desk', 'LEAVE');
    expect(isRefusal(await third.attempt('desk', await third.event('ARRIVE')))).toBe(false);
    await clean(first.ref, second.ref, third.ref);
  });
});

describe('two people at once', () => {
  it('agree to the work plan for their own side, and both are kept', async () => {
    const post = await aPostAt(db, 'planned');
    const both = await Promise.all(
      (['coordinator', 'desk'] as const).map((part) => post.attempt(part, { type: 'AGREE_WORK_PLAN' })),
    );
    expect(both.some(isRefusal)).toBe(false);
    expect((await post.facts()).incumbencies[0]!.workPlan.agreed.map((a) => a.side).sort()).toEqual(['ohchr', 'rc']);
    expect((await post.facts()).state).toEqual({ active: { tenure: 'serving', recruitment: 'idle' } });
    await clean(post.ref);
  });

  it('decide on the same revision: one decision stands, the other is told what changed', async () => {
    const post = await aPostAt(db, 'wished');
    const { revision } = await post.row();
    const both = await Promise.all(
      [await post.event('EXTEND'), await post.event('CLOSE')].map((event) => post.attempt('desk', event, revision)),
    );
    expect(both.map((o) => (isRefusal(o) ? o.code : 'taken')).sort()).toEqual(['stale', 'taken']);
    expect((await post.row()).revision).toBe(revision + 1);
    await clean(post.ref);
  });
});

describe('whoever changes a post behind the product’s back is found out', () => {
  let post: PostInDatabase;
  let last: number;
  beforeEach(async () => {
    post = await aPostAt(db, 'wished');
    last = (await post.row()).revision;
    await clean(post.ref);
  });

  /** What the proof says after somebody with every right has changed the database. */
  async function tampered(statement: string): Promise<{ seq: number; problem: string }[]> {
    const client: PoolClient = await db.pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit_event DISABLE TRIGGER USER');
      const { rowCount } = await client.query(statement.replaceAll(':id', `'${(await post.row()).id}'`));
      expect(rowCount).toBeGreaterThan(0);
      return (await verifyRecord(client, post.ref)).broken.map(({ seq, problem }) => ({ seq, problem }));
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  it.each([
    [
      'a longer term',
      `UPDATE deployment SET facts = jsonb_set(facts, '{incumbencies,0,endsOn}', '"2099-12-31"') WHERE id = :id`,
      'What is known of the post is',
    ],
    ['another end in the lists', `UPDATE deployment SET ends_on = ends_on + 1 WHERE id = :id`, 'What lists show'],
    [
      'an adviser put into a term',
      `UPDATE deployment_cover SET name = 'Another' WHERE deployment_id = :id`,
      'Who holds',
    ],
    [
      'a country taken away',
      `DELETE FROM deployment_country WHERE deployment_id = :id`,
      'The countries of the post are',
    ],
    [
      'a key for somebody',
      `INSERT INTO deployment_scope (scope, seq, deployment_id) SELECT 'rc:AZE', seq, id FROM deployment WHERE id = :id`,
      'Who may see the post is',
    ],
    ['a later due date', 'UPDATE deadline SET due_on = due_on + 1 WHERE case_id = :id', 'The clocks are'],
  ])('%s', async (_, statement, what) => {
    expect(await tampered(statement)).toEqual([{ seq: last, problem: expect.stringContaining(what) }]);
  });

  it('the words of a line', async () => {
    const broken = await tampered(
      `UPDATE audit_event SET data = jsonb_set(data, '{text}', '"No"') WHERE case_id = :id AND event = 'ASK_EXTENSION'`,
    );
    expect(broken[0]).toEqual({ seq: last, problem: 'The line says something else than when it was written.' });
  });

  it('a line taken away', async () => {
    const broken = await tampered(`DELETE FROM audit_event WHERE case_id = :id AND seq = ${last}`);
    expect(broken).toContainEqual({ seq: last, problem: 'The number of its steps is not what the record says.' });
  });
});
