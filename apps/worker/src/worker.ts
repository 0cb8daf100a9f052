import {
  ApartMails,
  AwayHolders,
  Casework,
  Conflicts,
  DatabaseClock,
  Deadlines,
  Deployments,
  HookFeed,
  Digests,
  MailFeed,
  MailRecipients,
  AnsweredMails,
  InboundMails,
  People,
  Mails,
  openDatabase,
  Outbox,
  loadHolidays,
  Recounts,
  PanelAnswers,
  PanelDates,
  ReferenceData,
  unreachedSteps,
  WhatHasEnded,
  type Unreached,
} from '#casework';
import { SYSTEM } from '#domain';
import {
  listen,
  migrateQueues,
  openLog,
  openMailer,
  openQueues,
  pgPool,
  bootEnvironment,
  postOutside,
  ReturnAddresses,
  systemClock,
  addressIn,
  openFileStore,
} from '#platform';
import { DeadlineWatch } from './deadlines.js';
import { HandOver } from './hand-over.js';
import { HOOK_QUEUE, HOOK_TRIES, HookSender, type HookJob } from './hooks.js';
import { DigestWatch } from './digests.js';
import { InvitationAnswers } from './inbound/invitation-answers.js';
import { Inbound } from './inbound/inbound.js';
import { Sorter } from './inbound/sorter.js';
import { Loop } from './loop.js';
import { MAIL_QUEUE, MAIL_TRIES, MailSender, type MailJob } from './mail.js';
import { hookRelay, mailRelay } from './relays.js';

const MAILS_AT_ONCE = 5;
const HOOKS_AT_ONCE = 5;
const SWEEP_MS = { demo: 5_000, real: 30_000 };
/** How often what has ended long ago is removed. */
const PURGE_MS = 3_600_000;
/** Shorter than what the launcher and container runtimes grant: a mail under way then is taken again at the next start. */
const GRACE_MS = 8_000;

const environment = bootEnvironment();
const { databaseUrl, databasePool, redisUrl, demo, inbound } = environment;
const log = await openLog({ name: 'worker', level: environment.logLevel });
const onError = (error: Error): void => log.error(error);

const dataSource = await openDatabase(databaseUrl, databasePool, 'hra worker');
const pool = pgPool(dataSource);
const clock = await DatabaseClock.open(pool, demo);
const today = (): string => clock.now().toISOString().slice(0, 10);
const reference = await new ReferenceData(pool).load(today());

if (!redisUrl) await migrateQueues(databaseUrl);
const queues = await openQueues({ databaseUrl, ...(redisUrl ? { redisUrl } : {}), onError });
const firstRetryMs = environment.jobRetryMs;
const queue = queues.queue<MailJob>(MAIL_QUEUE, { ...MAIL_TRIES, firstRetryMs });
const hookQueue = queues.queue<HookJob>(HOOK_QUEUE, { ...HOOK_TRIES, firstRetryMs });
const mailer = openMailer(environment.smtpUrl, environment.mailFrom);

const mails = new Mails(pool, clock, reference);
const casework = new Casework(pool, clock, reference);
/** A refusal says that it is recorded already, or that nobody is waited for any more. */
const onUnreached = async (unreached: Unreached): Promise<void> => {
  for (const { ref, event } of unreachedSteps(unreached))
    await casework.advance(ref, SYSTEM, event, { revision: 'latest' });
};
const relay = mailRelay({
  outbox: new Outbox(pool, clock, reference),
  mails,
  feed: new MailFeed(pool, clock, environment.mailHoldAbove),
  queue,
  onUnreached,
  onHeld: (held) => log.warn(held, 'So many mails at once wait for an administrator'),
  onError,
});
const hookFeed = new HookFeed(pool, clock);
const hooks = hookRelay({ feed: hookFeed, queue: hookQueue, onError });
const deployments = new Deployments(pool, clock, reference);
const watch = new DeadlineWatch({
  clocks: new Deadlines(pool, clock),
  casework,
  deployments,
  conflicts: new Conflicts(pool, clock, reference),
  holders: new AwayHolders(pool, clock, reference),
  log,
  everyMs: demo ? SWEEP_MS.demo : SWEEP_MS.real,
});

const recounts = new Recounts(pool, clock, reference, { requests: casework, posts: deployments });
/** Takes what waits, some at a time; where all of it fails, it is left until the next time. */
const recounting = new Loop(
  async () => {
    for (let taken = 1; taken > 0;) taken = await recounts.take(onError);
  },
  demo ? SWEEP_MS.demo : SWEEP_MS.real,
  onError,
);

