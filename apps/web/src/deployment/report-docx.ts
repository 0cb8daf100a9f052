import type { FileChild, Paragraph, Table } from 'docx';
import type { Language } from '#domain';
import { partsOf, type ReportRead } from './report-parts.js';
import { dayInWords, reportTitleIn, reportWordsIn } from './report-words.js';

type Docx = typeof import('docx');
type Words = ReturnType<typeof reportWordsIn>;

const INK = '16262F';
const QUIET = '4A5C67';
const LINE = 'D5DEE3';
/** Signs that no document can hold: XML forbids them. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

function paragraph(docx: Docx, text: string, more: { quiet?: boolean; bold?: boolean } = {}): Paragraph {
  const run = { bold: more.bold === true, ...(more.quiet ? { size: 18, color: QUIET } : {}) };
  return new docx.Paragraph({
    spacing: { after: 100 },
    children: clean(text)
      .split('\n')
      .map((line, i) => new docx.TextRun({ ...run, text: line, ...(i ? { break: 1 } : {}) })),
  });
}
const heading = (docx: Docx, text: string, level: 1 | 2): Paragraph =>
  new docx.Paragraph({
    heading: level === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 240, after: 100 },
    children: [new docx.TextRun(clean(text))],
  });

const WIDTHS = [45, 15, 40];
function resultsTable(docx: Docx, { results }: ReportRead, words: Words): Table {
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: LINE };
  const row = (cells: Paragraph[][], tableHeader = false) =>
    new docx.TableRow({
      tableHeader,
      children: cells.map(
        (children, i) =>
          new docx.TableCell({
            width: { size: WIDTHS[i]!, type: docx.WidthType.PERCENTAGE },
            margins: { top: 60, bottom: 60, left: 80, right: 80 },
            children,
          }),
      ),
    });
  const bold = (text: string) => [paragraph(docx, text, { bold: true })];
  return new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: [
      row(words.columns.map(bold), true),
      ...results.map(({ item, progress, text }) =>
        row([
          [
            paragraph(docx, item?.text ?? words.gone),
            ...(item
              ? [paragraph(docx, item.criterion ? words.criteria[item.criterion] : words.noCriterion, { quiet: true })]
              : []),
          ],
          [paragraph(docx, words.progress[progress])],
          [paragraph(docx, text || '–')],
        ]),
      ),
    ],
  });
}

function bodyOf(docx: Docx, read: ReportRead, words: Words): FileChild[] {
  const parts = partsOf(read).map((part) => ({
    id: part.id,
    drawn: [heading(docx, words.parts[part.id], 2), paragraph(docx, part.text)],
  }));
  const results = read.results.length ? [heading(docx, words.results, 2), resultsTable(docx, read, words)] : [];
  return [
    ...parts.filter((p) => p.id === 'summary').flatMap((p) => p.drawn),
    ...results,
    ...parts.filter((p) => p.id !== 'summary').flatMap((p) => p.drawn),
  ];
}

/** A report as a Word document in the language of the post, with the parts of its reader and no others. */
export async function reportDocx(
  read: ReportRead,
  post: { ref: string; place: string; language: Language },
): Promise<Buffer> {
  const docx = await import('docx');
  const { report, output } = read;
  const words = reportWordsIn(post.language);
  const title = reportTitleIn(words, report);
  const style = (size: number) => ({ run: { size, bold: true, color: INK, font: 'Georgia' } });
  const document = new docx.Document({
    title: `${title}: ${post.place}`,
    creator: 'Human Rights Advisers',
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value: words.locale } } },
        heading1: style(36),
        heading2: style(26),
      },
    },
    sections: [
      {
        children: [
          heading(docx, title, 1),
          paragraph(docx, words.filed(post.place, post.ref, report.by.name, dayInWords(words, report.at)), {
            quiet: true,
          }),
          paragraph(docx, words.readers[output], { quiet: true }),
          ...bodyOf(docx, read, words),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

/** The name under which a report is downloaded. */
export const reportFileName = ({ report, output }: ReportRead, ref: string): string =>
  `${ref}-${report.kind}-${report.period.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 40)}-${output}.docx`;
