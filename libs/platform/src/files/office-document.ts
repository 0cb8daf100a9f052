import type { Readable } from 'node:stream';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { UploadExtension, UploadLimits, UploadRefusalCode } from './upload-types.js';

/** What is inside a zipped document, or why it is not taken. */
export type OfficeFinding = { extension: UploadExtension } | { refused: UploadRefusalCode };

const MAIN_PARTS: readonly (readonly [RegExp, UploadExtension])[] = [
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.presentation\.main\+xml/, 'pptx'],
];
const OPEN_DOCUMENT_TEXT = 'application/vnd.oasis.opendocument.text';

const MACRO_PART = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^xl\/macrosheets\/|^(Basic|Scripts)\/./i;
/** Workbooks behind charts are Office files themselves, and Office stores old drawings gzipped: both are ordinary. */
const ORDINARY_INSIDE = /\/embeddings\/[^/]+\.(docx|xlsx|pptx)$|\.(emz|wmz)$/i;
const ARCHIVE_NAME =
  /\.(zip|rar|7z|tar|gz|tgz|bz2|xz|cab|iso|jar|apk|docm|xlsm|xlsb|pptm|exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|hta|lnk)$/i;
const ARCHIVE_START = ['504b0304', '526172211a07', '377abcaf271c', '1f8b08', '425a68', 'fd377a585a00', '4d534346'];

/** The parts that tell what a document is are small; a larger one is not read as text. */
const TELLING = /^(\[Content_Types\]\.xml|mimetype)$/;
const MOST_TELLING_BYTES = 4 * 1024 * 1024;

function isArchive(start: Buffer): boolean {
  const hex = start.subarray(0, 8).toString('hex');
  return ARCHIVE_START.some((magic) => hex.startsWith(magic));
}

/** A Windows program: "MZ" and, where its header says, "PE". */
function isProgram(start: Buffer): boolean {
  if (start.length < 64 || start.toString('latin1', 0, 2) !== 'MZ') return start.toString('latin1', 0, 4) === '\x7fELF';
  const header = start.readUInt32LE(60);
  return start.toString('latin1', header, header + 4) === 'PE\0\0';
}

/** Reads a part to its end, because the sizes in a directory can lie; yauzl stops a stream that exceeds its own. */
async function readPart(stream: Readable, keep: boolean): Promise<{ start: Buffer; content: Buffer }> {
  let start: Buffer = Buffer.alloc(0);
  const kept: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (start.length < 1024) start = Buffer.concat([start, chunk.subarray(0, 4096)]);
    if (keep) kept.push(chunk);
  }
  return { start, content: Buffer.concat(kept) };
}

class Inspection {
  private unpacked = 0;
  private entries = 0;
  private telling = '';

  constructor(
    private readonly zip: ZipFile,
    private readonly limits: UploadLimits,
  ) {}

  /** First the directory alone, at no cost however large the parts claim to be; then the parts themselves. */
  async run(): Promise<OfficeFinding> {
    const parts: Entry[] = [];
    for await (const entry of this.zip.eachEntry()) {
      const refused = this.weigh(entry);
      if (refused) return { refused };
      parts.push(entry);
    }
    if (this.unpacked > this.zip.fileSize * this.limits.maxRatio) return { refused: 'bomb' };
    for (const entry of parts) {
      const refused = await this.open(entry);
      if (refused) return { refused };
    }
    return this.verdict();
  }

  private weigh(entry: Entry): UploadRefusalCode | undefined {
    this.entries += 1;
    this.unpacked += entry.uncompressedSize;
    if (this.entries > this.limits.maxEntries || this.unpacked > this.limits.maxUnpackedBytes) return 'bomb';
    if (!entry.canDecodeFileData()) return 'damaged';
    if (MACRO_PART.test(entry.fileName)) return 'macros';
    return ARCHIVE_NAME.test(entry.fileName) ? 'archiveInside' : undefined;
  }

  private async open(entry: Entry): Promise<UploadRefusalCode | undefined> {
    if (entry.fileName.endsWith('/')) return undefined;
    const keep = TELLING.test(entry.fileName) && entry.uncompressedSize <= MOST_TELLING_BYTES;
    const { start, content } = await readPart(await this.zip.openReadStreamPromise(entry), keep);
    this.telling += content.toString('utf8');
    if (isProgram(start)) return 'archiveInside';
    return isArchive(start) && !ORDINARY_INSIDE.test(entry.fileName) ? 'archiveInside' : undefined;
  }

  private verdict(): OfficeFinding {
    if (/macroEnabled/i.test(this.telling)) return { refused: 'macros' };
    if (this.telling.startsWith(OPEN_DOCUMENT_TEXT)) {
      return this.telling === OPEN_DOCUMENT_TEXT ? { extension: 'odt' } : { refused: 'wrongType' };
    }
    const found = MAIN_PARTS.find(([pattern]) => pattern.test(this.telling));
    return found ? { extension: found[1] } : { refused: 'wrongType' };
  }
}

/** Looks into a zipped document: which kind it is by its own parts, and whether it is safe to keep and to open. */
export async function inspectOfficeDocument(file: Buffer | string, limits: UploadLimits): Promise<OfficeFinding> {
  let zip: ZipFile | undefined;
  try {
    // Closed by hand: the parts are opened after the directory has been read to its end.
    const options = { autoClose: false, lazyEntries: true };
    zip = await (typeof file === 'string' ? openPromise(file, options) : fromBufferPromise(file, options));
    if (zip.entryCount > limits.maxEntries) return { refused: 'bomb' };
    return await new Inspection(zip, limits).run();
  } catch {
    // Whatever yauzl or zlib object to, the person can do only one thing about it.
    return { refused: 'damaged' };
  } finally {
    if (typeof file === 'string') zip?.close();
  }
}
