import type { FileChild, IRunOptions, Paragraph, ParagraphChild, Table, TextRun } from 'docx';
import type { Block, Piece } from '#domain';
import type { TermsLayout } from './terms-layout.js';

type Docx = typeof import('docx');

const INK = '16262F';
const QUIET = '4A5C67';
const LINE = 'D5DEE3';
const BULLETS = 'points';

/** Builds the parts of a Word document; the package is loaded when a document is first asked for. */
class WordParts {
  constructor(
    private readonly docx: Docx,
    private readonly layout: TermsLayout,
  ) {}

  /** Runs of a text in which a line break stays one. */
  runs(text: string, options: IRunOptions = {}): TextRun[] {
    return text
      .split('\n')
      .map((line, i) => new this.docx.TextRun({ ...options, text: line, ...(i ? { break: 1 } : {}) }));
  }

  paragraph(children: readonly ParagraphChild[], more: object = {}): Paragraph {
    return new this.docx.Paragraph({ spacing: { after: 120 }, ...more, children: [...children] });
  }

  heading(text: string, level: 1 | 2 | 3): Paragraph {
    const { HEADING_1, HEADING_2, HEADING_3 } = this.docx.HeadingLevel;
    const heading = [HEADING_1, HEADING_2, HEADING_3][level - 1]!;
    return this.paragraph(this.runs(text), { heading, keepNext: true, spacing: { before: 240, after: 100 } });
  }

  blocks(blocks: readonly Block[], language: string): Paragraph[] {
    const run = { language: { value: language } };
    return blocks.flatMap((block) =>
      'list' in block
        ? block.list.map((point) =>
            this.paragraph(this.runs(point, run), {
              numbering: { reference: BULLETS, level: 0 },
              spacing: { after: 60 },
            }),
          )
        : [this.paragraph(this.runs(block.text, run))],
    );
  }

  pieces(pieces: readonly Piece[]): TextRun[] {
    return pieces.flatMap(({ kind, text }) =>
      this.runs(text, {
        ...(kind === 'added' ? { underline: {} } : {}),
        ...(kind === 'removed' ? { strike: true } : {}),
        size: 18,
      }),
    );
  }

  table(head: readonly string[], rows: readonly (readonly TextRun[])[][], widths: readonly number[]): Table {
    const { Table, TableCell, TableRow, WidthType, BorderStyle } = this.docx;
    const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
    const cell = (children: readonly TextRun[], i: number) =>
      new TableCell({
        width: { size: widths[i]!, type: WidthType.PERCENTAGE },
        margins: { top: 60, bottom: 60, left: 80, right: 80 },
        children: [this.paragraph(children, { spacing: { after: 0 } })],
      });
    const first = new TableRow({
      tableHeader: true,
      children: head.map((name, i) => cell(this.runs(name, { bold: true, size: 18 }), i)),
    });
    return new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
      rows: [first, ...rows.map((cells) => new TableRow({ cantSplit: false, children: cells.map(cell) }))],
    });
  }

  head(): Paragraph[] {
    const { layout } = this;
    return [
      this.paragraph(this.runs(layout.sender, { bold: true, color: QUIET })),
      this.heading(layout.heading, 1),
      ...layout.about.map(([name, value]) =>
        this.paragraph(this.runs(`${name} ${value}`, { color: QUIET }), { spacing: { after: 0 } }),
      ),
    ];
  }

  sections(): Paragraph[] {
    return this.layout.sections.flatMap((section) => [
      this.heading(section.heading, section.level === 1 ? 2 : 3),
      ...this.blocks(section.blocks, section.language),
      ...section.notes.map((note) => this.paragraph(this.runs(note, { size: 18, color: QUIET }))),
    ]);
  }

  roles(): FileChild[] {
    const { roles } = this.layout;
    if (!roles) return [];
    const rows = roles.rows.map((row) => row.map((text) => this.runs(text, { size: 18 })));
    return [this.heading(roles.heading, 2), this.table(roles.head, rows, [30, 45, 25])];
  }

  signatures(): FileChild[] {
    const { heading, blocks } = this.layout.signatures;
    return [
      this.heading(heading, 2),
      ...blocks.flatMap(({ side, lines }) => [
        this.paragraph(this.runs(side, { bold: true }), { keepNext: true, spacing: { before: 200, after: 40 } }),
        ...lines.map((line) => this.paragraph(this.runs(line), { spacing: { after: 40 } })),
      ]),
    ];
  }

  annex(): FileChild[] {
    const { heading, text, head, rows } = this.layout.annex;
    const title = [this.heading(heading, 2), this.paragraph(this.runs(text))];
    if (rows.length === 0) return title;
    const cells = rows.map((row) => [
      this.runs(row.clause, { size: 18 }),
      this.runs(row.change, { size: 18 }),
      this.pieces(row.before),
      this.pieces(row.after),
    ]);
    return [...title, this.table(head, cells, [18, 12, 35, 35])];
  }

  footer() {
    const { Footer, PageNumber, TextRun, TabStopType } = this.docx;
    const { footer, page } = this.layout;
    const number = {
      children: [`\t${page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
      size: 18,
      color: QUIET,
    };
    const tabStops = [{ type: TabStopType.RIGHT, position: 9026 }];
    return new Footer({
      children: [this.paragraph([...this.runs(footer, { size: 18, color: QUIET }), new TextRun(number)], { tabStops })],
    });
  }
}

const bullet = (docx: Docx) => ({
  reference: BULLETS,
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

/** Sets terms of reference as a Word document. */
export async function termsDocx(layout: TermsLayout): Promise<Buffer> {
  const docx = await import('docx');
  const parts = new WordParts(docx, layout);
  const document = new docx.Document({
    title: layout.heading,
    creator: layout.sender,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value: layout.locale } } },
        heading1: style(36),
        heading2: style(26),
        heading3: style(22),
      },
    },
    numbering: { config: [bullet(docx)] },
    sections: [
      {
        footers: { default: parts.footer() },
        children: [...parts.head(), ...parts.sections(), ...parts.roles(), ...parts.signatures(), ...parts.annex()],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
