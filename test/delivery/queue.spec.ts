import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { randomBytes, randomUUID } from 'node:crypto';
import { GiveUp, migrateQueues, openQueues, type Queues } from '#platform';
import { useDatabase } from '../support/database.js';
import { REDIS_INSTALLED, RedisServer } from '../support/redis.js';
import { until } from '../support/until.js';

interface Parcel {
  n: number;
  ends?: 'badly' | 'for good';
}

const STUCK_WORKER = fileURLToPath(new URL('../support/stuck-worker.mjs', import.meta.url));

const name = (): string => `q${randomBytes(4).toString('hex')}`;

/** What every backend must do alike. */
function promises(addresses: () => { databaseUrl: string; redisUrl?: string }): void {
  const errors: Error[] = [];
  const open = (into: Error[]): Promise<Queues> => openQueues({ ...addresses(), onError: (error) => into.push(error) });
  let queues: Queues;
  beforeAll(async () => {
    queues = await open(errors);
    await queues.ping();
  });
  afterAll(async () => {
    await queues.close();
    expect(errors).toEqual([]);
  });

  it('does a job once, however often it is added', async () => {
    const queue = queues.queue<Parcel>(name());
    const done: number[] = [];
    queues.worker<Parcel>(queue.name, async ({ data }) => void done.push(data.n));
    const id = randomUUID();
    await queue.add({ n: 1 }, { id });
    await until('the job is done', () => done.length === 1);
    await queue.add({ n: 1 }, { id });
    await queue.addAll([{ id, data: { n: 1 } }]);
    await queue.add({ n: 2 });
    await until('the next job is done', () => done.includes(2));
    expect(done).toEqual([1, 2]);
  });

  it('tries again, later and later, and then counts the job as failed', async () => {
    const queue = queues.queue<Parcel>(name(), { attempts: 3, firstRetryMs: 40 });
    const tries: [number, boolean][] = [];
    const failures: [number, boolean, string][] = [];
    queues.worker<Parcel>(
      queue.name,
      async (job) => {
        tries.push([job.attempt, job.lastAttempt]);
        throw new Error('no');
      },
      { onFailed: (job, error) => failures.push([job.attempt, job.lastAttempt, error.message]) },
    );
    await queue.add({ n: 1 });
    await until('the third failure', () => failures.length === 3);
    expect(tries).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(failures).toEqual([
      [1, false, 'no'],
      [2, false, 'no'],
      [3, true, 'no'],
    ]);
    expect(await queue.failed()).toMatchObject([{ data: { n: 1 }, attempts: 3, reason: 'no' }]);
    expect(await queue.counts()).toMatchObject({ failed: 1, waiting: 0, active: 0, delayed: 0 });
  });

  it('gives up at once when told to, and takes failed jobs up again when asked to', async () => {
    const queue = queues.queue<Parcel>(name(), { attempts: 5, firstRetryMs: 10 });
    let mended = false;
    const failures: boolean[] = [];
    const done: number[] = [];
    queues.worker<Parcel>(
      queue.name,
      async ({ data }) => {
        if (!mended) throw new GiveUp('no such mailbox');
        done.push(data.n);
      },
      { onFailed: (job) => failures.push(job.lastAttempt) },
    );
    await queue.add({ n: 7 });
    await until('the job has failed', async () => (await queue.failed()).length === 1 && failures.length > 0);
    expect(failures).toEqual([true]);
    mended = true;
    await queue.retryFailed();
    await until('the job is done', () => done.length === 1);
    await until('nothing has failed', async () => (await queue.failed()).length === 0);
  });

  it('keeps to a delay', async () => {
    const queue = queues.queue<Parcel>(name());
    const done: { n: number; at: number }[] = [];
    queues.worker<Parcel>(queue.name, async ({ data }) => void done.push({ n: data.n, at: performance.now() }));
    const started = performance.now();
    await queue.add({ n: 1 }, { delayMs: 150 });
    await until('the delayed job is done', () => done.length === 1);
    expect((done[0]?.at ?? 0) - started).toBeGreaterThan(140);
  });

  it('takes the more urgent first, and of the equally urgent the older', async () => {
    const queue = queues.queue<Parcel>(name());
    await queue.addAll([3, 1, 2, 3, 1].map((priority, n) => ({ id: `p-${n}`, priority, data: { n } })));
    const done: number[] = [];
    queues.worker<Parcel>(queue.name, async ({ data }) => void done.push(data.n));
    await until('all are done', () => done.length === 5);
    expect(done).toEqual([1, 4, 2, 0, 3]);
  });

  it('does no more in a time than it is let, over all its workers', async () => {
    const queue = queues.queue<Parcel>(name());
    const done: number[] = [];
    for (const _ of [1, 2])
      queues.worker<Parcel>(queue.name, async () => void done.push(performance.now()), {
        concurrency: 4,
        limiter: { max: 3, durationMs: 400 },
      });
    await queue.addAll(Array.from({ length: 9 }, (_, n) => ({ id: `l-${n}`, data: { n } })));
    await until('all are done', () => done.length === 9);
    expect(done.at(-1)! - done[0]!).toBeGreaterThan(700);
  });

  it('shares a burst among workers, each job once', async () => {
    const queue = queues.queue<Parcel>(name());
    const done: number[] = [];
    for (const _ of [1, 2]) {
      queues.worker<Parcel>(queue.name, async ({ data }) => void done.push(data.n), { concurrency: 4 });
    }
    await queue.addAll(Array.from({ length: 300 }, (_, n) => ({ id: `b-${n}`, data: { n } })));
    await until('all are done', () => done.length >= 300);
    expect(new Set(done).size).toBe(300);
    await until('all are counted', async () => (await queues.depths())[queue.name]?.completed === 300);
    expect(done).toHaveLength(300);
  });

  it('takes up the jobs of a process that was killed', async () => {
    const queue = queues.queue<Parcel>(name());
    const { databaseUrl, redisUrl = '' } = addresses();
    const child = fork(STUCK_WORKER, [databaseUrl, redisUrl, queue.name, '400']);
    await queue.add({ n: 1 });
    await once(child, 'message');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const done: number[] = [];
    queues.worker<Parcel>(queue.name, async ({ data }) => void done.push(data.n), { lockMs: 400 });
    await until('the job is done after all', () => done.length === 1);
  });

  it('lets a job end before it closes', async () => {
    const own = await open([]);
    const queue = own.queue<Parcel>(name());
    let state = 'waiting';
    let end = (): void => undefined;
    own.worker<Parcel>(queue.name, async () => {
      state = 'begun';
      await new Promise<void>((done) => (end = done));
      state = 'ended';
    });
    await queue.add({ n: 1 });
    await until('the job has begun', () => state === 'begun');
    const closed = own.close().then(() => state);
    expect(await Promise.race([closed, queues.ping().then(() => state)])).toBe('begun');
    end();
    expect(await closed).toBe('ended');
  });
}

