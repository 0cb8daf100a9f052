import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';

const HAS_PROC = existsSync('/proc/self/stat');

function ps(column: 'ppid' | 'command', pid: number): string {
  return spawnSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Returns the command line of a process; empty when it has ended, also when nobody has collected its exit yet. */
export function commandOf(pid: number): string {
  if (!HAS_PROC) return ps('command', pid);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/** Returns the parent of a process, or undefined when the process has ended. */
export function parentOf(pid: number): number | undefined {
  if (!HAS_PROC) return Number(ps('ppid', pid)) || undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in the second column may hold spaces and brackets: count from behind it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Returns the processes whose working directory is the given folder (none where the system does not tell). */
export function processesIn(folder: string): number[] {
  if (!HAS_PROC) return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}
