import { beforeEach, describe, expect, it } from '@jest/globals';
import { Deadlines, DeliveryDesk, MailFeed, Mails, Outbox } from '#casework';
import { isRefusal } from '#domain';
import { Pool } from 'pg';
import { DeadlineWatch } from '../../apps/worker/src/deadlines.js';
import { aPostAt } from '../support/a-post.js';
import { aCaseAt } from '../support/cases.js';
import { useDatabase } from '../support/database.js';

const db = useDatabase();
const feed = (most = 1_000) => new MailFeed(db.pool, db.clock, most);
const mails = () => new Mails(db.pool, db.clock, db.reference);
const desk = () => new DeliveryDesk(db.pool, db.clock);
async function dispatched(): Promise<void> {
  while ((await new Outbox(db.pool, db.clock, db.reference).dispatch()).taken > 0);
}
const left = async () =>
  (await db.pool.query<{ n: number }>(`SELECT count(*)::integer AS n FROM mail WHERE status = 'queued'`)).rows[0]!.n;
const addressesOf = async (ids: string[]) =>
  (await db.pool.query<{ a: string }>('SELECT unnest(addresses) AS a FROM mail WHERE id = ANY($1)', [ids])).rows.map(
    (r) => r.a,
  );
const sent = (id: string) => mails().settle(id, { status: 'sent', problem: null });
const admin = () => db.cast.administrator;

beforeEach(async () => {
  db.clock.set('2027-03-01');
  await db.pool.query('DELETE FROM mail');
  await db.pool.query('DELETE FROM mail_hold');
  await db.pool.query('UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL');
  await db.pool.query('UPDATE deadline SET next_at = NULL');
});

describe('whose turn it is', () => {
  it('is never two mails to one person: the second waits until the first is sent or given up', async () => {
    for (let n = 0; n < 3; n += 1) await aCaseAt(db, (story) => story.submitted());
    await dispatched();
    expect(await feed().weigh()).toBeNull();
    const order: string[] = [];
    for (let round = 0; (await left()) > 0; round += 1) {
      const given = (await feed().next()).map((m) => m.id);
      const to = await addressesOf(given);
      expect(new Set(to).size).toBe(to.length);
      expect(await feed().next()).toEqual([]);
      for (const id of given) {
        await sent(id);
        order.push(id);
      }
      expect(round).toBeLessThan(4);
    }
    expect(order).toHaveLength(9);
    for (const address of new Set(await addressesOf(order))) {
      const { rows } = await db.pool.query<{ id: string }>(
        'SELECT id FROM mail WHERE $1 = ANY(addresses) ORDER BY id',
        [address],
      );
      expect(order.filter((id) => rows.some((row) => row.id === id))).toEqual(rows.map((row) => row.id));
    }
  });

  it('is the most urgent first', async () => {
    await aCaseAt(db, (story) => story.submitted());
    await aCaseAt(db, (story) => story.approved());
    await dispatched();
    await feed().weigh();
    const priorities: number[] = [];
    for (let given = await feed().next(1); given.length; given = await feed().next(1))
      priorities.push(given[0]!.priority);
    expect(priorities).toEqual([...priorities].sort());
    expect(new Set(priorities).size).toBeGreaterThan(1);
  });

  it('comes again when a worker ended in the middle, and is parked when five did', async () => {
    await aCaseAt(db, (story) => story.submitted());
    await dispatched();
    await feed().weigh();
    const id = (await feed().next())[0]!.id;
    for (let n = 0; n < 5; n += 1) expect(await mails().claim(id)).not.toBeNull();
    expect(await mails().claim(id)).toBeNull();
    const parked = await desk().parked(admin());
    if (isRefusal(parked)) throw new Error(parked.message);
    expect(parked.items).toMatchObject([
      { id, status: 'failed', problem: expect.stringMatching(/^Not sent: 5 times the program/) },
    ]);
  });
});

describe('a mail that came to nothing', () => {
  it('is sent again by hand, as another job, and by an administrator alone', async () => {
    await aCaseAt(db, (story) => story.submitted());
    await dispatched();
    await feed().weigh();
    const id = (await feed().next())[0]!.id;
    await mails().settle(id, { status: 'sent', problem: null });
    expect(await desk().replay(admin(), [id])).toMatchObject({ code: 'notFound' });
    await db.pool.query(`UPDATE mail SET status = 'bounced', problem = '550 no such mailbox' WHERE id = $1`, [id]);
    expect(await desk().parked(db.cast.desk)).toMatchObject({ code: 'notYourRole' });
    expect(await desk().replay(db.cast.desk, [id])).toMatchObject({ code: 'notYourRole' });
    expect(await desk().replay(admin(), ['nothing'])).toMatchObject({ code: 'notFound' });
    expect(await desk().replay(admin(), [id])).toEqual({ mails: 1 });
    expect(await desk().replay(admin(), [id])).toMatchObject({ code: 'notFound' });
    await feed().weigh();
    expect(await feed().next()).toMatchObject([{ id, replays: 1 }]);
    expect(await mails().claim(id)).toMatchObject({ id });
  });
});

