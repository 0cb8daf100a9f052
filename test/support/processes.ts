import { afterAll } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '#platform';

type Environment = Record<string, string>;

/** A program of ours that runs as a process of its own. */
export interface Program {
  readonly pid: number;
  /** Where the web answers. */
  readonly url: string;
  /** Everything that it wrote. */
  output(): string;
  /** Ends it as an operator does, and resolves to how it ended. */
  stop(): Promise<string>;
  /** Ends it as a power cut does. */
  kill(): Promise<string>;
}

const READY_MS = 30_000;
const STOP_MS = 15_000;
const dist = join(projectRoot(), 'dist');

/** A port of the loopback that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function untilReady(child: ChildProcess, ended: Promise<string>, url: string | null): Promise<string | null> {
  let over: string | null = null;
  let said = false;
  void ended.then((how) => (over = how));
  child.on('message', (message: { ready?: boolean }) => (said ||= message.ready === true));
  for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(20)) {
    if (over !== null) return over;
    const ready = url ? (await fetch(`${url}/health/ready`).catch(() => null))?.ok : said;
    if (ready) return null;
  }
  return `was not ready after ${READY_MS / 1000} s`;
}

/** Starts the web or the worker from what was built, and resolves when it is ready. */
export async function startProgram(name: 'web' | 'worker', given: Environment): Promise<Program> {
  const script = join(dist, 'apps', name, 'src', 'main.js');
  if (!existsSync(script)) throw new Error(`${script} is not there. Run "npm run build" first.`);
  const port = Number(given.PORT ?? (await freePort()));
  const url = `http://127.0.0.1:${port}`;
  const guard = join(dist, 'apps/local/src/end-with-parent.js');
  const own: Environment = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    BASE_URL: url,
  };
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', guard, script], {
    env: { PATH: process.env.PATH, ...own, ...given },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (written += text));
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(signal ?? `code ${code}`));
  });
  const end = (signal: NodeJS.Signals) => async (): Promise<string> => {
    child.kill(signal);
    const late = new AbortController();
    const forced = sleep(STOP_MS, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    );
    const how = await ended;
    late.abort();
    await forced;
    return how;
  };
  const trouble = await untilReady(child, ended, name === 'web' ? url : null);
  if (trouble === null)
    return { pid: child.pid!, url, output: () => written, stop: end('SIGTERM'), kill: end('SIGKILL') };
  await end('SIGKILL')();
  throw new Error(`The ${name} ${trouble}:\n${written.slice(-4_000)}`);
}

/** Starts programs for a spec file; whatever still runs at its end is ended. */
export function usePrograms(): { start: typeof startProgram } {
  const running: Program[] = [];
  afterAll(() => Promise.all(running.map((program) => program.stop())));
  return {
    start: async (name, environment) => {
      const program = await startProgram(name, environment);
      running.push(program);
      return program;
    },
  };
}
