import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HEAP_ENVIRONMENT, HEAP_OPTIONS } from '#platform';
import type { Part } from './supervisor.js';

/** A program of ours that runs as a process of its own. */
export interface ChildProgram {
  script: string;
  environment: NodeJS.ProcessEnv;
  logFile: string;
  /** Answers 200 when the program is ready; without it, the program says so itself: `process.send({ ready: true })`. */
  readyUrl?: string;
}

const READY_MS = 60_000;
const STOP_MS = 10_000;
const LOG_BYTES = 5 * 1024 * 1024;

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file) && statSync(file).size > LOG_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** Returns the last lines that a program wrote since the given place in its log, for whoever wonders why it ended. */
function lastWords(file: string, from: number): string {
  const lines = readFileSync(file).subarray(from).toString('utf8').trimEnd().split('\n').slice(-12);
  return `${lines.map((line) => `    ${line.slice(0, 400)}`).join('\n')}\n    (all of it in ${file})`;
}

function spawnProgram({ script, environment }: ChildProgram, log: number): ChildProcess {
  // Beside this file and of its kind: compiled in dist, as it stands in the tests.
  const [maps, guard] = ['source-maps', 'end-with-parent'].map((name) =>
    join(import.meta.dirname, `${name}${extname(import.meta.filename)}`),
  ) as [string, string];
  // Detached: on Ctrl-C the parts end one after the other, and only when they are told to.
  return spawn(process.execPath, [...HEAP_OPTIONS, '--import', maps, '--import', guard, script], {
    env: { ...HEAP_ENVIRONMENT, ...environment },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
}

/** The status of an address, or nothing. Without `fetch`: loading that takes longer than everything else that waits here. */
function statusAt(url: string, ending: AbortSignal): Promise<number | undefined> {
  return new Promise((resolve) => {
    const signal = AbortSignal.any([ending, AbortSignal.timeout(5_000)]);
    const asked = get(url, { signal, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', () => resolve(undefined));
  });
}

async function answers(url: string, ending: AbortSignal): Promise<void> {
  for (; !ending.aborted; await sleep(30)) {
    if ((await statusAt(url, ending)) === 200) return;
  }
}

function saysReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('message', (message: { ready?: boolean }) => {
      if (message.ready) resolve();
    });
  });
}

async function stopChild(child: ChildProcess, exited: Promise<string>): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (child.exitCode !== null || child.signalCode !== null || !child.kill(signal)) return;
    const late = new AbortController();
    await Promise.race([exited, sleep(STOP_MS, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
  }
}

/** Resolves when the program is ready, or to the reason why it will not be. */
async function readyOrNot(child: ChildProcess, program: ChildProgram, exited: Promise<string>, ending: AbortSignal) {
  const settled = new AbortController();
  const given = AbortSignal.any([ending, settled.signal, AbortSignal.timeout(READY_MS)]);
  const late = new Promise<string>((resolve) => {
    given.addEventListener('abort', () => resolve(`was not ready after ${READY_MS / 1_000} s`));
  });
  const ready = program.readyUrl ? answers(program.readyUrl, given) : saysReady(child);
  const early = exited.then((how) => `${how} before it was ready`);
  try {
    return await Promise.race([late, early, ready.then(() => undefined)]);
  } finally {
    settled.abort();
  }
}

/** Starts a program and resolves when it is ready; rejects with the reason when it will not be. */
export async function startChild(program: ChildProgram, ending: AbortSignal): Promise<Part> {
  const log = openLog(program.logFile);
  const before = fstatSync(log).size;
  const child = spawnProgram(program, log);
  closeSync(log);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be run: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`));
  });
  const trouble = await readyOrNot(child, program, exited, ending);
  const words = (): string => lastWords(program.logFile, before);
  if (trouble !== undefined) {
    await stopChild(child, exited);
    throw new Error(`${trouble}\n${words()}`);
  }
  return { exited, lastWords: words, stop: () => stopChild(child, exited) };
}
