import type { WordBlock, WordCell, WordDocument } from '#platform';
import { anyOf, EDITION, ORIGIN, type FormField } from './form-fields.js';
import { linesOfForm } from './form-docx.js';
import type { Texts, Written } from './form-texts.js';

/** What a form says it was made from: a request, the number of the step, and the edition of the form. */
export interface Origin {
  ref: string;
  revision: number;
}
/** A form as it was found in a document. */
export interface FoundForm {
  origin: Origin;
  texts: Texts;
  /** Text that stands in no field, so that nothing typed elsewhere is lost. */
  outside: string[];
  /** Codes that were found more than once: the first counts. */
  twice: string[];
}

export const originText = ({ ref, revision }: Origin): string => `${ref} / ${revision} / ${EDITION}`;

/** A text as it is compared: what programs change by themselves is the same. */
export const leanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/[\u0085\u2028\u2029]|\r\n?/g, '\n')
    .replace(/[\u200b\u200e\u200f\ufeff]/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** Paragraphs as the lines of a text; the points of a list keep a mark of it, except where every line is a point. */
function linesOf(blocks: readonly WordBlock[], marked = true): string[] {
  let number = 0;
  return blocks.flatMap((block) => {
    if ('rows' in block)
      return block.rows.map((row) => row.map((cell) => textOf(cell).replace(/\n/g, ' ')).join(' | '));
    number = block.list?.ordered ? number + 1 : 0;
    const mark = marked && block.list && block.text.trim() ? (block.list.ordered ? `${number}. ` : '- ') : '';
    return [`${mark}${block.text}`];
  });
}
const textOf = (cell: WordCell, marked = true): string => linesOf(cell.blocks, marked).join('\n').trim();

/** The cells of a row by their columns: one that takes several leaves the others empty. */
const byColumn = (row: readonly WordCell[]): string[] =>
  row.flatMap((cell) => [textOf(cell), ...Array.from({ length: Math.min(cell.span, 30) - 1 }, () => '')]);

interface FoundField {
  code: string;
  head: string[];
  rows: WordCell[][];
}

/** Walks through the tables of a document: a row of two cells that begins with a code begins a field, even where tables were joined. */
class Finding {
  readonly fields: FoundField[] = [];
  readonly outside: string[] = [];

  constructor(private readonly codes: ReadonlySet<string>) {}

  walk(blocks: readonly WordBlock[]): void {
    for (const block of blocks) {
      if ('text' in block) this.outside.push(...linesOf([block]));
      else this.table(block.rows);
    }
  }

  private table(rows: readonly WordCell[][]): void {
    let field: FoundField | null = null;
    for (const row of rows) {
      const code = row.length === 2 ? leanText(textOf(row[0]!)) : '';
      if (this.codes.has(code)) {
        field = { code, head: linesOf(row[1]!.blocks), rows: [] };
        this.fields.push(field);
      } else if (field) field.rows.push(row);
      else this.outside.push(linesOf([{ rows: [row] }]).join('\n'));
    }
  }
}

/** The row of the names of the columns, in any language, as far as it is still there. */
const isHead = (row: readonly string[], { columns = [] }: FormField): boolean =>
  columns.filter(({ label }, i) => anyOf(label).some((l) => leanText(l) === leanText(row[i] ?? ''))).length * 2 >
  columns.length;

/** The answer in a field, and cells beyond its columns. */
function answerIn(field: FormField, rows: readonly WordCell[][]): { answer: Written; beyond: string[] } {
  const marked = field.kind !== 'list';
  if (!field.columns)
    return {
      answer: rows
        .flat()
        .map((cell) => textOf(cell, marked))
        .join('\n')
        .trim(),
      beyond: [],
    };
  const cells = rows.map(byColumn).filter((row) => !isHead(row, field));
  const width = field.columns.length;
  const beyond = cells.flatMap((row) => row.slice(width));
  return { answer: cells.map((row) => row.slice(0, width)), beyond };
}

/** Why a document is not taken as a form at all. */
export const NO_FORM = 'is no form of a request. Download the form of this request, fill it in, and choose that.';
export const NO_ORIGIN =
  'does not say which request it belongs to: the line under 0.0 on its front page was changed or taken out. Copy your answers into a form that you download anew.';
export const OTHER_EDITION =
  'was made by an earlier edition of this product, whose questions had other numbers. Download the form again and copy your answers into it.';

function originIn(fields: readonly FoundField[]): Origin | string {
  if (fields.length === 0) return NO_FORM;
  const field = fields.find(({ code }) => code === ORIGIN);
  const [, ref, revision, edition] = /^([\w-]{1,40}) ?\/ ?(\d{1,9}) ?\/ ?(\d{1,4})$/.exec(
    leanText(
      field?.rows
        .flat()
        .map((cell) => textOf(cell))
        .join(' ') ?? '',
    ),
  ) ?? ['', '', '', ''];
  if (!ref) return NO_ORIGIN;
  return Number(edition) === EDITION ? { ref, revision: Number(revision) } : OTHER_EDITION;
}

/** Finds the fields of a form in a document, however it was edited; or says why it is no form. */
export function findForm(
  document: WordDocument,
  fields: readonly FormField[],
  guides: readonly string[],
): FoundForm | string {
  const finding = new Finding(new Set([ORIGIN, ...fields.map(({ code }) => code)]));
  finding.walk(document.blocks);
  const origin = originIn(finding.fields);
  if (typeof origin === 'string') return origin;
  const own = new Set(linesOfForm(fields, guides).map(leanText));
  const texts: Texts = {};
  const twice: string[] = [];
  const outside = [...finding.outside];
  for (const { code, head, rows } of finding.fields) {
    const field = fields.find((f) => f.code === code);
    if (!field) continue;
    outside.push(...head);
    const { answer, beyond } = answerIn(field, rows);
    if (texts[field.path] === undefined) {
      texts[field.path] = answer;
      outside.push(...beyond);
    } else {
      twice.push(code);
      outside.push(...[answer].flat(2));
    }
  }
  return { origin, texts, twice, outside: outside.filter((line) => leanText(line) !== '' && !own.has(leanText(line))) };
}
