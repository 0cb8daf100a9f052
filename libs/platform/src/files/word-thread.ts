import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** What the package makes of a document: named nodes in each other. Only what is read of them is named here. */
export interface WordNode {
  type: string;
  children?: WordNode[];
  value?: string;
  href?: string;
  checked?: boolean;
  noteType?: string;
  noteId?: string;
  numbering?: { isOrdered?: boolean; level?: string | number };
  colSpan?: number;
  body?: WordNode[];
}
export interface WordTree extends WordNode {
  notes?: { _notes?: Record<string, WordNode> };
  comments?: unknown[];
}

/** Memory that one document may take, and how long it may be read. */
const MEGABYTES = 256;
const LONGEST_MS = 20_000;

/** Runs in a thread of its own: reading a long document takes a second or more, and nobody else waits for it. */
const READER = `
const { parentPort, workerData } = require('node:worker_threads');
const mammoth = require(workerData.reader);
const lean = (_, value) => (value === null || value === false ? undefined : value);
let tree;
const transformDocument = (read) => ((tree = read), { ...read, children: [] });
mammoth
  .convertToHtml({ buffer: Buffer.from(workerData.bytes) }, { transformDocument, externalFileAccess: false, includeEmbeddedStyleMap: false })
  .then(() => parentPort.postMessage(JSON.stringify(tree, lean)));
`;

function inThread(bytes: Buffer): Promise<WordTree | null> {
  const reader = createRequire(import.meta.url).resolve('mammoth');
  const thread = new Worker(READER, {
    eval: true,
    workerData: { reader, bytes },
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (tree: WordTree | null): void => {
      clearTimeout(limit);
      resolve(tree);
      void thread.terminate();
    };
    const limit = setTimeout(() => end(null), LONGEST_MS);
    thread.once('message', (text: string) => end(JSON.parse(text) as WordTree));
    thread.once('error', () => end(null));
    thread.once('exit', () => end(null));
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Reads a document apart from everything else, one at a time; null where it cannot be read within its bounds. */
export function readInThread(bytes: Buffer): Promise<WordTree | null> {
  const read = last.then(() => inThread(bytes));
  last = read;
  return read;
}
