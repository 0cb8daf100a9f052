import { expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { forgetRunningEnvironment, noteRunningEnvironment, runningEnvironment } from '#platform';
import { announcePeople, announceReady } from '../../apps/local/src/announcement.js';
import { startChild } from '../../apps/local/src/child-process.js';
import { settle } from '../../apps/local/src/settings.js';
import { type Part, Supervisor } from '../../apps/local/src/supervisor.js';
import { until } from '../support/until.js';
import { ownFolder, startOwner } from './places.js';

const folder = ownFolder('launcher');
const never = new AbortController().signal;

/** Writes a program that runs in a process of its own. */
function program(name: string, code: string) {
  const script = join(folder, `${name}.mjs`);
  writeFileSync(script, code);
  return { script, environment: process.env, logFile: join(folder, 'logs', `${name}.log`) };
}

const STAYS = 'process.send({ ready: true }); setInterval(() => {}, 1000);';

test('a program that ends before it is ready is reported with its last words', async () => {
  const broken = program('broken', "console.error('The settings are wrong.'); process.exit(3);");
  await expect(startChild(broken, never)).rejects.toThrow(
    /^ended with code 3 before it was ready\n    The settings are wrong\.\n/,
  );
});

test('a program is ready when its address answers, and ends when it is asked', async () => {
  const web = program(
    'web',
    `import { createServer } from 'node:http';
     const server = createServer((request, response) => response.writeHead(request.url === '/ready' ? 200 : 404).end());
     setTimeout(() => server.listen(Number(process.env.PORT), '127.0.0.1'), 200);
     process.once('SIGTERM', () => process.exit(0));`,
  );
  const port = await freeOne();
  const environment = { ...web.environment, PORT: String(port) };
  const child = await startChild({ ...web, environment, readyUrl: `http://127.0.0.1:${port}/ready` }, never);
  await child.stop();
  expect(await child.exited).toBe('ended with code 0');
});

test('a program that is only starting ends when everything is stopped', async () => {
  const ending = new AbortController();
  const slow = startChild(program('slow', 'setInterval(() => {}, 1000);'), ending.signal);
  setTimeout(() => ending.abort(), 300);
  await expect(slow).rejects.toThrow(/was not ready/);
});

const QUICK = { failures: 3, withinMs: 60_000, pausesMs: [0, 200] };

test('what dies is started again after a growing pause; what dies again and again is told, once', async () => {
  const told: string[] = [];
  const trouble = new Promise<string>((resolve) => {
    const supervisor = new Supervisor((line) => told.push(line), resolve, QUICK);
    const short = program('short', `${STAYS} setTimeout(() => process.exit(5), 100);`);
    void supervisor.run('The worker', (signal) => startChild(short, signal));
  });
  expect(await trouble).toMatch(/^The worker ended with code 5\. It failed 3 times within 60 seconds\n/);
  expect(told.map((line) => line.split('\n')[0])).toEqual([
    'The worker ended with code 5. Starting it again',
    'The worker runs again',
    'The worker ended with code 5. Starting it again in 0.2 seconds',
    'The worker runs again',
  ]);
});

test('failures that lie apart never end the system, however many they are', async () => {
  const told: string[] = [];
  const supervisor = new Supervisor(
    (line) => told.push(line),
    (sentence) => told.push(sentence),
    { ...QUICK, withinMs: 30 },
  );
  let starts = 0;
  const part = async (): Promise<Part> => {
    starts += 1;
    const exited = new Promise<string>((resolve) => setTimeout(resolve, 40, 'was ended by SIGKILL'));
    return { exited, stop: async () => {} };
  };
  await supervisor.run('The worker', part);
  await until('it was started six times', () => starts > 5);
  await supervisor.stop();
  expect(new Set(told)).toEqual(
    new Set(['The worker was ended by SIGKILL. Starting it again', 'The worker runs again']),
  );
});

test('a part that cannot be started again at once is tried again', async () => {
  const told: string[] = [];
  let starts = 0;
  const supervisor = new Supervisor(
    (line) => told.push(line),
    () => {},
    QUICK,
  );
  const part = async (): Promise<Part> => {
    starts += 1;
    if (starts === 2) throw new Error('ended with code 1 before it was ready');
    const exited = starts > 1 ? new Promise<string>(() => {}) : Promise.resolve('was ended by SIGKILL');
    return { exited, stop: async () => {} };
  };
  await supervisor.run('The worker', part);
  await until('it runs again', () => told.includes('The worker runs again'));
  await supervisor.stop();
  expect(told).toEqual([
    'The worker was ended by SIGKILL. Starting it again',
    'The worker ended with code 1 before it was ready. Starting it again in 0.2 seconds',
    'The worker runs again',
  ]);
});

test('parts are stopped in the opposite order, and none is started again then', async () => {
  const order: string[] = [];
  const supervisor = new Supervisor(
    (line) => order.push(line),
    (sentence) => order.push(sentence),
  );
  const part = (name: string) => async (): Promise<Part> => {
    let ended: (how: string) => void = () => {};
    const exited = new Promise<string>((resolve) => (ended = resolve));
    const stop = async (): Promise<void> => {
      order.push(name);
      ended('ended');
    };
    return { exited, stop };
  };
  for (const name of ['database', 'worker', 'web']) await supervisor.run(name, part(name));
  await supervisor.stop();
  expect(order).toEqual(['web', 'worker', 'database']);
});

test('a program whose owner was killed ends itself', async () => {
  const { script, logFile } = program(
    'orphan',
    `import { writeFileSync } from 'node:fs';
     writeFileSync(${JSON.stringify(join(folder, 'orphan-started'))}, '');
     process.once('SIGTERM', () => { writeFileSync(${JSON.stringify(join(folder, 'orphan-ended'))}, ''); process.exit(0); });
     ${STAYS}`,
  );
  const { owner } = await startOwner('child', script, logFile);
  expect(existsSync(join(folder, 'orphan-started'))).toBe(true);
  owner.kill('SIGKILL');
  await until('the program ends', () => existsSync(join(folder, 'orphan-ended')));
});

async function freeOne(): Promise<number> {
  const { port, close } = await squat();
  await close();
  return port;
}

async function squat(): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  return { port: (server.address() as AddressInfo).port, close };
}

