import {
  Casework,
  Conflicts,
  DatabaseClock,
  Deadlines,
  Deployments,
  Mails,
  openDatabase,
  Outbox,
  ReferenceData,
  unreachedSteps,
  WhatHasEnded,
  type Unreached,
} from '#casework';
import { SYSTEM } from '#domain';
import { listen, migrateQueues, openLog, openMailer, openQueues, pgPool, bootEnvironment } from '#platform';
import { DeadlineWatch } from './deadlines.js';
import { Loop } from './loop.js';
import { MAIL_LOCK_MS, MAIL_QUEUE, MAIL_TRIES, MailSender, type MailJob } from './mail.js';
import { Relay } from './relay.js';

const MAILS_AT_ONCE = 5;
const SWEEP_MS = { demo: 5_000, real: 30_000 };
/** How often what has ended long ago is removed. */
const PURGE_MS = 3_600_000;
/** Shorter than what the launcher and container runtimes grant: a mail under way then is taken again at the next start. */
const GRACE_MS = 8_000;

const environment = bootEnvironment();
const { databaseUrl, databasePool, redisUrl, demo } = environment;
const log = await openLog({ name: 'worker', level: environment.logLevel });
const onError = (error: Error): void => log.error(error);

const dataSource = await openDatabase(databaseUrl, databasePool, 'hra worker');
const pool = pgPool(dataSource);
const clock = await DatabaseClock.open(pool, demo);
const today = (): string => clock.now().toISOString().slice(0, 10);
const reference = await new ReferenceData(pool).load(today());

if (!redisUrl) await migrateQueues(databaseUrl);
const queues = await openQueues({ databaseUrl, ...(redisUrl ? { redisUrl } : {}), onError });
const queue = queues.queue<MailJob>(MAIL_QUEUE, MAIL_TRIES);
const mailer = openMailer(environment.smtpUrl, environment.mailFrom);

const mails = new Mails(pool, clock, reference);
const casework = new Casework(pool, clock, reference);
/** A refusal says that it is recorded already, or that nobody is waited for any more. */
const onUnreached = async (unreached: Unreached): Promise<void> => {
  for (const { ref, event } of unreachedSteps(unreached))
    await casework.advance(ref, SYSTEM, event, { revision: 'latest' });
};
const relay = new Relay({ outbox: new Outbox(pool, clock, reference), mails, queue, onUnreached, onError });
const watch = new DeadlineWatch({
  clocks: new Deadlines(pool, clock),
  casework,
  deployments: new Deployments(pool, clock, reference),
  conflicts: new Conflicts(pool, clock, reference),
  log,
  everyMs: demo ? SWEEP_MS.demo : SWEEP_MS.real,
});

const ended = new WhatHasEnded(pool, clock);
const purge = new Loop(
  async () => {
    const removed = await ended.purge();
    if (Object.values(removed).some((n) => n > 0)) log.info(removed, 'What had ended long ago is removed');
  },
  PURGE_MS,
  onError,
);

// A job that failed for good while its mail is still to be sent lost its database at the wrong moment.
await queue.retryFailed().catch(onError);
const sender = new MailSender({ mails, onUnreached, mailer, queue, sender: environment, log });
queues.worker<MailJob>(MAIL_QUEUE, (job) => sender.send(job), {
  concurrency: MAILS_AT_ONCE,
  lockMs: MAIL_LOCK_MS,
  onFailed: (job, error) => log.warn({ mail: job.data.mail, attempt: job.attempt }, error.message),
});

const readReference = (): void => void reference.load(today()).catch(onError);
const listeners = await Promise.all([
  listen(pool, 'outbox', () => relay.wake(), { onConnected: () => relay.wake(), onLost: onError }),
  listen(pool, 'reference', readReference, { onConnected: readReference, onLost: onError }),
]);
clock.moved = () => {
  watch.wake();
  purge.wake();
};
watch.wake();
purge.wake();

let ending = false;
/** Takes nothing new, lets what is under way finish, and leaves. */
async function end(signal: string): Promise<void> {
  if (ending) return;
  ending = true;
  log.info(`Ending: ${signal}`);
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  await Promise.all([
    watch.stop(),
    relay.stop(),
    purge.stop(),
    clock.close(),
    ...listeners.map((listener) => listener.close()),
  ]);
  await queues.close();
  mailer.close();
  await dataSource.destroy();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal).catch(onError));

log.info({ queues: queues.backend }, 'Ready');
process.send?.({ ready: true });