describe('the queues in PostgreSQL', () => {
  const database = useDatabase({ empty: true });
  beforeAll(async () => {
    await migrateQueues(database.url);
    await migrateQueues(database.url);
  });
  // In a block of their own: the queues close before the database goes.
  describe('keep their promises', () => promises(() => ({ databaseUrl: database.url })));
});

describe('the queues in PostgreSQL', () => {
  const database = useDatabase({ empty: true });
  beforeAll(() => migrateQueues(database.url));

  it('are found again after the database has dropped every connection', async () => {
    const errors: Error[] = [];
    const queues = await openQueues({ databaseUrl: database.url, onError: (error) => errors.push(error) });
    const queue = queues.queue<Parcel>('dropped');
    const done: number[] = [];
    queues.worker<Parcel>('dropped', async ({ data }) => void done.push(data.n));
    await queue.add({ n: 1 });
    await until('the first job is done', () => done.length === 1);
    await database.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    await until('a job can be added', () =>
      queue.add({ n: 2 }).then(
        () => true,
        () => false,
      ),
    );
    await until('it is done', () => done.includes(2));
    await queues.close();
  });
});

(REDIS_INSTALLED ? describe : describe.skip)('the queues in Redis', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.stop());
  describe('keep their promises', () =>
    promises(() => ({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: server.url })));
});
