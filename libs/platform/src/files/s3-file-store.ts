import type { S3Client } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { S3Settings } from '../env.js';
import { assertKey, FileMissing, type FileMeta, type FileStore } from './file-store.js';

const NO_FILE = '00000000-0000-0000-0000-000000000000';

/** Keeps files in a bucket of Amazon S3 or of a store that speaks its protocol. */
export class S3FileStore implements FileStore {
  readonly kind = 's3';
  private readonly client: S3Client;
  private readonly bucket: string;

  /** The SDK is large and given: who keeps files in a folder should not pay for it at every start. */
  constructor(
    settings: S3Settings,
    private readonly sdk: typeof import('@aws-sdk/client-s3'),
  ) {
    this.bucket = settings.bucket;
    this.client = new sdk.S3Client({
      region: settings.region,
      endpoint: settings.endpoint,
      credentials: settings.credentials,
      // Stores other than Amazon's seldom have a host name for each bucket, nor the newer default checksums.
      forcePathStyle: settings.endpoint !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async put(key: string, content: Readable | Buffer, meta: FileMeta): Promise<void> {
    assertKey(key);
    await this.client.send(
      new this.sdk.PutObjectCommand({
        Bucket: this.bucket,
        Key: key,
        Body: content,
        ContentType: meta.type,
        ContentLength: meta.size,
        // The store refuses the file when other bytes arrive than those that were inspected.
        ChecksumSHA256: Buffer.from(meta.sha256, 'hex').toString('base64'),
      }),
    );
  }

  async get(key: string): Promise<Readable> {
    assertKey(key);
    try {
      const { Body } = await this.client.send(new this.sdk.GetObjectCommand({ Bucket: this.bucket, Key: key }));
      // In Node the SDK's body is always a Node stream.
      return Body as Readable;
    } catch (error) {
      throw error instanceof this.sdk.NoSuchKey ? new FileMissing(key) : error;
    }
  }

  async remove(key: string): Promise<void> {
    assertKey(key);
    await this.client.send(new this.sdk.DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  /** Asks for a file that cannot be there: the answer that it is not tells that bucket, keys and network are right. */
  async verify(): Promise<void> {
    try {
      (await this.get(NO_FILE)).destroy();
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error;
    }
  }

  close(): void {
    this.client.destroy();
  }
}
