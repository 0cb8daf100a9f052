import { createPostgresBackend, Queue, runMigrations, withBackend, Worker } from 'bullmq';
import type { Job, QueueOptions, WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { outliving } from './database.js';

/** The parts of BullMQ's classes that both backends share and that we use. */
export type BullQueue = Pick<
  Queue<object, void>,
  'add' | 'addBulk' | 'close' | 'getJobCounts' | 'getFailed' | 'retryJobs' | 'waitUntilReady'
> & { on(event: 'error', listener: (error: Error) => void): unknown };
export type BullJob = Job<object, void>;
export type BullProcessor = (job: BullJob) => Promise<void>;
export interface BullWorker {
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: BullJob | undefined, error: Error) => void): unknown;
}

/** BullMQ bound to one of its backends, with the connections that it needs. */
export interface QueueEngine {
  readonly backend: 'postgres' | 'redis';
  queue(name: string, options: Omit<QueueOptions, 'connection'>): BullQueue;
  worker(name: string, processor: BullProcessor, options: Omit<WorkerOptions, 'connection'>): BullWorker;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const SCHEMA = 'bullmq';
/** A command gives up after about a second of a missing Redis, so that a caller learns of it. */
const PRODUCER_RETRIES = 3;

/** Creates or updates BullMQ's tables in the schema `bullmq`. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
}

/**
 * Opens BullMQ on PostgreSQL with a pool of its own: its functions expect `search_path` to be their schema. Its commits
 * do not wait for the disk: what a job is about is on disk before, and a job that is lost with the machine is added again.
 */
export function postgresEngine(databaseUrl: string, connections: number, onError: (error: Error) => void): QueueEngine {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    keepAlive: true,
    options: `-c search_path=${SCHEMA} -c synchronous_commit=off`,
    application_name: 'queue',
  });
  outliving(pool).on('error', onError);
  // Each queue and worker adds a listener of its own to the pool that they share.
  pool.setMaxListeners(0);
  const bull = withBackend(createPostgresBackend);
  return {
    backend: 'postgres',
    queue: (name, options) => new bull.Queue<object, void>(name, { ...options, connection: pool }),
    worker: (name, processor, options) =>
      new bull.Worker<object, void>(name, processor, { ...options, connection: pool }),
    ping: async () => void (await pool.query('select 1')),
    close: () => pool.end(),
  };
}

/** Opens BullMQ on Redis. */
export function redisEngine(redisUrl: string, onError: (error: Error) => void): QueueEngine {
  const producers = new Redis(redisUrl, { maxRetriesPerRequest: PRODUCER_RETRIES });
  // BullMQ insists on endless retries for workers: they wait for Redis to come back.
  const consumers = new Redis(redisUrl, { maxRetriesPerRequest: null, lazyConnect: true });
  producers.on('error', onError);
  consumers.on('error', onError);
  return {
    backend: 'redis',
    queue: (name, options) => new Queue<object, void>(name, { ...options, connection: producers }),
    worker: (name, processor, options) =>
      new Worker<object, void>(name, processor, { ...options, connection: consumers }),
    ping: async () => void (await producers.ping()),
    close: async () => {
      producers.disconnect();
      consumers.disconnect();
    },
  };
}