const ended = new WhatHasEnded(pool, clock);
const panelDates = new PanelDates(pool, clock);
const purge = new Loop(
  async () => {
    // Who came to a round or left it since the date of its panel was set.
    await panelDates.invite();
    const removed = await ended.purge();
    if (Object.values(removed).some((n) => n > 0)) log.info(removed, 'What had ended long ago is removed');
    // The years that are kept go on with the calendar.
    const loaded = await loadHolidays(pool, clock.now(), true);
    if (loaded) log.info({ loaded }, 'Holidays of another year are loaded');
  },
  PURGE_MS,
  onError,
);

// A job that failed for good while its mail is still to be sent lost its database at the wrong moment.
await queue.retryFailed().catch(onError);
const wake = (): void => {
  relay.wake();
  hooks.wake();
};
const digests = new Digests(pool, clock, reference);
const recipients = new MailRecipients(pool, clock);
const addresses = inbound ? new ReturnAddresses(await recipients.key(), inbound.domain) : null;
const handOver = new HandOver({ mailer, recipients, addresses, baseUrl: environment.baseUrl });
const sender = new MailSender({
  mails,
  apart: new ApartMails(pool, mails, digests),
  onUnreached,
  onDone: relay.goOn,
  handOver,
  queue,
  sender: { ...environment, ...(addresses ? { answers: addresses } : {}) },
  log,
});
queues.worker<MailJob>(MAIL_QUEUE, (job) => sender.send(job), {
  concurrency: MAILS_AT_ONCE,
  lockMs: environment.jobLeaseMs,
  ...(environment.mailPerMinute ? { limiter: { max: environment.mailPerMinute, durationMs: 60_000 } } : {}),
  onFailed: (job, error) => log.warn({ mail: job.data.mail, attempt: job.attempt }, error.message),
});

const { baseUrl } = environment;
const hookSender = new HookSender({ feed: hookFeed, post: postOutside, baseUrl, demo, clock: systemClock });
queues.worker<HookJob>(HOOK_QUEUE, (job) => hookSender.send(job), {
  concurrency: HOOKS_AT_ONCE,
  lockMs: environment.jobLeaseMs,
  onFailed: (job, error) => log.warn({ hook: job.data.hook, attempt: job.attempt }, error.message),
});
const digestWatch = new DigestWatch({
  digests,
  onMails: wake,
  log,
  everyMs: demo ? SWEEP_MS.demo : SWEEP_MS.real,
});

const door = addresses && inbound ? await inboundAt(addresses, inbound) : null;

const readReference = (): void => void reference.load(today()).catch(onError);
const listeners = await Promise.all([
  listen(pool, 'outbox', wake, { onConnected: wake, onLost: onError }),
  listen(pool, 'inbound', () => door?.wake(), { onConnected: () => door?.wake(), onLost: onError }),
  listen(pool, 'recount', () => recounting.wake(), { onConnected: () => recounting.wake(), onLost: onError }),
  listen(pool, 'reference', readReference, { onConnected: readReference, onLost: onError }),
]);
clock.moved = () => {
  watch.wake();
  digestWatch.wake();
  purge.wake();
};
watch.wake();
digestWatch.wake();
purge.wake();

/** Where mails can come back: who takes them, and who looks at them. */
async function inboundAt(at: ReturnAddresses, settings: NonNullable<typeof inbound>): Promise<Inbound> {
  const kept = new InboundMails(pool, clock);
  const people = new People(pool, clock);
  const sorter = new Sorter({
    inbound: kept,
    answered: new AnsweredMails(pool, people),
    invitations: new InvitationAnswers({ answers: new PanelAnswers(pool, clock), people, baseUrl }),
    mails,
    onUnreached,
    addresses: at,
    files: await openFileStore(environment),
    ourAddress: addressIn(environment.mailFrom),
    largestFile: environment.uploadMaxBytes,
    clock,
    log,
  });
  return new Inbound({ inbound: kept, sorter, settings, log });
}

let ending = false;
/** Takes nothing new, lets what is under way finish, and leaves. */
async function end(signal: string): Promise<void> {
  if (ending) return;
  ending = true;
  log.info(`Ending: ${signal}`);
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  await Promise.all([
    watch.stop(),
    digestWatch.stop(),
    relay.stop(),
    hooks.stop(),
    door?.close(),
    purge.stop(),
    recounting.stop(),
    clock.close(),
    ...listeners.map((listener) => listener.close()),
  ]);
  await queues.close();
  mailer.close();
  await dataSource.destroy();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal).catch(onError));

await door?.open();
log.info({ queues: queues.backend }, 'Ready');
process.send?.({ ready: true });
