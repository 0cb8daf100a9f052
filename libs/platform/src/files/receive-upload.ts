import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file on its way in, on disk under a name of ours until it is inspected and kept, or removed. */
export interface ReceivedUpload {
  path: string;
  size: number;
  /** True when more came than the limit; the file on disk is already gone then. */
  tooLarge: boolean;
  /** Removes the file on disk; to be called whatever becomes of it. */
  remove(): Promise<void>;
}

/**
 * Writes a stream to a temporary file, chunk by chunk. Past the limit nothing is written any more, but the stream is
 * read to its end, because a browser shows an answer only after it has sent everything.
 */
export async function receiveUpload(
  source: Readable,
  maxBytes: number,
  parent: string = tmpdir(),
): Promise<ReceivedUpload> {
  // A sender may break off before the first read below: the loop reports that, it must not end the process.
  source.on('error', () => {});
  // A folder that nobody else may enter: the folder for temporary files belongs to all users of a machine.
  const folder = await mkdtemp(join(parent, 'upload-'));
  const path = join(folder, 'content');
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const handle = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= maxBytes) await handle.write(chunk);
    }
  } catch (error) {
    await handle.close();
    await remove();
    throw error;
  }
  await handle.close();
  // A parser with a limit of its own cuts the stream and marks it.
  const tooLarge = size > maxBytes || (source as { truncated?: boolean }).truncated === true;
  if (tooLarge) await remove();
  return { path, size, tooLarge, remove };
}
