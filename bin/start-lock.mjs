// One "npm start" in a clone at a time: the note .local/start.json names the processes of the one that runs.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { dirname } from 'node:path';

/** Tells apart processes that had the same number: when it was started, and since which start of the machine. */
export function identityOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' ? undefined : `${boot} ${rest[18]}`;
  } catch {
    if (fs.existsSync('/proc/self/stat')) return undefined;
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  }
}

function read(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function write(file, pids) {
  const holders = pids.map((pid) => ({ pid, identity: identityOf(pid) }));
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify({ holders }), { mode: 0o644 });
  return draft;
}

/** Returns the processes of the start that holds the note: none when it has ended, however it ended. */
export function holdersOf(file) {
  const holders = read(file)?.holders ?? [];
  return holders.filter(({ pid, identity }) => identity && identityOf(pid) === identity).map(({ pid }) => pid);
}

/** Takes the note for this process; returns false when another start holds it. */
export function takeLock(file) {
  fs.mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  if (holdersOf(file).length > 0) return false;
  fs.rmSync(file, { force: true });
  const draft = write(file, [process.pid]);
  try {
    // A link is made by one process only, and never shows a half-written file.
    fs.linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    fs.rmSync(draft);
  }
  return holdersOf(file).includes(process.pid);
}

/** Adds the process that runs the system: it may outlive the one that started it by a moment. */
export function shareLock(file, pid) {
  fs.renameSync(write(file, [process.pid, pid]), file);
}

/** Gives the note back. */
export function dropLock(file) {
  if (holdersOf(file).includes(process.pid)) fs.rmSync(file, { force: true });
}
