import type { JobsOptions, KeepJobs } from 'bullmq';
import type { BullJob, BullQueue, BullWorker, QueueEngine } from './queue-engine.js';

/** Thrown by a handler when trying again would be pointless: the job fails at once. */
export class GiveUp extends Error {
  // BullMQ knows such errors by this name; its own class would load all of BullMQ into processes without queues.
  override readonly name = 'UnrecoverableError';
}

export interface JobOptions {
  /** A second job with the identifier of one that is still known is not added. Neither a number nor with a colon. */
  id?: string;
  delayMs?: number;
  /** 1 goes before 2; jobs without one go first. */
  priority?: number;
}

export interface QueueDefaults {
  /** How often a job is tried before it counts as failed. */
  attempts: number;
  /** The wait before the second try; it doubles with each further one, less up to a half by chance. */
  firstRetryMs: number;
  /** How long finished jobs are remembered, and with them their identifiers refused. By number, each job that is done would sort all that were done before. */
  rememberDoneSeconds: number;
}

export interface Job<T> {
  id: string;
  data: T;
  /** 1 at the first try. */
  attempt: number;
  lastAttempt: boolean;
}

export interface FailedJob<T> {
  id: string;
  data: T;
  /** How often it was tried. */
  attempts: number;
  reason: string;
}

/** A queue for one kind of job. */
export interface JobQueue<T extends object> {
  readonly name: string;
  add(data: T, options?: JobOptions): Promise<void>;
  /** Adds many jobs in one trip. */
  addAll(jobs: readonly (JobOptions & { data: T })[]): Promise<void>;
  /** Counts by state: waiting, active, delayed, completed, failed … */
  counts(): Promise<Record<string, number>>;
  /** The latest jobs that failed for good. */
  failed(limit?: number): Promise<FailedJob<T>[]>;
  /** Puts all failed jobs back to be tried again. */
  retryFailed(): Promise<void>;
}

export interface WorkerSettings<T extends object> {
  concurrency?: number;
  /** At most `max` jobs in any `durationMs`, over all workers of the queue. */
  limiter?: { max: number; durationMs: number };
  /** How long a job of a process that died stays taken; a living worker renews it. */
  lockMs?: number;
  /** Told after every failed try. */
  onFailed?: (job: Job<T>, error: Error) => void;
}

export interface JobWorker {
  readonly name: string;
  /** Takes no new job and waits for those under way. */
  close(): Promise<void>;
}

/** All queues and workers of a process, on whichever backend is configured. */
export interface Queues {
  readonly backend: 'postgres' | 'redis';
  queue<T extends object>(name: string, defaults?: Partial<QueueDefaults>): JobQueue<T>;
  worker<T extends object>(
    name: string,
    handler: (job: Job<T>) => Promise<void>,
    settings?: WorkerSettings<T>,
  ): JobWorker;
  /** Counts of every queue opened here. */
  depths(): Promise<Record<string, Record<string, number>>>;
  ping(): Promise<void>;
  /** Closes workers first, then queues, then connections. */
  close(): Promise<void>;
}

export interface QueueSettings {
  /** With it the jobs live in Redis, else in the database. */
  redisUrl?: string;
  databaseUrl: string;
  /** The most database connections: one for each worker's listening and one for each job under way. */
  connections?: number;
  /** Told of broken connections and the like, which the queues get over by themselves. */
  onError: (error: Error) => void;
}

const DAY = 24 * 60 * 60;
const DEFAULTS: QueueDefaults = {
  attempts: 8,
  firstRetryMs: 10_000,
  rememberDoneSeconds: DAY,
};
const DEFAULT_CONNECTIONS = 20;
const DEFAULT_LOCK_MS = 30_000;
const JITTER = 0.5;
/** How long a worker waits after its backend failed it; BullMQ's own 15 s would keep mail waiting after each restart. */
const RECOVERY_MS = 2_000;
const LOOKS_IN_A_LOCK = 4;
/** A job that was under way in this many processes that died is the likely cause. */
const MOST_STALLS = 5;
const STATES = ['waiting', 'active', 'delayed', 'prioritized', 'completed', 'failed'] as const;

function bullOptions(options: JobOptions): JobsOptions {
  return { jobId: options.id, delay: options.delayMs, priority: options.priority };
}

function asJob<T>(job: BullJob): Job<T> {
  const attempts = job.opts.attempts ?? 1;
  const attempt = job.attemptsMade + 1;
  return { id: job.id ?? '', data: job.data as T, attempt, lastAttempt: attempt >= attempts };
}

class OpenQueue<T extends object> implements JobQueue<T> {
  constructor(
    readonly name: string,
    private readonly bull: BullQueue,
  ) {}

  async add(data: T, options: JobOptions = {}): Promise<void> {
    await this.bull.add(this.name, data, bullOptions(options));
  }