describe('too many mails at once', () => {
  async function aStorm(): Promise<string> {
    for (let n = 0; n < 2; n += 1) await aCaseAt(db, (story) => story.submitted());
    await dispatched();
    expect(await feed(5).weigh()).toEqual({ mails: 6, people: 3 });
    expect(await feed(5).weigh()).toBeNull();
    // The one mail that goes out tells administrators of the others.
    expect(await feed(5).next()).toMatchObject([{ apart: true, priority: 1 }]);
    const { rows: told } = await db.pool.query<{ id: string; apart: string; person_id: string }>(
      `SELECT id, apart, person_id FROM mail WHERE apart IS NOT NULL`,
    );
    expect(told).toMatchObject([{ apart: 'mailsHeld', person_id: admin().id }]);
    await sent(told[0]!.id);
    const holds = await desk().holds(admin());
    if (isRefusal(holds)) throw new Error(holds.message);
    expect(holds[0]).toMatchObject({ mails: 6, people: 3, left: 6, decided: null });
    expect(holds[0]!.notices.reduce((sum, n) => sum + n.mails, 0)).toBe(6);
    return holds[0]!.id;
  }

  it('wait, and go out over time when they are let go', async () => {
    const id = await aStorm();
    expect(await desk().letGo(db.cast.desk, id, 60)).toMatchObject({ code: 'notYourRole' });
    expect(await desk().letGo(admin(), id, 0)).toMatchObject({ code: 'invalid' });
    // One in six seconds: the first is due at once.
    expect(await desk().letGo(admin(), id, 10)).toEqual({ mails: 6 });
    expect(await desk().drop(admin(), id)).toMatchObject({ code: 'notNow' });
    expect(await feed(5).weigh()).toBeNull();
    expect(await feed(5).next()).toHaveLength(1);
    await db.pool.query(`UPDATE mail SET not_before = not_before - interval '1 minute'`);
    expect(await feed(5).next()).toHaveLength(2);
    const { rows } = await db.pool.query<{ s: number }>(
      `SELECT extract(epoch FROM max(not_before) - min(not_before))::float8 AS s FROM mail`,
    );
    expect(rows[0]!.s).toBeCloseTo(30, 3);
  });

  it('do not hold up what is told afterwards', async () => {
    await aStorm();
    await aCaseAt(db, (story) => story.submitted());
    await dispatched();
    await feed(5).weigh();
    expect(await feed(5).next()).toHaveLength(3);
  });

  it('are dropped with who did it, and are not among those to be sent again', async () => {
    const id = await aStorm();
    expect(await desk().drop(admin(), id)).toEqual({ mails: 6 });
    expect(await desk().counts(admin())).toEqual({ waiting: 0, held: 0, parked: 0 });
    const { rows } = await db.pool.query<{ problem: string }>('SELECT DISTINCT problem FROM mail WHERE apart IS NULL');
    expect(rows).toEqual([{ problem: `Not sent: ${admin().name} dropped it, as one of 6 that were held.` }]);
  });
});

describe('the sweep', () => {
  /**
   * As many open clocks as wanted, of requests and of posts, each counted by the calendar of the duty station of its holder,
   * and all of them run out; counts what the watch asks the database.
   */
  async function statementsFor(clocks: number) {
    db.clock.set('2027-03-01');
    await db.pool.query('DELETE FROM deadline');
    await aCaseAt(db, (story) => story.submitted());
    await aCaseAt(db, (story) => story.accepted());
    await aPostAt(db, 'selected');
    await aPostAt(db, 'planned');
    // Those that take a step by themselves are taken one by one, through the one write path.
    await db.pool.query(
      `DELETE FROM deadline WHERE next_at IS NULL OR EXISTS (SELECT FROM jsonb_array_elements(steps) AS s WHERE s ->> 'kind' = upper(s ->> 'kind'))`,
    );
    await db.pool.query(
      `INSERT INTO deadline SELECT (jsonb_populate_record(d, jsonb_build_object('key', d.key || ':' || n))).*
       FROM deadline d, generate_series(1, $1::integer / (SELECT count(*)::integer FROM deadline)) n`,
      [clocks],
    );
    const { rows: made } = await db.pool.query<{ kind: string; clocks: number; stations: string[] }>(
      `SELECT f.kind, count(*)::integer AS clocks, array_agg(DISTINCT d.station) AS stations
       FROM deadline d JOIN case_file f ON f.id = d.case_id GROUP BY 1 ORDER BY 1`,
    );
    db.clock.set('2028-03-01');
    let statements = 0;
    const counted = {
      query: (...asked: Parameters<Pool['query']>) => ((statements += 1), db.pool.query(...asked)),
    } as unknown as Pool;
    const { rows: before } = await db.pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM outbox');
    const watch = new DeadlineWatch({
      clocks: new Deadlines(counted, db.clock),
      casework: db.casework,
      deployments: undefined as never,
      conflicts: { handBackBegun: async () => [] },
      holders: { look: async () => 0 },
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (error: unknown) => {
          throw error;
        },
      } as never,
      everyMs: 3_600_000,
    });
    watch.wake();
    await watch.stop();
    const { rows: after } = await db.pool.query<{ n: number }>('SELECT count(*)::integer AS n FROM outbox');
    return { statements, told: after[0]!.n - before[0]!.n, made };
  }

  it('asks as many statements for twenty thousand clocks of requests and posts as for a thousand, and tells each', async () => {
    const small = await statementsFor(1_000);
    const large = await statementsFor(20_000);
    for (const { told, made } of [small, large]) {
      expect(made.map((m) => m.kind)).toEqual(['deployment', 'request']);
      // Geneva and the country.
      expect(new Set(made.flatMap((m) => m.stations))).toEqual(new Set(['CHE', 'TZA']));
      expect(told).toBeGreaterThanOrEqual(made[0]!.clocks + made[1]!.clocks);
    }
    expect(large.told).toBeGreaterThan(15 * small.told);
    expect(large.statements).toBe(small.statements);
    expect(large.statements).toBeLessThanOrEqual(5);
  });
});
