import type { AnsweredMail, FilesNotKept, MessageFile } from '#casework';
import { noticeRule } from '#domain';
import type { ReadMail } from '#platform';

/** The name of a mail, as an answer to it repeats it; nothing where it is no such name. */
export const namedBy = ({ messageId }: Pick<ReadMail, 'messageId'>): string =>
  /^<[^<>\s]{1,400}>$/.test(messageId) ? messageId : '';

/** What whoever sent a reply is told of its files that were not kept; null where all were that they attached. */
export function notKeptOf(
  read: ReadMail,
  { facts, ref, notice, role, recipient, language }: AnsweredMail,
  kept: readonly MessageFile[],
  { name, mostBytes }: Pick<FilesNotKept, 'name' | 'mostBytes'>,
): { about: FilesNotKept; language: string } | null {
  const files = kept.flatMap((file, i) =>
    'why' in file && file.why && read.files[i]!.attached ? [{ name: file.name, why: file.why }] : [],
  );
  if (files.length === 0) return null;
  const about = {
    files,
    mostBytes,
    ref: noticeRule(notice).names === 'nothing' ? null : ref,
    post: 'kind' in facts,
    name,
    account: role !== 'consultee' && role !== 'endorser',
    reader: recipient,
    answers: namedBy(read),
  };
  return { about, language };
}
