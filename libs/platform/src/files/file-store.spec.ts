import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileMissing, type FileMeta } from './file-store.js';
import { openFileStore } from './open-file-store.js';
import { receiveUpload } from './receive-upload.js';

const content = Buffer.from('Terms of reference '.repeat(10_000));
const meta: FileMeta = {
  type: 'text/plain',
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};

function* chunks(count: number, size: number): Generator<Buffer> {
  const chunk = Buffer.alloc(size, 'x');
  for (let n = 0; n < count; n += 1) yield chunk;
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('files in a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('come back as they were put, from a buffer or a stream', async () => {
    const store = await openFileStore({ filesDir: folder });
    expect(store.kind).toBe('local');
    const [one, two] = [randomUUID(), randomUUID()];
    await store.put(one, content, meta);
    await store.put(two, Readable.from([content.subarray(0, 7), content.subarray(7)]), meta);
    for (const key of [one, two]) expect((await buffer(await store.get(key))).equals(content)).toBe(true);
    expect(new Set(await filesIn(folder))).toEqual(new Set([one, two]));
    expect((await stat(join(folder, one.slice(-2), one.slice(-4, -2), one))).mode & 0o777).toBe(0o600);
  });

  it('are gone when removed, and removing again is no fault', async () => {
    const store = await openFileStore({ filesDir: folder });
    const key = randomUUID();
    await store.put(key, content, meta);
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toThrow(FileMissing);
  });

  it('are whole or absent when the stream breaks', async () => {
    const store = await openFileStore({ filesDir: folder });
    const broken = Readable.from(
      (function* () {
        yield content;
        throw new Error('connection lost');
      })(),
    );
    await expect(store.put(randomUUID(), broken, meta)).rejects.toThrow('connection lost');
    expect(await filesIn(folder)).toEqual([]);
  });

  it('have keys of ours only', async () => {
    const store = await openFileStore({ filesDir: folder });
    for (const key of ['../../etc/passwd', '', 'a', `${randomUUID()}/../x`, randomUUID().toUpperCase()]) {
      await expect(store.put(key, content, meta)).rejects.toThrow('is not a key');
      await expect(store.get(key)).rejects.toThrow('is not a key');
      await expect(store.remove(key)).rejects.toThrow('is not a key');
    }
  });

  it('can be checked', async () => {
    await (await openFileStore({ filesDir: join(folder, 'new') })).verify();
    await writeFile(join(folder, 'a file'), '');
    const nowhere = await openFileStore({ filesDir: join(folder, 'a file', 'below') });
    await expect(nowhere.verify()).rejects.toThrow();
  });
});

describe('an upload on its way in', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is written to disk', async () => {
    const upload = await receiveUpload(Readable.from(chunks(3, 1000)), 3000, folder);
    expect(upload).toMatchObject({ size: 3000, tooLarge: false });
    expect((await stat(upload.path)).size).toBe(3000);
    await upload.remove();
    await upload.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('of 50 MB fills neither memory nor disk, and is read to its end', async () => {
    const source = Readable.from(chunks(800, 64 * 1024));
    const memory = process.memoryUsage().arrayBuffers;
    const upload = await receiveUpload(source, 5 * 1024 * 1024, folder);
    expect(process.memoryUsage().arrayBuffers - memory).toBeLessThan(8 * 1024 * 1024);
    expect(upload).toMatchObject({ size: 800 * 64 * 1024, tooLarge: true });
    expect(source.readableEnded).toBe(true);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that a parser cut short is too large as well', async () => {
    const source = Object.assign(Readable.from(chunks(1, 10)), { truncated: true });
    expect(await receiveUpload(source, 100, folder)).toMatchObject({ tooLarge: true });
  });

  it('that breaks off leaves nothing', async () => {
    const source = new Readable({ read() {} });
    source.push('abc');
    setImmediate(() => source.destroy(new Error('aborted')));
    await expect(receiveUpload(source, 100, folder)).rejects.toThrow('aborted');
    expect(await readdir(folder)).toEqual([]);
  });
});