test('a port that is taken gives another, in a sentence; four services never get the same one', async () => {
  const { port, close } = await squat();
  const said: string[] = [];
  const { ports } = await settle({ PORT: String(port) }, (line) => said.push(line));
  await close();
  expect(ports.web).not.toBe(port);
  expect(said[0]).toBe(`Port ${port} is taken: the web server uses ${ports.web} instead`);
  expect(new Set(Object.values(ports)).size).toBe(4);
  await expect(settle({ PORT: 'http' }, () => {})).rejects.toThrow('PORT must be a whole number');
});

test('the running system is found by commands, and only while it runs', () => {
  const root = join(folder, 'clone');
  expect(runningEnvironment(root)).toBeUndefined();
  noteRunningEnvironment({ DATABASE_URL: 'postgres://127.0.0.1/hra' }, root);
  expect(runningEnvironment(root)).toEqual({ DATABASE_URL: 'postgres://127.0.0.1/hra' });
  const note = join(root, '.local', 'environment.json');
  expect(statSync(note).mode & 0o777).toBe(0o600);
  const noted = JSON.parse(readFileSync(note, 'utf8')) as object;
  writeFileSync(note, JSON.stringify({ ...noted, pid: 2 ** 22 + 1 }));
  expect(runningEnvironment(root)).toBeUndefined();
  noteRunningEnvironment({}, root);
  forgetRunningEnvironment(root);
  expect(runningEnvironment(root)).toBeUndefined();
});

test('the announcement names the addresses and one person of each role', () => {
  const person = (name: string, role: string) => ({ name, role, place: 'Malawi', email: `${name}@example.org` });
  const people = [person('amina', 'Resident Coordinator'), person('ingrid', 'Reviewer'), person('paulo', 'Reviewer')];
  const ready = announceReady({ seconds: 1.26, webUrl: 'http://127.0.0.1:3000', inboxUrl: 'http://127.0.0.1:3025' });
  expect(ready).toContain('is ready after 1.3 s');
  expect(ready).toContain('http://127.0.0.1:3025');
  const text = announcePeople('http://127.0.0.1:3000', people);
  expect(text).toContain('Resident Coordinator   amina    Malawi   amina@example.org');
  expect(text).not.toContain('paulo');
  expect(text).toContain('and 1 more');
});

test('one start at a time in a clone, whatever became of an earlier one', async () => {
  const note = join(folder, 'locks', 'start.json');
  mkdirSync(join(folder, 'locks'));
  const code = `import { takeLock, holdersOf, dropLock } from ${JSON.stringify(join(import.meta.dirname, '../../bin/start-lock.mjs'))};
    process.send({ taken: takeLock(process.argv[2]), holders: holdersOf(process.argv[2]) });
    process.once('message', () => { dropLock(process.argv[2]); process.exit(); });`;
  const { script } = program('locker', code);
  const ask = (): Promise<Locker> => locker(script, note);
  const first = await ask();
  const second = await ask();
  expect(first.says).toEqual({ taken: true, holders: [first.pid] });
  expect(second.says).toEqual({ taken: false, holders: [first.pid] });
  await second.end();
  await first.kill();
  const third = await ask();
  expect(third.says.taken).toBe(true);
  // The number of a dead process, given to another one since.
  await third.kill();
  const stale = JSON.parse(readFileSync(note, 'utf8')) as { holders: { pid: number; identity: string }[] };
  writeFileSync(note, JSON.stringify({ holders: stale.holders.map((holder) => ({ ...holder, pid: process.pid })) }));
  const fourth = await ask();
  expect(fourth.says.taken).toBe(true);
  await fourth.end();
  expect(existsSync(note)).toBe(false);
});

interface Locker {
  pid: number;
  says: { taken: boolean; holders: number[] };
  end(): Promise<void>;
  kill(): Promise<void>;
}

async function locker(script: string, note: string): Promise<Locker> {
  const child = spawn(process.execPath, [script, note], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const says = await new Promise<Locker['says']>((resolve) => {
    child.once('message', (message) => resolve(message as Locker['says']));
  });
  const end = (): Promise<void> => (child.send('end'), exited);
  const kill = (): Promise<void> => (child.kill('SIGKILL'), exited);
  return { pid: child.pid as number, says, end, kill };
}
