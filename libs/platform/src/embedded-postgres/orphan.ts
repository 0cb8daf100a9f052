import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandOf, parentOf, processesIn } from './process-table.js';
import { PostgresTrouble } from './trouble.js';

const PATIENCE_MS = 10_000;

function firstNumber(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}

function serves(pid: number, dataDir: string): boolean {
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(`-D ${dataDir} `);
}

async function ends(pid: number, dataDir: string): Promise<boolean> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(20)) {
    if (!serves(pid, dataDir)) return true;
  }
  return false;
}

/** A setting that PostgreSQL carries on its command line: whose child it is. Once its parent is another, that owner died. */
export function ownerSetting(): string {
  return `hra.owner=${process.pid}`;
}

async function endServer(pid: number, dataDir: string): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new PostgresTrouble(
        `A PostgreSQL server of another user (process ${pid}) still uses the database in ${dataDir}. Stop it first.`,
      );
    }
    if (await ends(pid, dataDir)) return;
  }
}

/** Stops a server that outlived its owner, and clears what a dead one left; refuses when the owner still lives. */
export async function endOrphan(dataDir: string, log: (line: string) => void): Promise<void> {
  const lock = join(dataDir, 'postmaster.pid');
  const pid = firstNumber(lock);
  if (pid === undefined) return;
  if (!serves(pid, dataDir)) {
    // PostgreSQL would take any process that now has this number for a server, so the note must go. It is also what
    // keeps it from starting beside workers of a server that was killed: wait for those here.
    while (processesIn(dataDir).length > 0) await sleep(50);
    rmSync(lock, { force: true });
    return;
  }
  const owner = parentOf(pid);
  if (commandOf(pid).includes(`hra.owner=${owner} `)) {
    throw new PostgresTrouble(`The database in ${dataDir} is in use by process ${owner}. Stop that one first.`);
  }
  log('Stopping a PostgreSQL server that an earlier start left behind');
  await endServer(pid, dataDir);
}
