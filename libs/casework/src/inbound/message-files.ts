import { createHash } from 'node:crypto';
import { inspectUpload, type FileStore, type MailFile, type UploadLimits } from '#platform';
import type { MessageFile } from '../entities/case-message.js';

export const MOST_FILES = 10;

/** The key of a file of a mail: the same however often a crash makes us begin again. */
function keyOf(mail: string, index: number): string {
  const hex = createHash('sha256').update(`${mail} ${index}`).digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function keptFile(
  store: FileStore,
  key: string,
  { name, content }: MailFile,
  limits: Partial<UploadLimits>,
): Promise<MessageFile> {
  const inspected = await inspectUpload(content, name, limits);
  if (!inspected.ok) return { name, refused: inspected.reason, why: inspected.code };
  const { type, size, sha256 } = inspected;
  await store.remove(key);
  await store.put(key, content, { type, size, sha256 });
  return { name: inspected.name, type, size, key };
}

/** Keeps the files of a mail by the rules of every upload; one that is not taken is named with the reason, and stays in the mail as it came. */
export async function keepMessageFiles(
  store: FileStore,
  mail: string,
  files: readonly MailFile[],
  limits: Partial<UploadLimits>,
): Promise<MessageFile[]> {
  const kept: MessageFile[] = [];
  for (const [i, file] of files.entries())
    kept.push(
      i < MOST_FILES
        ? await keptFile(store, keyOf(mail, i), file, limits)
        : { name: file.name, refused: `Of the files of one mail, the first ${MOST_FILES} are kept.`, why: 'tooMany' },
    );
  return kept;
}
