import type { FileChild, Paragraph, Table } from 'docx';
import type { Asked, PresenceTable } from '#casework';
import type { Day } from '#domain';
import { cellOf } from '../request/csv.js';
import { date } from '../shell/words.js';
import { publishedLines, regionBlocks, restsOn, timeInWords, type RegionBlock } from './presences.presenter.js';

type Docx = typeof import('docx');

const INK = '16262F';
const QUIET = '4A5C67';
const LINE = 'D5DEE3';

const paragraph = (
  docx: Docx,
  text: string,
  more: { small?: boolean; bold?: boolean; mark?: string } = {},
): Paragraph =>
  new docx.Paragraph({
    spacing: { after: 60 },
    children: [
      new docx.TextRun({
        text: cellOf(text),
        bold: more.bold === true,
        ...(more.small ? { size: 18, color: QUIET } : {}),
      }),
      ...(more.mark ? [new docx.TextRun({ text: ` ${more.mark}`, superScript: true })] : []),
    ],
  });
const heading = (docx: Docx, text: string, level: 1 | 2): Paragraph =>
  new docx.Paragraph({
    heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 100 },
    children: [new docx.TextRun(cellOf(text))],
  });

/** A region as the reports have it: the type on the left, its places on the right. */
function regionTable(docx: Docx, { types }: RegionBlock): Table {
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: LINE };
  const cell = (children: Paragraph[], size: number) =>
    new docx.TableCell({
      width: { size, type: docx.WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 80, right: 80 },
      children,
    });
  const row = (left: Paragraph[], right: Paragraph[], tableHeader = false) =>
    new docx.TableRow({ tableHeader, children: [cell(left, 40), cell(right, 60)] });
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      row([paragraph(docx, 'Type of presence', { bold: true })], [paragraph(docx, 'Location', { bold: true })], true),
      ...types.map(({ name, places }) =>
        row(
          [paragraph(docx, name)],
          places.map((place) => paragraph(docx, place.name, { mark: place.marks })),
        ),
      ),
    ],
  });
}

function below(docx: Docx, table: PresenceTable, asked: Asked, today: Day): FileChild[] {
  const small = (text: string) => paragraph(docx, text, { small: true });
  return [
    ...table.footnotes.map((note) => small(`${note.mark}  ${note.text}`)),
    ...(table.notListed.length
      ? [
          small(
            `Named before and after, and not listed ${timeInWords(asked)}: ${table.notListed.map((n) => n.location).join('; ')}.`,
          ),
        ]
      : []),
    ...restsOn(table, today).map(small),
    ...publishedLines(table).map((figure) =>
      small(`Published figure: ${figure.text} (${figure.source}). Not a count of this table.`),
    ),
    small(`Made on ${date(today)} from what whoever asked may see.`),
  ];
}

/** The table as a Word document, in the layout of OHCHR's annual report. */
export async function presencesDocx(table: PresenceTable, asked: Asked, today: Day): Promise<Buffer> {
  const docx = await import('docx');
  const title = `Type of presence and location, ${timeInWords(asked).replace(/^(on|in) /, '')}`;
  const style = (size: number) => ({ run: { size, bold: true, color: INK, font: 'Georgia' } });
  const document = new docx.Document({
    title,
    creator: 'Human Rights Advisers',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value: 'en-GB' } } },
        heading1: style(36),
        heading2: style(26),
      },
    },
    sections: [
      {
        children: [
          heading(docx, title, 1),
          ...regionBlocks(table).flatMap((region) => [heading(docx, region.name, 2), regionTable(docx, region)]),
          heading(docx, 'Notes', 2),
          ...below(docx, table, asked, today),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
