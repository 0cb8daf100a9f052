import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extensionOf, safeFileName, shownFileName } from './file-name.js';
import { isPlainText, looksActive } from './plain-text.js';
import {
  DEFAULT_LIMITS,
  refusalSentence,
  UPLOAD_TYPES,
  type UploadExtension,
  type UploadLimits,
  type UploadRefusalCode,
} from './upload-types.js';

export interface InspectedUpload {
  ok: true;
  /** The media type by content. */
  type: string;
  /** The ending that fits the content, without a dot. */
  extension: UploadExtension;
  size: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
  /** The name as given, fit to be shown; never a path. */
  name: string;
}

export interface UploadRefusal {
  ok: false;
  code: UploadRefusalCode;
  /** A sentence for the person, with the name of the file. */
  reason: string;
}

type Finding = { extension: UploadExtension } | { refused: UploadRefusalCode };

const HEAD_BYTES = 64 * 1024;
const NAME_ENDINGS: ReadonlySet<string> = new Set(['', 'jpeg', ...Object.keys(UPLOAD_TYPES)]);
const BY_MAGIC: Readonly<Record<string, UploadExtension>> = { pdf: 'pdf', png: 'png', jpg: 'jpg' };

async function readHead(file: Buffer | string): Promise<Buffer> {
  if (typeof file !== 'string') return file.subarray(0, HEAD_BYTES);
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function chunksOf(file: Buffer | string): AsyncIterable<Buffer> | Iterable<Buffer> {
  return typeof file === 'string' ? (createReadStream(file) as AsyncIterable<Buffer>) : [file];
}

async function checksum(file: Buffer | string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of chunksOf(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Both readers of formats are loaded with the first upload: most processes never see one. */
async function kindOf(file: Buffer | string, ending: string, limits: UploadLimits): Promise<Finding> {
  const head = await readHead(file);
  if (head.toString('latin1', 0, 4) === 'PK\x03\x04') {
    const { inspectOfficeDocument } = await import('./office-document.js');
    return inspectOfficeDocument(file, limits);
  }
  const { fileTypeFromBuffer } = await import('file-type');
  const magic = await fileTypeFromBuffer(head);
  if (magic) {
    const extension = BY_MAGIC[magic.ext];
    return extension ? { extension } : { refused: 'wrongType' };
  }
  const plain = await isPlainText(head, chunksOf(file));
  if (!plain) return { refused: 'wrongType' };
  if (looksActive(head)) return { refused: ending === 'txt' || ending === 'csv' ? 'active' : 'wrongType' };
  // Nothing in a text tells a table from prose, so here alone the name decides between two harmless kinds.
  return { extension: ending === 'csv' ? 'csv' : 'txt' };
}

/**
 * Decides from its bytes what an uploaded file is and whether it is taken. The name counts only against it:
 * one that ends in something else than the kinds we take is refused, since that is what a computer would open it as.
 */
export async function inspectUpload(
  file: Buffer | string,
  declaredName: string,
  limits: Partial<UploadLimits> = {},
): Promise<InspectedUpload | UploadRefusal> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const name = shownFileName(declaredName);
  const refuse = (code: UploadRefusalCode): UploadRefusal => ({
    ok: false,
    code,
    reason: refusalSentence(code, name, all),
  });
  const size = typeof file === 'string' ? (await stat(file)).size : file.length;
  if (size === 0) return refuse('empty');
  if (size > all.maxBytes) return refuse('tooLarge');
  const ending = extensionOf(safeFileName(name));
  const finding = await kindOf(file, ending, all);
  if ('refused' in finding) return refuse(finding.refused);
  if (!NAME_ENDINGS.has(ending)) return refuse('wrongType');
  const { extension } = finding;
  return { ok: true, type: UPLOAD_TYPES[extension], extension, size, sha256: await checksum(file), name };
}
