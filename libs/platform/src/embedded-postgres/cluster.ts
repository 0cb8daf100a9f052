import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Account, chooseAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { existingReachableFolder, fingerprintOf, reachableFolder } from './reachable-folder.js';
import { PostgresTrouble } from './trouble.js';

/** The only database role of an embedded cluster. */
export const ROLE = 'hra';

/** A data folder together with the programs and the user that it is used with. */
export interface Cluster {
  dataDir: string;
  account: Account;
  binaries: Binaries;
}

const PASSWORD_FILE = 'hra-password';

/** What the PostgreSQL programs see of our environment: nothing that could change where or how they run. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function isCluster(folder: string): boolean {
  return fs.existsSync(join(folder, 'PG_VERSION'));
}

/** Hands a file that root made to the user PostgreSQL runs as. */
export function giveTo(account: Account, path: string): void {
  if (account.ids) fs.lchownSync(path, account.ids.uid, account.ids.gid);
}

/** A copy of the folder that root made belongs to root with all that is in it, and PostgreSQL could not use it. */
function takeFromRoot(account: Account, path: string): void {
  giveTo(account, path);
  if (!fs.lstatSync(path).isDirectory()) return;
  for (const name of fs.readdirSync(path)) takeFromRoot(account, join(path, name));
}

function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...account.ids, cwd: '/' }).status === 0;
}

/** Only root can fail to reach its own folder: as the user that PostgreSQL runs as. */
function reachableData(wanted: string, account: Account, log: (line: string) => void): string {
  fs.mkdirSync(dirname(wanted), { recursive: true });
  if (!account.ids || canEnter(account, dirname(wanted))) return wanted;
  if (isCluster(wanted)) {
    throw new PostgresTrouble(
      `The database in ${wanted} belongs to user ${account.name}, who may not enter a folder above it any more. ` +
        'Open those folders to that user (chmod o+x), or move the database away to begin a new one.',
    );
  }
  const outside = join(reachableFolder(), `data-${fingerprintOf(wanted)}`);
  log(`PostgreSQL runs as user ${account.name}, who may not enter this folder: the database is kept in ${outside}`);
  return outside;
}

/** Settles which folder holds the data, which user PostgreSQL runs as, and which programs are run. */
export function settleCluster(wanted: string, log: (line: string) => void): Cluster {
  const known = process.getuid?.() === 0 ? existingReachableFolder() : undefined;
  const outside = known && join(known, `data-${fingerprintOf(wanted)}`);
  // Where the data began, there they stay: opening the folder later must not make them vanish.
  const moved = outside && isCluster(outside) ? outside : undefined;
  const account = chooseAccount(moved ?? wanted);
  const binaries = findBinaries(account, log);
  if (moved) log(`The database is kept in ${moved}`);
  const dataDir = moved ?? reachableData(wanted, account, log);
  if (account.ids && isCluster(dataDir) && fs.statSync(join(dataDir, 'PG_VERSION')).uid === 0)
    takeFromRoot(account, dataDir);
  return { dataDir, account, binaries };
}

function run(program: string, args: string[], account: Account): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const options = { ...account.ids, env: bareEnvironment(), cwd: '/' };
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const end = (): boolean => child.kill('SIGKILL');
    process.once('exit', end);
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', end);
      resolve({ code, output: output.trim() });
    });
  });
}

function checkVersion({ dataDir, binaries }: Cluster): void {
  const found = fs.readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return;
  throw new PostgresTrouble(
    `The database in ${dataDir} was written by PostgreSQL ${found}, and this is PostgreSQL ${binaries.major}. ` +
      'Move that folder away to begin with a new database; to keep its content, export it first with the release that wrote it.',
  );
}

/** Clears away what starts that were killed had half made; one may still be writing, so another may remain for later. */
function clearHalfMade(dataDir: string): void {
  const folder = dirname(dataDir);
  const names = fs.readdirSync(folder).filter((name) => name.startsWith(`${basename(dataDir)}.new-`));
  for (const name of names) {
    try {
      fs.rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Nobody waits for it.
    }
  }
}

/** Makes the cluster when there is none yet: apart, so that it is there as a whole or not at all. */
export async function ensureCluster(cluster: Cluster, durable: boolean): Promise<void> {
  const { dataDir, account, binaries } = cluster;
  clearHalfMade(dataDir);
  if (isCluster(dataDir)) return checkVersion(cluster);
  const half = fs.mkdtempSync(`${dataDir}.new-`);
  const password = `${half}.password`;
  giveTo(account, half);
  fs.writeFileSync(password, randomBytes(18).toString('base64url'), { mode: 0o600, flag: 'wx' });
  giveTo(account, password);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8'];
  const access = ['-U', ROLE, '-A', 'scram-sha-256', `--pwfile=${password}`];
  const args = ['-D', half, ...access, ...locale, '--no-instructions', ...(durable ? [] : ['--no-sync'])];
  const { code, output } = await run(join(binaries.folder, 'bin', 'initdb'), args, account);
  if (code !== 0) throw new PostgresTrouble(`A new PostgreSQL database could not be made in ${dataDir}: ${output}`);
  fs.renameSync(password, join(half, PASSWORD_FILE));
  fs.renameSync(half, dataDir);
}

/** Returns the password of the cluster's only role. */
export function passwordOf(dataDir: string): string {
  try {
    return fs.readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim();
  } catch (error) {
    throw new PostgresTrouble(
      `The password of the database in ${dataDir} could not be read (${(error as Error).message}). ` +
        'Start as the user who made it, or move that folder away to begin with a new database.',
    );
  }
}