  async addAll(jobs: readonly (JobOptions & { data: T })[]): Promise<void> {
    const [first, ...more] = jobs;
    if (!first) return;
    // Many at once go by a temporary table, which costs ten times what one job does.
    if (more.length === 0) return this.add(first.data, first);
    await this.bull.addBulk(jobs.map((job) => ({ name: this.name, data: job.data, opts: bullOptions(job) })));
  }

  counts(): Promise<Record<string, number>> {
    return this.bull.getJobCounts(...STATES);
  }

  async failed(limit = 50): Promise<FailedJob<T>[]> {
    const jobs = await this.bull.getFailed(0, limit - 1);
    return jobs.map((job) => ({
      id: job.id ?? '',
      data: job.data as T,
      attempts: job.attemptsMade,
      reason: job.failedReason ?? '',
    }));
  }

  retryFailed(): Promise<void> {
    return this.bull.retryJobs({ state: 'failed' });
  }
}

class OpenQueues implements Queues {
  private readonly queues = new Map<
    string,
    { bull: BullQueue; open: { name: string; counts(): Promise<Record<string, number>> } }
  >();
  private readonly workers: BullWorker[] = [];

  constructor(
    private readonly engine: QueueEngine,
    private readonly onError: (error: Error) => void,
  ) {}

  get backend(): 'postgres' | 'redis' {
    return this.engine.backend;
  }

  queue<T extends object>(name: string, defaults: Partial<QueueDefaults> = {}): JobQueue<T> {
    const existing = this.queues.get(name);
    if (existing) return existing.open as JobQueue<T>;
    const { attempts, firstRetryMs, rememberDoneSeconds } = { ...DEFAULTS, ...defaults };
    const removeOnComplete: KeepJobs = { age: rememberDoneSeconds };
    const backoff = { type: 'exponential', delay: firstRetryMs, jitter: JITTER };
    const bull = this.engine.queue(name, {
      defaultJobOptions: { attempts, backoff, removeOnComplete, removeOnFail: false },
    });
    bull.on('error', this.onError);
    const open = new OpenQueue<T>(name, bull);
    this.queues.set(name, { bull, open });
    return open;
  }

  worker<T extends object>(
    name: string,
    handler: (job: Job<T>) => Promise<void>,
    settings: WorkerSettings<T> = {},
  ): JobWorker {
    const { concurrency = 1, limiter, lockMs = DEFAULT_LOCK_MS, onFailed } = settings;
    const worker = this.engine.worker(name, (job) => handler(asJob<T>(job)), {
      concurrency,
      limiter: limiter && { max: limiter.max, duration: limiter.durationMs },
      lockDuration: lockMs,
      // Two looks find what a dead process had; a lock that still holds is left alone, however often it is looked.
      stalledInterval: Math.ceil(lockMs / LOOKS_IN_A_LOCK),
      maxStalledCount: MOST_STALLS,
      runRetryDelay: RECOVERY_MS,
    });
    worker.on('error', this.onError);
    worker.on('failed', (job, error) => {
      // The try that failed is already counted here.
      if (job) onFailed?.({ ...asJob<T>(job), attempt: job.attemptsMade, lastAttempt: isOver(job, error) }, error);
    });
    this.workers.push(worker);
    return { name, close: () => worker.close() };
  }

  async depths(): Promise<Record<string, Record<string, number>>> {
    const all = [...this.queues.values()].map(async ({ open }) => [open.name, await open.counts()] as const);
    return Object.fromEntries(await Promise.all(all));
  }

  ping(): Promise<void> {
    return this.engine.ping();
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all([...this.queues.values()].map(({ bull }) => bull.close()));
    await this.engine.close();
  }
}

function isOver(job: BullJob, error: Error): boolean {
  return error instanceof GiveUp || job.attemptsMade >= (job.opts.attempts ?? 1);
}

/** Creates or updates the tables of the queues in the database; safe to run at every start and from many processes. */
export async function migrateQueues(databaseUrl: string): Promise<void> {
  const { migrate } = await import('./queue-engine.js');
  await migrate(databaseUrl);
}

/** Opens the job queues: in Redis when its address is given, else in the database (run `migrateQueues` once before). */
export async function openQueues(settings: QueueSettings): Promise<Queues> {
  const { redisUrl, databaseUrl, connections = DEFAULT_CONNECTIONS, onError } = settings;
  // Loaded when first needed: BullMQ and ioredis cost a quarter of a second and 40 MB that the pages do without.
  const { postgresEngine, redisEngine } = await import('./queue-engine.js');
  const engine = redisUrl ? redisEngine(redisUrl, onError) : postgresEngine(databaseUrl, connections, onError);
  return new OpenQueues(engine, onError);
}
