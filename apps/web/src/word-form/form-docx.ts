import type { FileChild, Paragraph, ParagraphChild, Table, TableCell } from 'docx';
import type { Language } from '#domain';
import { ORIGIN, type FormField } from './form-fields.js';
import { FORM_TITLE, HOW_TO, MADE_FROM, PARTS } from './form-words.js';
import type { Texts } from './form-texts.js';

type Docx = typeof import('docx');

/** What a form is made of. */
export interface FormLayout {
  language: Language;
  /** What it was made from, as it is read again. */
  origin: string;
  /** Lines about the request on the front page. */
  about: string[];
  fields: readonly FormField[];
  texts: Texts;
  /** What helps to answer, by the place of the answer. */
  guides: Readonly<Record<string, string>>;
  footer: string;
}

const INK = '16262F';
const QUIET = '4A5C67';
const LINE = 'B5C3CB';
const SHADE = 'EEF3F5';
/** The whole width of a table, and what its first column takes of it, in twentieths of a point. */
const WIDTH = 9_600;
const CODE = 760;
/** Empty rows at the end of a table, to be written into. */
const SPARE = 2;

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Sets the form; every field is a table of its own, with its code in the first cell. */
class FormParts {
  constructor(
    private readonly docx: Docx,
    private readonly layout: FormLayout,
  ) {}

  /** One line of text, from the right where its first letter is read from there. */
  line(text: string, run: object = {}, more: object = {}): Paragraph {
    const { Paragraph, Tab, TextRun } = this.docx;
    const fromRight = RIGHT_TO_LEFT.test(text);
    const children: ParagraphChild[] = text
      .split('\t')
      .flatMap((words, i) => [
        ...(i ? [new TextRun({ children: [new Tab()] })] : []),
        new TextRun({ text: words, rightToLeft: fromRight, ...run }),
      ]);
    return new Paragraph({ spacing: { after: 0 }, bidirectional: fromRight, ...more, children });
  }

  /** A text as it was typed: every line a paragraph, and an empty line an empty one. */
  lines = (text: string, run: object = {}): Paragraph[] => text.split('\n').map((line) => this.line(line, run));

  quiet = (text: string): Paragraph => this.line(text, { size: 18, color: QUIET });

  heading(text: string, level: 1 | 2): Paragraph {
    const { HEADING_1, HEADING_2 } = this.docx.HeadingLevel;
    const spacing = { before: level === 1 ? 0 : 360, after: 120 };
    return this.line(text, {}, { heading: level === 1 ? HEADING_1 : HEADING_2, keepNext: true, spacing });
  }

  cell(children: Paragraph[], more: object = {}): TableCell {
    return new this.docx.TableCell({ margins: { top: 60, bottom: 60, left: 90, right: 90 }, ...more, children });
  }

  /** A field: its code and question, and under them the answer, whatever rows that has. */
  field(code: string, head: Paragraph[], answer: TableCell[][], columns: number): Table {
    const { Table, TableRow, TableLayoutType, WidthType, BorderStyle } = this.docx;
    const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
    const shading = { fill: SHADE };
    const first = new TableRow({
      children: [
        this.cell([this.line(code, { bold: true })], { shading, width: { size: CODE, type: WidthType.DXA } }),
        this.cell(head, { shading, columnSpan: columns - 1 }),
      ],
    });
    const rest = Math.floor((WIDTH - CODE) / (columns - 1));
    return new Table({
      width: { size: WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.AUTOFIT,
      columnWidths: [CODE, ...Array.from({ length: columns - 1 }, () => rest)],
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      rows: [first, ...answer.map((children) => new TableRow({ children }))],
    });
  }

  private rows(field: FormField): TableCell[][] {
    const { language, texts } = this.layout;
    const columns = field.columns!;
    const given = texts[field.path];
    const rows = Array.isArray(given) ? given : [];
    const spare = field.kind === 'score' ? Math.max(1 - rows.length, 0) : SPARE;
    const empty = Array.from({ length: spare }, () => columns.map(() => ''));
    const small = { size: 18 };
    return [
      columns.map(({ label }) => this.cell([this.line(label[language], { bold: true, ...small })])),
      ...[...rows, ...empty].map((row) => row.map((text) => this.cell(this.lines(text, small)))),
    ];
  }

  answered(field: FormField): Table {
    const { language, texts, guides } = this.layout;
    const guide = guides[field.path];
    const head = [
      this.line(field.label[language], { bold: true }),
      ...field.hints.map((hint) => this.quiet(hint[language])),
      ...(guide ? [this.quiet(guide)] : []),
    ];
    if (field.columns) return this.field(field.code, head, this.rows(field), field.columns.length);
    const text = texts[field.path];
    const answer = this.cell(this.lines(typeof text === 'string' ? text : ''), { columnSpan: 2 });
    return this.field(field.code, head, [[answer]], 2);
  }

  /** The front page: what it is, how it is filled in, and what it was made from. */
  front(): FileChild[] {
    const { language, about, origin } = this.layout;
    const spacing = { after: 100 };
    const head = [this.line(MADE_FROM[language], { bold: true }), ...about.map((text) => this.quiet(text))];
    return [
      this.heading(FORM_TITLE[language], 1),
      ...HOW_TO.map((text, i) => this.line(`${i + 1}. ${text[language]}`, {}, { spacing })),
      this.field(ORIGIN, head, [[this.cell([this.line(origin)], { columnSpan: 2 })]], 2),
    ];
  }

  parts(): FileChild[] {
    const { language, fields } = this.layout;
    let part = -1;
    return fields.flatMap((field) => {
      const begins = field.part !== part;
      part = field.part;
      // Tables that touch are joined by the programs that open them: a line stands between any two.
      return [
        ...(begins ? [this.heading(PARTS[part]![language], 2)] : [this.line('', { size: 12 })]),
        this.answered(field),
      ];
    });
  }

  footer() {
    const { Footer, PageNumber, Paragraph, TextRun } = this.docx;
    const run = { size: 16, color: QUIET };
    const numbers = new TextRun({ ...run, children: ['   ', PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] });
    return new Footer({
      children: [new Paragraph({ children: [new TextRun({ ...run, text: this.layout.footer }), numbers] })],
    });
  }
}

/** Sets the form of a request as a Word document; the package is loaded when a form is first asked for. */
export async function formDocx(layout: FormLayout): Promise<Buffer> {
  const docx = await import('docx');
  const parts = new FormParts(docx, layout);
  const style = (size: number) => ({ run: { size, bold: true, color: INK, font: 'Georgia' } });
  const value = { en: 'en-GB', fr: 'fr-FR', es: 'es-ES' }[layout.language];
  const document = new docx.Document({
    title: `${FORM_TITLE[layout.language]}: ${layout.origin}`,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value } } },
        heading1: style(36),
        heading2: style(26),
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: 1_000, bottom: 1_000, left: 1_100, right: 1_100 } } },
        footers: { default: parts.footer() },
        children: [...parts.front(), ...parts.parts(), parts.line('')],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}

/** Every line that the form itself brings: whatever else stands in a document was written by somebody. */
export function linesOfForm(fields: readonly FormField[], guides: readonly string[]): string[] {
  const inThree = [FORM_TITLE, MADE_FROM, ...Object.values(PARTS), ...fields.flatMap((f) => [f.label, ...f.hints])];
  const steps = HOW_TO.flatMap((text, i) => Object.values(text).map((t: string) => `${i + 1}. ${t}`));
  return [...inThree.flatMap((text) => Object.values(text) as string[]), ...steps, ...guides];
}
