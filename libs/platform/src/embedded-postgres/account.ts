import { readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { PostgresTrouble } from './trouble.js';

/** The operating-system user that PostgreSQL runs as; `ids` only where that is not the current user. */
export interface Account {
  name: string;
  ids?: { uid: number; gid: number };
}

function users(): { name: string; uid: number; gid: number }[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

function currentUser(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}

/** Chooses the user: PostgreSQL refuses root, and data that exist can only be used by the user who owns them. */
export function chooseAccount(dataDir: string): Account {
  if (process.getuid?.() !== 0) return { name: currentUser() };
  const owner = statSync(join(dataDir, 'PG_VERSION'), { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) {
    const name = users().find(({ uid }) => uid === owner.uid)?.name ?? String(owner.uid);
    return { name, ids: { uid: owner.uid, gid: owner.gid } };
  }
  for (const wanted of ['postgres', 'nobody']) {
    const user = users().find(({ name }) => name === wanted);
    if (user) return { name: wanted, ids: { uid: user.uid, gid: user.gid } };
  }
  throw new PostgresTrouble(
    'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server of your own.',
  );
}
