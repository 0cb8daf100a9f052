import { fromBufferPromise } from 'yauzl';
import { zip } from './zip.js';

/** The parts of a Word document, unpacked. */
export async function partsOf(file: Buffer): Promise<Record<string, Buffer>> {
  const archive = await fromBufferPromise(file, { lazyEntries: true, autoClose: false });
  const parts: Record<string, Buffer> = {};
  for await (const entry of archive.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) chunks.push(chunk);
    parts[entry.fileName] = Buffer.concat(chunks);
  }
  return parts;
}

/** The document with its text edited as somebody does who has it open: only what is in it changes, nothing around it. */
export async function changed(file: Buffer, edit: (xml: string) => string): Promise<Buffer> {
  const parts = await partsOf(file);
  const before = parts['word/document.xml']!.toString();
  const after = edit(before);
  if (after === before) throw new Error('The edit changed nothing.');
  return zip({ ...parts, 'word/document.xml': after });
}

/** The text of a form with another answer in a field that is answered in words, as somebody types it over the one that is there. */
export function withAnswer(xml: string, code: string, text: string): string {
  const table = xml.indexOf('<w:tr>', xml.indexOf(`>${code}</w:t>`));
  const [from, to] = [xml.indexOf('<w:p>', table), xml.indexOf('</w:tc>', table)];
  const lines = text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`);
  return xml.slice(0, from) + lines.join('') + xml.slice(to);
}
