import { resolve } from 'node:path';
import type { S3Settings } from '../env.js';
import type { FileStore } from './file-store.js';
import { LocalFileStore } from './local-file-store.js';
import { S3FileStore } from './s3-file-store.js';

/** Opens the configured store: the S3 bucket when one is named, else the folder. */
export async function openFileStore(settings: { filesDir: string; s3?: S3Settings }): Promise<FileStore> {
  if (!settings.s3) return new LocalFileStore(resolve(settings.filesDir));
  return new S3FileStore(settings.s3, await import('@aws-sdk/client-s3'));
}
