import { readFile } from 'node:fs/promises';
import { fromBufferPromise } from 'yauzl';
import { shownFileName } from './file-name.js';
import { inspectUpload } from './inspect-upload.js';
import { inMegabytes } from './upload-types.js';
import { readInThread, type WordNode, type WordTree } from './word-thread.js';

export interface WordParagraph {
  text: string;
  /** Where it is a point of a list. */
  list?: { ordered: boolean };
}
export interface WordCell {
  blocks: WordBlock[];
  /** How many columns it takes. */
  span: number;
}
export interface WordTable {
  rows: WordCell[][];
}
export type WordBlock = WordParagraph | WordTable;
/** What stands in a Word document: changes that were tracked count as accepted, notes stand in brackets where they are referred to. */
export interface WordDocument {
  blocks: WordBlock[];
  tracked: boolean;
  comments: number;
  pictures: number;
}
export type WordReading = { ok: true; document: WordDocument } | { ok: false; reason: string };

const MEGABYTE = 1024 * 1024;
/** Bounds of a document that is read whole. Its text alone may be 300 pages; pictures beside it are never unpacked. */
const LIMITS = { maxBytes: 3 * MEGABYTE, maxUnpackedBytes: 48 * MEGABYTE, maxEntries: 1_000 };
const MOST_TEXT = 8 * MEGABYTE;
const TRACKED = /<w:(?:ins|del|moveFrom|moveTo)[ >]/;

const NOT_WORD = 'is no Word document. Choose a DOCX file.';
const SENTENCES = {
  password: 'is protected with a password. Save it without one and choose it again.',
  oldWord: 'is in an older format. Save it as a Word document (DOCX) and choose it again.',
  wrongType: NOT_WORD,
  active: NOT_WORD,
  tooLarge: `is larger than ${inMegabytes(LIMITS.maxBytes)}. Take the pictures out of it, or add them to the request as documents.`,
  tooLong: 'has far more text than can be read here, about 300 pages. Take out what does not belong to it.',
  unreadable: 'cannot be read. Open it in Word, save it again and choose it again.',
};

/** Word wraps what is protected, and all of its older files, in a container of another kind. */
function containerOf(bytes: Buffer): 'password' | 'oldWord' | null {
  if (bytes.toString('hex', 0, 8) !== 'd0cf11e0a1b11ae1') return null;
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'oldWord';
}

/** Whether changes are tracked in the text; null where there is more of it than is read. The sizes were checked against the parts before. */
async function trackedIn(bytes: Buffer): Promise<boolean | null> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
  let size = 0;
  let tracked = false;
  for await (const entry of zip.eachEntry()) {
    if (!entry.fileName.startsWith('word/media/')) size += entry.uncompressedSize;
    if (size > MOST_TEXT) return null;
    if (!/^word\/document\d*\.xml$/.test(entry.fileName)) continue;
    const chunks: Buffer[] = [];
    for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    tracked ||= TRACKED.test(Buffer.concat(chunks).toString('utf8'));
  }
  return tracked;
}

/** Turns the tree of the package into paragraphs and tables. */
class Reduction {
  pictures = 0;

  constructor(private readonly notes: Record<string, WordNode>) {}

  blocks(nodes: readonly WordNode[] = []): WordBlock[] {
    return nodes.flatMap((node): WordBlock[] => {
      if (node.type === 'table') return [{ rows: (node.children ?? []).map((row) => this.cells(row)) }];
      if (node.type !== 'paragraph') return this.blocks(node.children);
      const list = node.numbering ? { list: { ordered: node.numbering.isOrdered === true } } : {};
      return [{ text: this.text(node), ...list }];
    });
  }

  private cells(row: WordNode): WordCell[] {
    return (row.children ?? []).map((cell) => ({ blocks: this.blocks(cell.children), span: cell.colSpan ?? 1 }));
  }

  private text(node: WordNode): string {
    const inside = (): string => (node.children ?? []).map((child) => this.text(child)).join('');
    switch (node.type) {
      case 'text':
        return node.value ?? '';
      case 'tab':
        return '\t';
      case 'break':
        return '\n';
      case 'checkbox':
        return node.checked ? '☒' : '☐';
      case 'noteReference':
        return this.note(node);
      case 'image':
        this.pictures += 1;
        return '';
      case 'hyperlink':
        return linked(inside(), node.href);
      default:
        return inside();
    }
  }

  private note({ noteType, noteId }: WordNode): string {
    const body = this.blocks(this.notes[`${noteType}-${noteId}`]?.body);
    const text = body.map((block) => ('text' in block ? block.text : '')).join(' ');
    return text.trim() ? ` [${text.trim()}]` : '';
  }
}

/** A link keeps its address where the words do not say it. */
const linked = (text: string, href = ''): string =>
  /^(?:https?|mailto):/.test(href) && !text.includes(href.replace(/^mailto:|\/$/g, '')) ? `${text} (${href})` : text;

function reduce(tree: WordTree, tracked: boolean): WordDocument {
  const reduction = new Reduction(tree.notes?._notes ?? {});
  const blocks = reduction.blocks(tree.children);
  return { blocks, tracked, comments: tree.comments?.length ?? 0, pictures: reduction.pictures };
}

/** Reads a Word document that somebody sent; or says in a sentence why it is not read. Nothing of it is run, and nothing outside it is fetched. */
export async function readWordDocument(path: string, declaredName: string): Promise<WordReading> {
  const name = shownFileName(declaredName);
  const refuse = (why: keyof typeof SENTENCES): WordReading => ({ ok: false, reason: `“${name}” ${SENTENCES[why]}` });
  const found = await inspectUpload(path, name, LIMITS);
  if (!found.ok && found.code === 'tooLarge') return refuse('tooLarge');
  const bytes = await readFile(path);
  const container = containerOf(bytes);
  if (container) return refuse(container);
  if (!found.ok) return found.code === 'wrongType' || found.code === 'active' ? refuse(found.code) : found;
  if (found.extension !== 'docx') return refuse('wrongType');
  const tracked = await trackedIn(bytes);
  if (tracked === null) return refuse('tooLong');
  const tree = await readInThread(bytes);
  return tree ? { ok: true, document: reduce(tree, tracked) } : refuse('unreadable');
}
