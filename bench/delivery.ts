import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { Casework, Deadlines, MailFeed, Mails, Outbox, type ReferenceData } from '#casework';
import { isRefusal } from '#domain';
import { listen, migrateQueues, openQueues, systemClock } from '#platform';
import { Relay } from '../apps/worker/src/relay.js';
import { line, ms, rate, share } from './report.js';
import { DESK, type Waiting } from './write-path.js';

const STEPS = 200;
const FULL = 20_000;
/** No pass of the bench is too much. */
const NO_HOLD = 1_000_000;

/** Goal 8: how soon after a commit its job starts, and how fast a full outbox becomes mails with jobs. */
export async function measureDelivery(
  databaseUrl: string,
  pool: Pool,
  reference: ReferenceData,
  waiting: Waiting,
): Promise<void> {
  // What the measurements before have told nobody yet would stand in the way.
  await pool.query('UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL');
  await migrateQueues(databaseUrl);
  const queues = await openQueues({ databaseUrl, onError: (error) => console.error(error.message) });
  const outbox = new Outbox(pool, systemClock, reference);
  const mails = new Mails(pool, systemClock, reference);
  const queue = queues.queue<{ mail: string }>('mail');
  const startedAt = new Map<string, number>();
  const relay = new Relay({
    outbox,
    mails,
    feed: new MailFeed(pool, systemClock, NO_HOLD),
    queue,
    onUnreached: async () => undefined,
    onHeld: () => undefined,
    onError: (error) => console.error(error.message),
  });
  const worker = queues.worker<{ mail: string }>(
    'mail',
    async ({ data }) => {
      startedAt.set(data.mail, performance.now());
      // The next to the same person waits until this one is sent.
      await mails.settle(data.mail, { status: 'sent', problem: null });
      relay.wake();
    },
    { concurrency: 4 },
  );
  const listener = await listen(pool, 'outbox', () => relay.wake());
  relay.wake();
  const casework = new Casework(pool, systemClock, reference);
  const committedAt = new Map<string, number>();
  for (let n = 0; n < STEPS; n += 1) {
    const { id, ref } = waiting.take();
    const done = await casework.advance(ref, DESK, { type: 'ACCEPT' }, { revision: 2 });
    if (isRefusal(done)) throw new Error(done.message);
    committedAt.set(id, performance.now());
    // Steps that people take, not a flood: each reader gets one mail at a time, and what is measured is the way, not the line before it.
    await sleep(50);
  }
  await sleep(1_000);
  const waits = await firstStarts(pool, committedAt, startedAt);
  waits.sort((a, b) => a - b);
  line('8', 'commit until its first job starts, p50', ms(waits[Math.floor(waits.length / 2)]!), '', '', '');
  line(
    '8',
    'commit until its first job starts, p99',
    ms(waits[Math.floor(waits.length * 0.99)]!),
    '',
    '',
    'at most 50 ms',
  );
  await listener.close();
  await relay.stop();
  await worker.close();
  await measureDrain(pool, outbox, queue);
  await measureSweep(pool);
  await queues.close();
}

/** From each commit to the start of the first job that it led to. */
async function firstStarts(
  pool: Pool,
  committedAt: Map<string, number>,
  startedAt: Map<string, number>,
): Promise<number[]> {
  const { rows } = await pool.query<{ id: string; case_id: string }>('SELECT id, case_id FROM mail');
  const first = new Map<string, number>();
  for (const { id, case_id } of rows) {
    const at = startedAt.get(id);
    if (at !== undefined) first.set(case_id, Math.min(at, first.get(case_id) ?? Infinity));
  }
  return [...first].map(([request, at]) => at - committedAt.get(request)!);
}

async function measureDrain(
  pool: Pool,
  outbox: Outbox,
  queue: { addAll(jobs: { id: string; data: { mail: string } }[]): Promise<void> },
): Promise<void> {
  const fill = `INSERT INTO outbox (case_id, revision, notice, created_at)
    SELECT id, 3, 'reviewersWanted', now() FROM request WHERE ref LIKE 'HRA-B%' ORDER BY seq LIMIT ${FULL}`;
  await pool.query(fill);
  const bareStart = performance.now();
  await pool.query('UPDATE outbox SET dispatched_at = now() WHERE dispatched_at IS NULL');
  const bare = FULL / ((performance.now() - bareStart) / 1000);
  await pool.query(fill);
  const start = performance.now();
  let taken = 0;
  for (let now = 1; now > 0; taken += now) {
    const turn = await outbox.dispatch(500);
    now = turn.taken;
    await queue.addAll(turn.mails.map((mail) => ({ id: mail, data: { mail } })));
  }
  const ours = taken / ((performance.now() - start) / 1000);
  line(
    '8',
    `outbox of ${FULL.toLocaleString('en')} rows into mails with jobs`,
    rate(ours),
    rate(bare),
    share(ours, bare),
    'at least 5,000/s',
  );
}

/** Goal 8: all open clocks are swept in one statement, however many of them are due. */
async function measureSweep(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ open: number }>(`
    WITH moved AS (UPDATE deadline SET next_at = now() - interval '1 minute', step = 0, steps = jsonb_build_array(
      jsonb_build_object('kind', 'reminder', 'at', to_char((now() - interval '1 minute') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
      RETURNING 1) SELECT count(*)::integer AS open FROM moved`);
  const deadlines = new Deadlines(pool, systemClock);
  const start = performance.now();
  const swept = await deadlines.sweep();
  line(
    '8',
    `sweep of ${rows[0]!.open.toLocaleString('en')} clocks, all due, one statement`,
    ms(performance.now() - start),
    '',
    '',
    'at most 30 s',
  );
  if (swept.taken !== Math.min(rows[0]!.open, 100_000)) throw new Error('The sweep left clocks behind.');
}
