import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { SMTPServer } from 'smtp-server';
import {
  ApartMails,
  Casework,
  Deadlines,
  Digests,
  MailFeed,
  MailRecipients,
  Mails,
  Outbox,
  type ReferenceData,
} from '#casework';
import { isRefusal } from '#domain';
import { listen, migrateQueues, openMailer, openQueues, systemClock, type JobQueue, type Queues } from '#platform';
import { HandOver } from '../apps/worker/src/hand-over.js';
import { MAIL_QUEUE, MAIL_TRIES, MailSender, type MailJob } from '../apps/worker/src/mail.js';
import { mailRelay } from '../apps/worker/src/relays.js';
import { line, ms, rate, share } from './report.js';
import { DESK, type Waiting } from './write-path.js';

const STEPS = 200;
/** Steps that people take, not a flood. */
const STEP_EVERY_MS = 50;
const FULL = 20_000;
/** No pass of the bench is too much. */
const NO_HOLD = 1_000_000;
const PATIENCE_MS = 60_000;
const AT_ONCE = 5;
const SENDER = { baseUrl: 'https://hra.example', mailFrom: 'no-reply@hra.example', demo: false };
const say = (error: unknown): void => console.error((error as Error).message);
const quiet = { info: () => undefined, warn: say, error: say };

/** When each mail began to be sent, and when a mail server had it. */
interface Moments {
  started: Map<string, number>;
  accepted: Map<string, number>;
}

/** Goal 8: how soon after a commit its job starts and its mail is with a mail server, and how fast a full outbox becomes mails with jobs. */
export async function measureDelivery(
  databaseUrl: string,
  pool: Pool,
  reference: ReferenceData,
  waiting: Waiting,
): Promise<void> {
  // What the measurements before have told nobody yet would stand in the way.
  await pool.query('UPDATE outbox SET dispatched_at = created_at WHERE dispatched_at IS NULL');
  await migrateQueues(databaseUrl);
  const queues = await openQueues({ databaseUrl, onError: say });
  const queue = queues.queue<MailJob>(MAIL_QUEUE, MAIL_TRIES);
  await measureWay(pool, reference, waiting, { queues, queue });
  await measureDrain(pool, new Outbox(pool, systemClock, reference), queue);
  await measureSweep(pool);
  await queues.close();
}

/** A mail server that takes everything, and notes when. */
async function aMailServer(accepted: Map<string, number>): Promise<SMTPServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      let head = '';
      stream.on('data', (piece: Buffer) => (head += piece.toString('latin1')));
      stream.on('end', () => {
        const id = /^Message-ID: <([^@>]+)@/im.exec(head)?.[1];
        if (id) accepted.set(id, performance.now());
        done();
      });
    },
  });
  server.server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return server;
}

/** Relay and sender as the worker has them. */
function programs(
  pool: Pool,
  reference: ReferenceData,
  { queues, queue }: { queues: Queues; queue: JobQueue<MailJob> },
  { started, smtp }: { started: Map<string, number>; smtp: SMTPServer },
) {
  const mails = new Mails(pool, systemClock, reference);
  const onUnreached = async (): Promise<void> => undefined;
  const relay = mailRelay({
    outbox: new Outbox(pool, systemClock, reference),
    mails,
    feed: new MailFeed(pool, systemClock, NO_HOLD),
    queue,
    onUnreached,
    onHeld: () => undefined,
    onError: say,
  });
  const mailer = openMailer(`smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`, SENDER.mailFrom);
  const recipients = new MailRecipients(pool, systemClock);
  const sender = new MailSender({
    mails,
    apart: new ApartMails(pool, mails, new Digests(pool, systemClock, reference)),
    onUnreached,
    onDone: relay.goOn,
    handOver: new HandOver({ mailer, recipients, addresses: null, baseUrl: SENDER.baseUrl }),
    queue,
    sender: SENDER,
    log: quiet,
  });
  const worker = queues.worker<MailJob>(
    MAIL_QUEUE,
    (job) => {
      started.set(job.data.mail, performance.now());
      return sender.send(job);
    },
    { concurrency: AT_ONCE },
  );
  return { relay, worker, mailer };
}

