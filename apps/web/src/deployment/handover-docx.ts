import type { FileChild, Paragraph, Table } from 'docx';
import { cellOf } from '../request/csv.js';
import { handoverWordsIn } from './handover-words.js';
import type { HandoverPack, PackBlock } from './handover.presenter.js';
import { dayInWords, reportWordsIn } from './report-words.js';

type Docx = typeof import('docx');

const INK = '16262F';
const QUIET = '4A5C67';
const LINE = 'D5DEE3';
const POINTS = 'points';

/** Runs of a text in which a line break stays one. */
const runs = (docx: Docx, text: string, more: object = {}) =>
  text.split('\n').map((line, i) => new docx.TextRun({ ...more, text: cellOf(line), ...(i ? { break: 1 } : {}) }));

const paragraph = (docx: Docx, text: string, more: object = {}, run: object = {}): Paragraph =>
  new docx.Paragraph({ spacing: { after: 120 }, ...more, children: runs(docx, text, run) });

const heading = (docx: Docx, text: string, level: 1 | 2 | 3): Paragraph => {
  const { HEADING_1, HEADING_2, HEADING_3 } = docx.HeadingLevel;
  const kind = [HEADING_1, HEADING_2, HEADING_3][level - 1]!;
  return paragraph(docx, text, { heading: kind, keepNext: true, spacing: { before: 240, after: 100 } });
};

function table(docx: Docx, head: readonly string[] | null, rows: readonly (readonly string[])[]): Table {
  const { Table, TableCell, TableRow, WidthType, BorderStyle } = docx;
  const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
  const columns = (head ?? rows[0] ?? []).length;
  const cell = (text: string, i: number, bold: boolean) =>
    new TableCell({
      width: { size: head ? 100 / columns : i === 0 ? 30 : 70, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children: [paragraph(docx, text, { spacing: { after: 0 } }, { size: 20, bold })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      ...(head ? [new TableRow({ tableHeader: true, children: head.map((text, i) => cell(text, i, true)) })] : []),
      ...rows.map(
        (cells) => new TableRow({ cantSplit: true, children: cells.map((text, i) => cell(text, i, !head && i === 0)) }),
      ),
    ],
  });
}

function blockOf(docx: Docx, block: PackBlock): FileChild[] {
  switch (block.kind) {
    case 'points':
      return block.points.map((point) =>
        paragraph(docx, point, { numbering: { reference: POINTS, level: 0 }, spacing: { after: 60 } }),
      );
    case 'table':
      return [table(docx, block.head, block.rows), paragraph(docx, '')];
    default:
      return [
        ...(block.title ? [heading(docx, block.title, 3)] : []),
        ...block.text.split(/\n{2,}/).map((text) => paragraph(docx, text)),
      ];
  }
}

const bullets = (docx: Docx) => ({
  reference: POINTS,
  levels: [
    {
      level: 0,
      format: docx.LevelFormat.BULLET,
      text: '•',
      alignment: docx.AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 360, hanging: 260 } } },
    },
  ],
});
const style = (size: number) => ({ run: { size, bold: true, color: INK, font: 'Georgia' } });

/** The handover pack as a Word document, in the language that the pack is in: the same parts as the page. */
export async function handoverDocx(
  pack: HandoverPack,
  place: string,
  made: { on: string; by: string },
): Promise<Buffer> {
  const docx = await import('docx');
  const words = reportWordsIn(pack.language);
  const madeBy = handoverWordsIn(pack.language).made(dayInWords(words, made.on), made.by);
  const title = `${pack.title}, ${place}`;
  const document = new docx.Document({
    title,
    creator: 'Human Rights Advisers',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value: words.locale } } },
        heading1: style(36),
        heading2: style(26),
        heading3: style(22),
      },
    },
    numbering: { config: [bullets(docx)] },
    sections: [
      {
        children: [
          paragraph(docx, madeBy, {}, { size: 18, color: QUIET }),
          heading(docx, title, 1),
          table(docx, null, pack.about),
          ...pack.parts.flatMap((part) => [
            heading(docx, part.heading, 2),
            ...part.blocks.flatMap((block) => blockOf(docx, block)),
          ]),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
