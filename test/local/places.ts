import { afterAll } from '@jest/globals';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OWNER = join(import.meta.dirname, 'owner.mjs');

/** Makes a folder for one spec file, which other users may enter; it goes when the file is done. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `hra-${name}-`));
  chmodSync(folder, 0o755);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts a process that owns something, and resolves to what it says of it. */
export async function startOwner<T>(...args: string[]): Promise<{ owner: ChildProcess; says: T }> {
  const owner = fork(OWNER, args, { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const says = await new Promise<T>((resolve, reject) => {
    owner.once('message', (message) => resolve(message as T));
    owner.once('exit', (code) => reject(new Error(`The owner ended with code ${code}.`)));
  });
  return { owner, says };
}

/** Ends a process, and waits until it is gone: until then what it owns is in use. */
export async function endOwner(owner: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(owner, 'exit');
  owner.kill(signal);
  await gone;
}
