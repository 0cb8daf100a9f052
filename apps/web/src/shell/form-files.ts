import { StreamableFile } from '@nestjs/common';
import { refuse, type Refusal } from '#domain';
import { contentDisposition, UPLOAD_TYPES } from '#platform';
import { asGuest } from './documents.js';
import type { Reply } from './exchange.js';

/** A form that was made to be filled in without a connection, as it is sent. */
export function formFile(
  reply: Reply,
  { name, bytes }: { name: string; bytes: Buffer },
  type: keyof typeof UPLOAD_TYPES,
): StreamableFile {
  asGuest(reply);
  return new StreamableFile(bytes, { type: UPLOAD_TYPES[type], disposition: contentDisposition(name) });
}

/** Why a form that came back is not taken, said at the field in which it was chosen. */
export const formRefused = (why: string): Refusal =>
  refuse('invalid', why, [{ path: 'form', message: why.replace(/\.$/, '') }]);
