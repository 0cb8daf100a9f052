import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCasework } from './casework.js';
import type { Settings } from './settings.js';

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Brings the database up to this build; what this very build has prepared already is not looked at again. */
export class Preparation {
  private readonly note: string;
  private readonly build: string | undefined;

  constructor({ root, local }: Settings) {
    this.note = join(local, 'prepared');
    const built = contentOf(join(root, 'dist', '.built'));
    this.build = built && (JSON.parse(built) as { code: string }).code;
    // The library takes as long to load as the database to start: let them do it together.
    if (contentOf(this.note) === undefined) void loadCasework().catch(() => undefined);
  }

  /** Prepares the database unless nothing can have changed since the last time. */
  async prepare(databaseUrl: string, isNew: boolean, log: (line: string) => void): Promise<void> {
    const place = createHash('sha256').update(databaseUrl).digest('hex');
    const now = this.build && `${this.build} ${place}\n`;
    if (now && !isNew && contentOf(this.note) === now) return;
    const { prepareDatabase } = await loadCasework();
    await prepareDatabase(databaseUrl, { demo: true, log });
    if (now) writeFileSync(this.note, now, { mode: 0o600 });
  }
}
