import {
  inspectUpload,
  receiveUpload,
  shortens,
  shownFileName,
  type Environment,
  type ReceivedUpload,
} from '#platform';
import type { Exchange, Form, Upload } from './exchange.js';
import { Fault } from './refusals.js';

export const TEXT_LIMIT = 2 * 1024 * 1024;
const FILES_AT_ONCE = 10;
/** Where the body names the files that came with it and were not taken. */
export const LOST_FILES = 'lost files';

/** Bounds of the parser. More files than are taken are read past one by one, so that the text beside them is not lost. */
export const MULTIPART_LIMITS = { fieldSize: TEXT_LIMIT, fields: 2_000, files: 200, parts: 2_200 };

const NOTHING: ReceivedUpload = { path: '', size: 0, tooLarge: false, remove: () => Promise.resolve() };

type Parts = ReturnType<Exchange['parts']> extends AsyncIterableIterator<infer Part> ? Part : never;
type FilePart = Extract<Parts, { type: 'file' }>;

/** Browsers write a quotation mark in the name of a file as %22, and nothing else that way. */
const asGiven = (name = ''): string => name.replaceAll('%22', '"');

/** One file: on disk and inspected, or refused with the reason. Null for the empty field of a form without files. */
async function receive(part: FilePart, request: Exchange, environment: Environment): Promise<Upload | null> {
  const field = part.fieldname;
  const given = asGiven(part.filename);
  const name = shownFileName(given);
  if (request.uploads.length >= FILES_AT_ONCE) {
    part.file.resume();
    const reason = `“${name}” was not taken: add at most ten documents at once.`;
    return { field, name, file: NOTHING, inspected: { ok: false, reason } };
  }
  const file = await receiveUpload(part.file, environment.uploadMaxBytes);
  if (!part.filename && file.size === 0) {
    await file.remove();
    return null;
  }
  const limit = Math.round(environment.uploadMaxBytes / 1024 / 1024);
  const reason = `“${name}” is larger than ${limit} MB. Choose a smaller document, or split it.`;
  const inspected = file.tooLarge
    ? ({ ok: false, reason } as const)
    : await inspectUpload(file.path, given, { maxBytes: environment.uploadMaxBytes });
  return { field, name, file, inspected, ...(shortens(given) ? { shortened: true } : {}) };
}

/** Texts go to the body; files go to disk, inspected, never into memory as a whole. */
export async function readMultipart(request: Exchange, environment: Environment): Promise<void> {
  if (!request.isMultipart?.()) return;
  const form: Form = {};
  const lost: string[] = [];
  let length = 0;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = String(part.value);
      length += value.length;
      if (length > TEXT_LIMIT)
        throw new Fault(413, 'tooLarge', 'The text of this form is larger than this page takes.');
      const before = form[part.fieldname];
      form[part.fieldname] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
    } else if (request.signedIn) {
      const upload = await receive(part, request, environment);
      if (upload) request.uploads.push(upload);
    } else {
      // Text of somebody who has to sign in first is kept; a file is not, so none is written for a stranger.
      part.file.resume();
      if (part.filename) lost.push(shownFileName(asGiven(part.filename)));
    }
  }
  request.body = lost.length > 0 ? { ...form, [LOST_FILES]: lost } : form;
}