async function measureWay(
  pool: Pool,
  reference: ReferenceData,
  waiting: Waiting,
  jobs: { queues: Queues; queue: JobQueue<MailJob> },
): Promise<void> {
  const moments: Moments = { started: new Map(), accepted: new Map() };
  const smtp = await aMailServer(moments.accepted);
  const { relay, worker, mailer } = programs(pool, reference, jobs, { started: moments.started, smtp });
  const listener = await listen(pool, 'outbox', relay.wake);
  relay.wake();
  const committed = await someSteps(pool, reference, waiting);
  await allSent(pool);
  const { rows } = await pool.query<{ id: string; case_id: string }>('SELECT id, case_id FROM mail ORDER BY id');
  for (const [what, at, goal] of [
    ['its first job starts', moments.started, 'at most 50 ms'],
    ['a mail server has its first mail', moments.accepted, ''],
  ] as const) {
    const waits = firstOf(rows, committed, at);
    const part = (of: number): string => ms(waits[Math.floor(waits.length * of)]!);
    line('8', `commit until ${what}, p50`, part(0.5), '', '', '');
    line('8', `commit until ${what}, p99`, part(0.99), '', '', goal);
  }
  await listener.close();
  await relay.stop();
  await worker.close();
  mailer.close();
  await new Promise<void>((done) => smtp.close(() => done()));
}

/** Takes steps one after the other; when each was committed, by its case. */
async function someSteps(pool: Pool, reference: ReferenceData, waiting: Waiting): Promise<Map<string, number>> {
  const casework = new Casework(pool, systemClock, reference);
  const committed = new Map<string, number>();
  for (let n = 0; n < STEPS; n += 1) {
    const { id, ref } = waiting.take();
    const done = await casework.advance(ref, DESK, { type: 'ACCEPT' }, { revision: 2 });
    if (isRefusal(done)) throw new Error(done.message);
    committed.set(id, performance.now());
    await sleep(STEP_EVERY_MS);
  }
  return committed;
}

async function allSent(pool: Pool): Promise<void> {
  const LEFT = `SELECT (SELECT count(*) FROM outbox WHERE dispatched_at IS NULL) + (SELECT count(*) FROM mail WHERE status IN ('queued', 'sending')) AS left`;
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(STEP_EVERY_MS))
    if ((await pool.query<{ left: string }>(LEFT)).rows[0]!.left === '0') return;
  throw new Error('The mails of the bench were not sent.');
}

/** From each commit to the first of its mails that came to a moment; the shortest first. */
function firstOf(
  mails: readonly { id: string; case_id: string }[],
  committed: Map<string, number>,
  reached: Map<string, number>,
): number[] {
  const first = new Map<string, number>();
  for (const { id, case_id } of mails) {
    const at = reached.get(id);
    if (at !== undefined) first.set(case_id, Math.min(at, first.get(case_id) ?? Infinity));
  }
  return [...first].map(([request, at]) => at - committed.get(request)!).sort((a, b) => a - b);
}

async function measureDrain(pool: Pool, outbox: Outbox, queue: JobQueue<MailJob>): Promise<void> {
  const fill = `INSERT INTO outbox (case_id, revision, notice, created_at)
    SELECT id, 3, 'reviewersWanted', now() FROM request WHERE ref LIKE 'HRA-B%' ORDER BY seq LIMIT ${FULL}`;
  await pool.query(fill);
  const bareStart = performance.now();
  await pool.query('UPDATE outbox SET dispatched_at = now() WHERE dispatched_at IS NULL');
  const bare = FULL / ((performance.now() - bareStart) / 1000);
  await pool.query(fill);
  // As the server does by itself within a minute: what was planned for an outbox of a few rows reads all of it for each mail.
  await pool.query('ANALYZE outbox');
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
