import { createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertKey, FileMissing, type FileStore } from './file-store.js';

/** Keeps files in a folder of this machine. */
export class LocalFileStore implements FileStore {
  readonly kind = 'local';

  constructor(private readonly directory: string) {}

  /** Spreads files over 65,536 folders by the end of the key, the random part of a UUID of version 7. */
  private path(key: string): string {
    assertKey(key);
    return join(this.directory, key.slice(-2), key.slice(-4, -2), key);
  }

  async put(key: string, content: Readable | Buffer): Promise<void> {
    const path = this.path(key);
    const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    // It may break before the pipeline below listens, which then reports it.
    source.on('error', () => {});
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${randomUUID()}.part`;
    try {
      // `flush` reaches the disk before the file gets its name: after a power cut it is whole or absent.
      await pipeline(source, createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true }));
      await rename(temporary, path);
      await this.flushFolder(dirname(path));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  private async flushFolder(folder: string): Promise<void> {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  async get(key: string): Promise<Readable> {
    const handle = await open(this.path(key), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new FileMissing(key) : error;
    });
    return handle.createReadStream();
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  async verify(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    await access(this.directory, constants.R_OK | constants.W_OK);
  }

  close(): void {
    // Nothing is kept open between calls.
  }
}
