// npm start: installs and builds what is out of date, then runs the whole system on this machine.
// Needs nothing but Node 20.19: before the packages are installed there is nothing else.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, needsBuild } from './build.mjs';
import { install, needsInstall } from './install.mjs';
import { node24 } from './node24.mjs';
import { dropLock, holdersOf, shareLock, takeLock } from './start-lock.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const LOCAL = join(ROOT, '.local');
const LOCK = join(LOCAL, 'start.json');
const STARTED = Date.now() - Math.round(performance.now());

function say(text) {
  console.log(`${((Date.now() - STARTED) / 1000).toFixed(1).padStart(6)} s  ${text}`);
}

class Sentence extends Error {}

/** Shows that something still goes on while a long step runs. */
async function step(text, work) {
  say(text);
  const timer = setInterval(() => say('  still at it'), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Sentence(`Node 20.19 or newer is needed to start; this is ${process.version}.`);
  }
  if (process.env.NODE_ENV === 'production') {
    throw new Sentence(
      '"npm start" runs the demonstration, where anybody signs in as anybody, so it refuses NODE_ENV=production. ' +
        'README.md tells how to run the system for real.',
    );
  }
  try {
    fs.mkdirSync(LOCAL, { recursive: true, mode: 0o711 });
    checkAccess(LOCAL, 2);
  } catch (error) {
    throw new Sentence(
      `${error.path} cannot be used by this user (${error.code}). All data are kept in ${LOCAL}: ` +
        'start as the user who owns that folder, or make it your own (chown -R).',
    );
  }
}

/** A start by another user, root for instance, may have left things that this one cannot read or write. */
function checkAccess(path, levels) {
  fs.accessSync(path, fs.constants.R_OK | fs.constants.W_OK);
  if (levels === 0 || !fs.statSync(path).isDirectory()) return;
  // The note of who starts is read-only to others on purpose, the cache is apart for each user, and the mails are many.
  const names = fs.readdirSync(path).filter((name) => !/^start\.json|^compile-cache$|\.eml$/.test(name));
  for (const name of names) checkAccess(join(path, name), levels - 1);
}

/** The address of the system that the given processes run; none while they are still starting or already ending. */
function runningAddress(holders) {
  try {
    const { pid, environment } = JSON.parse(fs.readFileSync(join(LOCAL, 'environment.json'), 'utf8'));
    return holders.includes(pid) ? environment.BASE_URL : undefined;
  } catch {
    return undefined;
  }
}

/** Resolves to whether this start may go on; one that is still starting or ending is waited for. */
async function takeTurn() {
  for (let told = false; !takeLock(LOCK); told = true, await sleep(200)) {
    const holders = holdersOf(LOCK);
    const address = runningAddress(holders);
    if (address) {
      say(`This folder already runs at ${address} (process ${holders[0]}). Ctrl-C in its own window stops it.`);
      return false;
    }
    if (!told) say(`Another "npm start" is starting or ending in this folder (process ${holders[0]}): waiting for it`);
  }
  return true;
}

async function installAndBuild() {
  if (needsInstall()) {
    const trouble = await step('Installing the packages of the lockfile: about a minute, once', install);
    if (trouble) throw new Sentence(`The packages could not be installed:\n${trouble}`);
  }
  if (!needsBuild()) return;
  const done = await step('Building', () => build({ say }));
  if (!done) throw new Sentence('The build failed: correct what is said above and start again.');
}

let onSignal = () => process.exit(130);

function runSystem() {
  const part = (name) => join(ROOT, 'dist', 'apps', 'local', 'src', name);
  const env = { ...process.env, HRA_STARTED: String(STARTED), NODE_COMPILE_CACHE: join(LOCAL, 'compile-cache') };
  // Detached: Ctrl-C reaches this process only, so that each part is told to end once and in the right order.
  const options = { cwd: ROOT, env, detached: true, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] };
  const system = spawn(node24(), ['--import', part('source-maps.js'), part('main.js')], options);
  onSignal = (signal) => system.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
  shareLock(LOCK, system.pid);
  return new Promise((resolve, reject) => {
    system.once('error', (error) => reject(new Sentence(`The system could not be started: ${error.message}`)));
    system.once('exit', (code, signal) => {
      if (signal) console.error(`The system was ended by ${signal}. "npm start" begins again with all data.`);
      resolve(code ?? 1);
    });
  });
}

async function main() {
  checkMachine();
  if (!(await takeTurn())) return 0;
  process.once('exit', () => dropLock(LOCK));
  await installAndBuild();
  return runSystem();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
