import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import { PostgresTrouble } from './trouble.js';

/** Returns a short name that is always the same for the same path. */
export function fingerprintOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

function candidates(): string[] {
  const name = `hra-${fingerprintOf(fs.realpathSync(projectRoot()))}`;
  return ['/var/lib', '/var/tmp'].map((parent) => join(parent, name));
}

/** Only root can put things below it: in /var/tmp anybody may have made a folder of that name. */
function ownedSafely(folder: string): boolean {
  const stat = fs.lstatSync(folder, { throwIfNoEntry: false });
  return !!stat && stat.isDirectory() && stat.uid === 0 && (stat.mode & 0o022) === 0;
}

/** Returns the folder outside the project where root keeps what PostgreSQL must reach, when there is one already. */
export function existingReachableFolder(): string | undefined {
  return candidates().find(ownedSafely);
}

/** Returns that folder and makes it when it is missing. */
export function reachableFolder(): string {
  const existing = existingReachableFolder();
  if (existing) return existing;
  for (const folder of candidates()) {
    try {
      fs.mkdirSync(folder);
      fs.chmodSync(folder, 0o755);
      fs.writeFileSync(join(folder, 'README'), `PostgreSQL and its data for the project in ${projectRoot()}\n`);
      return folder;
    } catch {
      // The next place may do: /var/lib is read-only in some containers.
    }
  }
  throw new PostgresTrouble(
    'PostgreSQL does not run as root, and the user it would run as may not read this folder. ' +
      `Neither ${candidates().join(' nor ')} could be made for it: start as an ordinary user, ` +
      'open this folder to other users, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
  );
}
