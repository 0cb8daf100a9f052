import type { IParagraphOptions, IRunOptions, Paragraph, TextRun } from 'docx';
import type { LetterLayout } from './letter-layout.js';

type Docx = typeof import('docx');

const INK = '16262F';
const QUIET = '4A5C67';
const BLUE = '009EDB';
const BULLETS = 'points';
/** Signs that no XML document may hold. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const ARABIC = /[\u0590-\u08ff]/;

/** Builds the parts of the letter; the package is loaded when a letter is first asked for. */
class LetterParts {
  constructor(
    private readonly docx: Docx,
    private readonly letter: LetterLayout,
  ) {}

  /** Runs of a text in which a line break stays one. */
  runs(text: string, options: IRunOptions = {}): TextRun[] {
    return text
      .replace(FORBIDDEN, '')
      .split('\n')
      .map((line, i) => new this.docx.TextRun({ ...options, text: line.trim(), ...(i ? { break: 1 } : {}) }));
  }

  paragraph(text: string, run: IRunOptions = {}, more: IParagraphOptions = {}): Paragraph {
    return new this.docx.Paragraph({
      spacing: { after: 160 },
      ...(ARABIC.test(text) ? { bidirectional: true } : {}),
      ...more,
      children: this.runs(text, run),
    });
  }

  head(): Paragraph[] {
    const { sender, to, labels, date, ref, subject } = this.letter;
    const rule = { style: this.docx.BorderStyle.SINGLE, size: 18, color: BLUE, space: 8 };
    const quiet = { color: QUIET };
    const close = { spacing: { after: 0 } };
    return [
      this.paragraph(
        sender,
        { bold: true, font: 'Georgia', size: 24 },
        { spacing: { after: 480 }, border: { top: rule } },
      ),
      this.paragraph(`${labels.date} ${date}`, quiet, close),
      this.paragraph(`${labels.reference} ${ref}`, quiet),
      this.paragraph(to, {}, { spacing: { after: 320 } }),
      this.paragraph(subject, {}, { heading: this.docx.HeadingLevel.HEADING_1, keepNext: true }),
    ];
  }

  body(): Paragraph[] {
    const numbering = { reference: BULLETS, level: 0 };
    return this.letter.parts.flatMap((part) =>
      'list' in part
        ? part.list.map((line, i) =>
            // The last of them stands as far from what follows as any paragraph.
            this.paragraph(line, {}, { numbering, spacing: { after: i === part.list.length - 1 ? 160 : 80 } }),
          )
        : [this.paragraph(part.text)],
    );
  }

  foot(): Paragraph[] {
    const { signature, signatory, copies } = this.letter;
    return [
      this.paragraph(signature, { bold: true }, { keepNext: true, spacing: { before: 480, after: 0 } }),
      this.paragraph(signatory, { color: QUIET }),
      ...(copies ? [this.paragraph(copies, { size: 18 })] : []),
    ];
  }

  footer() {
    const { Footer, PageNumber, Paragraph, TextRun, TabStopType } = this.docx;
    const { footer, labels } = this.letter;
    const small = { size: 18, color: QUIET };
    const page = new TextRun({
      ...small,
      children: [`\t${labels.page} `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    });
    const tabStops = [{ type: TabStopType.RIGHT, position: 9026 }];
    return new Footer({ children: [new Paragraph({ tabStops, children: [...this.runs(footer, small), page] })] });
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

/** Sets a decision letter as a Word document. */
export async function letterDocx(letter: LetterLayout): Promise<Buffer> {
  const docx = await import('docx');
  const parts = new LetterParts(docx, letter);
  const document = new docx.Document({
    title: letter.subject.replace(FORBIDDEN, ''),
    creator: letter.sender,
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, color: INK, language: { value: letter.language } } },
        heading1: { run: { size: 30, bold: true, color: INK, font: 'Georgia' } },
      },
    },
    numbering: { config: [bullet(docx)] },
    sections: [{ footers: { default: parts.footer() }, children: [...parts.head(), ...parts.body(), ...parts.foot()] }],
  });
  return docx.Packer.toBuffer(document);
}
