import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { S3Settings } from '../env.js';
import { FileMissing, type FileMeta, type FileStore } from './file-store.js';
import { openFileStore } from './open-file-store.js';

interface LocalS3 {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
type LocalS3Class = new (options: object) => LocalS3;

/** A variable, so that these tests are skipped, not broken, where the server is not installed. */
const SERVER = '@20minutes/s3rver';
const loaded = (await import(SERVER).catch(() => undefined)) as { default: LocalS3Class } | undefined;
const describeWhenInstalled = loaded ? describe : describe.skip;

const content = Buffer.from('Terms of reference '.repeat(20_000));
const meta: FileMeta = {
  type: 'text/plain',
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
};

describeWhenInstalled(`files in S3, on ${SERVER}`, () => {
  let folder: string;
  let server: LocalS3;
  let settings: S3Settings;
  let store: FileStore;
  const open = (change: Partial<S3Settings> = {}): Promise<FileStore> =>
    openFileStore({ filesDir: folder, s3: { ...settings, ...change } });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 's3-'));
    const Server = (loaded as { default: LocalS3Class }).default;
    const buckets = [{ name: 'files' }];
    server = new Server({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: buckets });
    const { port } = await server.run();
    // The one key pair that the server knows; it checks every signature against it.
    const credentials = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    settings = { bucket: 'files', region: 'us-east-1', endpoint: `http://127.0.0.1:${port}`, credentials };
    store = await open();
  });
  afterAll(async () => {
    store.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('come back as they were put, from a buffer or a stream', async () => {
    expect(store.kind).toBe('s3');
    const [one, two] = [randomUUID(), randomUUID()];
    await store.put(one, content, meta);
    await store.put(two, Readable.from([content.subarray(0, 7), content.subarray(7)]), meta);
    for (const key of [one, two]) expect((await buffer(await store.get(key))).equals(content)).toBe(true);
  });

  it('are gone when removed, and removing again is no fault', async () => {
    const key = randomUUID();
    await store.put(key, content, meta);
    await store.remove(key);
    await store.remove(key);
    await expect(store.get(key)).rejects.toThrow(FileMissing);
  });

  it('have keys of ours only', async () => {
    await expect(store.put('../other', content, meta)).rejects.toThrow('is not a key');
  });

  it('can be checked: bucket and signature', async () => {
    await store.verify();
    const elsewhere = await open({ bucket: 'elsewhere' });
    await expect(elsewhere.verify()).rejects.toThrow(expect.objectContaining({ name: 'NoSuchBucket' }) as Error);
    const stranger = await open({ credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'wrong' } });
    await expect(stranger.verify()).rejects.toThrow(
      expect.objectContaining({ name: 'SignatureDoesNotMatch' }) as Error,
    );
    elsewhere.close();
    stranger.close();
  });
});
