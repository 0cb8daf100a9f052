import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { readWordDocument, type WordBlock } from './word-document.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'word-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(children: (Paragraph | Table)[], more: object = {}) {
  const bytes = await Packer.toBuffer(new Document({ ...more, sections: [{ children }] }));
  return readBytes(bytes);
}
async function readBytes(bytes: Buffer, name = 'text.docx') {
  const path = join(folder, randomUUID());
  writeFileSync(path, bytes);
  return readWordDocument(path, name);
}
const blocks = async (...of: Parameters<typeof read>): Promise<WordBlock[]> => {
  const found = await read(...of);
  if (!found.ok) throw new Error(found.reason);
  return found.document.blocks;
};
const cell = (text: string, columnSpan = 1) => new TableCell({ columnSpan, children: [new Paragraph(text)] });

describe('a Word document', () => {
  it('is read as paragraphs and tables, with breaks, tabs and every script', async () => {
    const line = new Paragraph({
      bidirectional: true,
      children: [
        new TextRun({ text: 'نعم', rightToLeft: true }),
        new TextRun({ children: [new Tab(), '👩‍👩‍👧'], break: 1 }),
      ],
    });
    const table = new Table({
      rows: [new TableRow({ children: [cell('a'), cell('b')] }), new TableRow({ children: [cell('c', 2)] })],
    });
    expect(await blocks([line, table])).toEqual([
      { text: 'نعم\n\t👩‍👩‍👧' },
      {
        rows: [
          [
            { blocks: [{ text: 'a' }], span: 1 },
            { blocks: [{ text: 'b' }], span: 1 },
          ],
          [{ blocks: [{ text: 'c' }], span: 2 }],
        ],
      },
    ]);
  });

  it('keeps the points of lists, the addresses of links, and notes where they are referred to', async () => {
    const point = new Paragraph({ text: 'A point', numbering: { reference: 'points', level: 0 } });
    const link = new Paragraph({
      children: [new ExternalHyperlink({ link: 'https://example.org/plan', children: [new TextRun('The plan')] })],
    });
    const noted = new Paragraph({ children: [new TextRun('Said'), new FootnoteReferenceRun(1)] });
    const levels = [{ level: 0, format: LevelFormat.BULLET, text: '•' }];
    const found = await blocks([point, link, noted], {
      numbering: { config: [{ reference: 'points', levels }] },
      footnotes: { 1: { children: [new Paragraph('By whom')] } },
    });
    expect(found).toEqual([
      { text: 'A point', list: { ordered: false } },
      { text: 'The plan (https://example.org/plan)' },
      { text: 'Said [By whom]' },
    ]);
  });

  it('does not stop anybody else while it is read, and is read after those that came before', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const long = Array.from({ length: 400 }, (_, i) => new Paragraph(`Paragraph ${i}`));
    const all = await Promise.all([read(long), read([new Paragraph('Short')])]);
    clearInterval(timer);
    expect(all).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
    expect(turns).toBeGreaterThan(10);
  });

  it('that is none is refused', async () => {
    expect(await readBytes(Buffer.from('Text'), 'a.txt')).toEqual({
      ok: false,
      reason: '“a.txt” is no Word document. Choose a DOCX file.',
    });
    expect(await readBytes(Buffer.alloc(4 * 1024 * 1024, 1))).toEqual({
      ok: false,
      reason: expect.stringContaining('is larger than 3 MB'),
    });
  });
});
