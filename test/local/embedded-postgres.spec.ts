import { afterEach, expect, test } from '@jest/globals';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { createDatabase, type EmbeddedPostgres, type PostgresOptions, PostgresTrouble, startPostgres } from '#platform';
import { endOwner, ownFolder, startOwner } from './places.js';

const folder = ownFolder('postgres');
const dataDir = join(folder, 'data');
let running: EmbeddedPostgres | undefined;

async function start(options: Partial<PostgresOptions> = {}): Promise<EmbeddedPostgres> {
  running = await startPostgres({ dataDir, testMode: true, ...options });
  return running;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] && Object.values(rows[0])[0];
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  await running?.stop();
});

test('a fresh folder becomes a database that only this machine and this user can use', async () => {
  const server = await start();
  expect(await ask(server.url('postgres'), 'show server_version')).toMatch(/^18\./);
  expect(await ask(server.url('postgres'), 'show listen_addresses')).toBe('127.0.0.1');
  expect(await ask(server.url('postgres'), 'show server_encoding')).toBe('UTF8');
  const locale = "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'";
  expect(await ask(server.url('postgres'), locale)).toBe('bC.UTF-8');
  const password = statSync(join(server.dataDir, 'hra-password'));
  expect(password.mode & 0o777).toBe(0o600);
  const stranger = new URL(server.url('postgres'));
  stranger.password = 'guess';
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
});

test('data and port survive a stop', async () => {
  const before = await start();
  await before.createDatabase('kept');
  await ask(before.url('kept'), "create table note as select 'still here' as text");
  await before.stop();
  expect(await before.exited).toBe('ended with code 0');
  const after = await start();
  expect(after.port).toBe(before.port);
  expect(await ask(after.url('kept'), 'select text from note')).toBe('still here');
});

test('a database is copied from a template; one that exists is left as it is', async () => {
  const server = await start();
  expect(await server.createDatabase('kept')).toBe(false);
  expect(await server.createDatabase('a "copy"', 'kept')).toBe(true);
  expect(await ask(server.url('a "copy"'), 'select text from note')).toBe('still here');
  await expect(createDatabase(server.url('postgres'), 'a "copy"', 'kept')).rejects.toThrow(/already exists/);
});

test('a server that outlived its killed owner is stopped, and what it had committed is there', async () => {
  const { owner, says } = await startOwner<{ pid: number; url: string }>('postgres', dataDir);
  await ask(says.url, 'create table committed as select 42 as answer');
  await endOwner(owner, 'SIGKILL');
  const lines: string[] = [];
  const server = await start({ log: (line) => lines.push(line) });
  expect(lines).toEqual(['Stopping a PostgreSQL server that an earlier start left behind']);
  expect(server.pid).not.toBe(says.pid);
  expect(await ask(server.url('postgres'), 'select answer from committed')).toBe(42);
});

test('a server that was killed itself starts again', async () => {
  const before = await start({ testMode: false });
  await ask(before.url('postgres'), 'create table before_the_kill as select 7 as answer');
  process.kill(before.pid, 'SIGKILL');
  expect(await before.exited).toBe('was ended by SIGKILL');
  const after = await start();
  expect(await ask(after.url('postgres'), 'select answer from before_the_kill')).toBe(7);
});

test('a database in use is left alone', async () => {
  const { owner, says } = await startOwner<{ url: string }>('postgres', dataDir);
  await expect(start()).rejects.toThrow(`The database in ${dataDir} is in use by process ${owner.pid}.`);
  expect(await ask(says.url, 'select 1')).toBe(1);
  await endOwner(owner, 'SIGTERM');
});

test('a note of a dead server whose number another process has now does not hinder', async () => {
  const server = await start();
  await server.stop();
  writeFileSync(join(server.dataDir, 'postmaster.pid'), `${process.pid}\n${server.dataDir}\n`);
  expect(await ask((await start()).url('postgres'), 'select 1')).toBe(1);
});

test('a taken port gives another', async () => {
  const squatter = createServer();
  const taken = await new Promise<number>((resolve) => {
    squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port));
  });
  const server = await start({ port: taken });
  expect(server.port).not.toBe(taken);
  expect(await ask(server.url('postgres'), 'select 1')).toBe(1);
  squatter.close();
});

test('what a killed start had half made is made anew', async () => {
  const half = join(folder, 'half');
  mkdirSync(`${half}.new-x`);
  writeFileSync(join(`${half}.new-x`, 'PG_VERSION'), '18\n');
  expect(await ask((await start({ dataDir: half })).url('postgres'), 'select 1')).toBe(1);
  expect(readdirSync(folder).filter((name) => name.startsWith('half'))).toEqual(['half']);
});

test('data of another major version give a sentence', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'PG_VERSION'), '17\n');
  const attempt = startPostgres({ dataDir: other });
  await expect(attempt).rejects.toThrow(PostgresTrouble);
  await expect(attempt).rejects.toThrow(/was written by PostgreSQL 17, and this is PostgreSQL 18/);
});
