import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project-root.js';

/** The environment variables of the system that "npm start" runs in this clone. */
export type RunningEnvironment = Record<string, string>;

interface Noted {
  pid: number;
  environment: RunningEnvironment;
}

const FILE = join('.local', 'environment.json');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Notes, readable for this user only, how the system that now runs in this clone can be reached. */
export function noteRunningEnvironment(environment: RunningEnvironment, root = projectRoot()): void {
  const file = join(root, FILE);
  const noted: Noted = { pid: process.pid, environment };
  mkdirSync(dirname(file), { recursive: true });
  rmSync(`${file}.new`, { force: true });
  writeFileSync(`${file}.new`, JSON.stringify(noted, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Takes the note away again when the system has ended. */
export function forgetRunningEnvironment(root = projectRoot()): void {
  rmSync(join(root, FILE), { force: true });
}

/** Returns the environment of the system that runs in this clone, or undefined when none does. */
export function runningEnvironment(root = projectRoot()): RunningEnvironment | undefined {
  let text: string;
  try {
    text = readFileSync(join(root, FILE), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`${join(root, FILE)} cannot be read: the running system belongs to another user.`, {
      cause: error,
    });
  }
  const { pid, environment } = JSON.parse(text) as Noted;
  return isAlive(pid) ? environment : undefined;
}
