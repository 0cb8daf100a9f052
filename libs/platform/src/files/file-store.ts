import type { Readable } from 'node:stream';

export interface FileMeta {
  type: string;
  size: number;
  /** SHA-256 in hexadecimal; a store that can check it on arrival does. */
  sha256: string;
}

/** Keeps the bytes of files under keys that we make ourselves, never under the names that people give. */
export interface FileStore {
  readonly kind: 'local' | 's3';
  /** Keeps a file whole or not at all; a key is written once. */
  put(key: string, content: Readable | Buffer, meta: FileMeta): Promise<void>;
  /** Opens a file for reading; throws FileMissing when there is none. */
  get(key: string): Promise<Readable>;
  /** Removes a file; one that is not there is no fault. */
  remove(key: string): Promise<void>;
  /** Rejects when files could not be kept just now. */
  verify(): Promise<void>;
  close(): void;
}

/** The store has no file under this key. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';

  constructor(readonly key: string) {
    super(`There is no stored file ${key}.`);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses any key that is not a UUID in lower case: nothing else can be a path or a name that somebody chose. */
export function assertKey(key: string): void {
  if (!UUID.test(key)) throw new Error(`${JSON.stringify(key)} is not a key of a stored file.`);
}
