import { type ChildProcess, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  bareEnvironment,
  type Cluster,
  ensureCluster,
  giveTo,
  passwordOf,
  ROLE,
  settleCluster,
} from './embedded-postgres/cluster.js';
import { endOrphan, ownerSetting } from './embedded-postgres/orphan.js';
import { PostgresTrouble } from './embedded-postgres/trouble.js';
import { freePort } from './free-port.js';

export { PostgresTrouble };

/** How an embedded PostgreSQL is to run. */
export interface PostgresOptions {
  /** Where the data are wanted; for root in a closed folder they are kept elsewhere, see `dataDir` of what is returned. */
  dataDir: string;
  /** Taken when it is free; else the port of last time, else any. */
  port?: number;
  /** Gives up durability for speed. */
  testMode?: boolean;
  maxConnections?: number;
  /** Told what the person who starts should know. */
  log?: (line: string) => void;
}

/** A PostgreSQL server that this process owns. */
export interface EmbeddedPostgres {
  port: number;
  pid: number;
  /** Where the data really are. */
  dataDir: string;
  /** Resolves, when the server has ended for whatever reason, to how it ended. */
  exited: Promise<string>;
  url(database: string): string;
  /** Creates a database; without a template, one that exists is left as it is. Resolves to whether it was created. */
  createDatabase(name: string, template?: string): Promise<boolean>;
  stop(): Promise<void>;
}

interface Server {
  child: ChildProcess;
  port: number;
  exited: Promise<string>;
}

const START_MS = 120_000;
const STOP_MS = 15_000;
const ATTEMPTS = 20;

function settings({ testMode, maxConnections = 100 }: PostgresOptions): string[] {
  const fast = testMode ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : [];
  const wanted = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `max_connections=${maxConnections}`];
  const quiet = ['timezone=UTC', 'log_timezone=UTC', 'log_checkpoints=off'];
  return [ownerSetting(), ...wanted, ...quiet, ...fast].flatMap((setting) => ['-c', setting]);
}

function openLog({ dataDir, account }: Cluster): number {
  const file = join(dataDir, 'server.log');
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.1`);
  const log = fs.openSync(file, 'w', 0o600);
  giveTo(account, file);
  return log;
}

function lastWords(dataDir: string): string {
  const lines = fs.readFileSync(join(dataDir, 'server.log'), 'utf8').trim().split('\n');
  return lines.slice(-6).join('\n');
}

/** The server writes its own state into the eighth line of postmaster.pid. */
function isReady(dataDir: string, pid: number | undefined): boolean {
  try {
    const lines = fs.readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

function run(cluster: Cluster, port: number, options: PostgresOptions): Server {
  const { dataDir, account, binaries } = cluster;
  const log = openLog(cluster);
  // Detached: Ctrl-C reaches a whole process group, and the database must end last, not first.
  const child = spawn(
    join(binaries.folder, 'bin', 'postgres'),
    ['-D', dataDir, '-p', String(port), ...settings(options)],
    { ...account.ids, env: bareEnvironment(), cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  fs.closeSync(log);
  const interrupt = (): boolean => child.kill('SIGINT');
  process.once('exit', interrupt);
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  void exited.then(() => process.off('exit', interrupt));
  return { child, port, exited };
}

async function untilReady({ child, exited }: Server, dataDir: string): Promise<boolean> {
  let over = false;
  void exited.then(() => (over = true));
  for (const until = performance.now() + START_MS; performance.now() < until && !over; await sleep(10)) {
    if (isReady(dataDir, child.pid)) return true;
  }
  return false;
}

async function stopServer({ child, exited }: Server): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!child.kill(signal)) return;
    const late = new AbortController();
    const ended = await Promise.race([
      exited,
      sleep(STOP_MS, undefined, { signal: late.signal }).catch(() => undefined),
    ]);
    late.abort();
    if (ended !== undefined) return;
  }
}

function lastPort(dataDir: string): number[] {
  const file = join(dataDir, 'hra-port');
  return fs.existsSync(file) ? [Number(fs.readFileSync(file, 'utf8')) || 0] : [];
}

function keepPort({ dataDir, account }: Cluster, port: number): void {
  const file = join(dataDir, 'hra-port');
  fs.writeFileSync(file, `${port}\n`, { mode: 0o600 });
  giveTo(account, file);
}

/** Somebody may take the port between looking and listening; workers of a killed server may need a moment to end. */
const PASSES = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/;

async function startServer(cluster: Cluster, options: PostgresOptions): Promise<Server> {
  const { dataDir } = cluster;
  for (let attempt = 1; ; attempt += 1) {
    const wanted = [...(options.port ? [options.port] : []), ...lastPort(dataDir)];
    const server = run(cluster, await freePort(...wanted), options);
    if (await untilReady(server, dataDir)) return server;
    await stopServer(server);
    const words = lastWords(dataDir);
    if (attempt < ATTEMPTS && PASSES.test(words)) await sleep(100);
    else throw new PostgresTrouble(`PostgreSQL did not start with the data in ${dataDir}:\n${words}`);
  }
}

/**
 * Creates a database on the server of the given address, and resolves to whether it did: without a template, one that
 * exists is left as it is.
 */
export async function createDatabase(url: string, name: string, template?: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const copy = template ? ` template ${client.escapeIdentifier(template)}` : '';
    await client.query(`create database ${client.escapeIdentifier(name)}${copy}`);
    return true;
  } catch (error) {
    if (template || (error as { code?: string }).code !== '42P04') throw error;
    return false;
  } finally {
    await client.end();
  }
}

/** Starts a PostgreSQL server on the given data, which are made when they are missing; throws PostgresTrouble. */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const cluster = settleCluster(resolve(options.dataDir), log);
  const { dataDir } = cluster;
  await endOrphan(dataDir, log);
  await ensureCluster(cluster, !options.testMode);
  const password = passwordOf(dataDir);
  const server = await startServer(cluster, options);
  keepPort(cluster, server.port);
  const url = (database: string): string => `postgres://${ROLE}:${password}@127.0.0.1:${server.port}/${database}`;
  return {
    port: server.port,
    pid: server.child.pid as number,
    dataDir,
    exited: server.exited,
    url,
    createDatabase: (name, template) => createDatabase(url('postgres'), name, template),
    stop: () => stopServer(server),
  };
}
