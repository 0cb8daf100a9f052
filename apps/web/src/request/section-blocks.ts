import { valueAt, type FieldProblem, type Language, type Question, type RequestContent } from '#domain';
import { DOCUMENTS } from './attachments.js';
import type { Names } from './case-words.js';
import { costTotals } from './cost-totals.js';
import { errorOf, type Field } from './field-models.js';
import { drawRows, drawYears, type DrawnRows, type DrawnYear } from './row-blocks.js';
import { concerns, COVERAGE, RECOMMENDATIONS, SHAPES } from './row-shapes.js';
import { shapeIn } from './row-translations.js';
import type { RowShape } from './rows.js';

/** What the questions of a section are drawn from. */
export interface BlocksInput {
  /** What is stored, with what was typed laid over it. */
  drawn: RequestContent;
  content: RequestContent;
  problems: readonly FieldProblem[];
  contested: readonly string[];
  /** The place where one more row was asked for. */
  add: string;
  names: Names;
  now: Date;
  /** The page of the section. */
  page: string;
}

/** A question in the language of the request. */
interface Asked {
  path: string;
  label: string;
  lang: Language | undefined;
  optional: boolean;
  hint: string | undefined;
  error: string | undefined;
}
/** What somebody else saved while this person was writing. */
interface Meanwhile {
  saved: string;
  page: string;
}
type FieldBlock = { shape: 'field'; field: Field };
type RowsBlock = Asked & { shape: 'rows'; rows: DrawnRows; oneLine: boolean };
type CostsBlock = Asked & {
  shape: 'costs';
  years: DrawnYear[];
  add: DrawnRows['add'];
  totals: ReturnType<typeof costTotals>;
};
/** One question as the page draws it. */
export type Block = (FieldBlock | RowsBlock | CostsBlock) & { meanwhile: Meanwhile | null };

const RESTRICTED = 'Seen by your office and OHCHR only.';
const HINTS: Partial<Record<Question['kind'], string>> = {
  costs: 'Every amount in US dollars. Your text is saved whenever you add or remove a line.',
  endorsements: 'Name those who decline or have not answered too. An amount may stay empty.',
  recommendations: 'Those that an adviser would help to follow up, up to 40.',
  coverage: 'How the adviser’s days are shared out, with what comes first in each country.',
};

/** The rows of a question, with the countries of this request to choose from. */
function shapeOf({ kind }: Question, { drawn, content, names }: BlocksInput, value: unknown): RowShape {
  const options = (drawn.countries ?? []).map((code) => ({
    value: code,
    text: names.countryName(code, content.language ?? 'en'),
  }));
  options.sort((a, b) => a.text.localeCompare(b.text));
  if (kind === 'coverage')
    return { ...COVERAGE, cells: COVERAGE.cells.map((c) => (c.key === 'country' ? { ...c, options } : c)) };
  const named = Array.isArray(value) && value.some((row: { countries?: unknown }) => row.countries !== undefined);
  return kind === 'recommendations' && (options.length > 1 || named)
    ? { ...RECOMMENDATIONS, cells: [...RECOMMENDATIONS.cells, concerns(options)] }
    : SHAPES[kind]!;
}

function costsBlock(asked: Asked, value: unknown, { content, problems, add, now }: BlocksInput): CostsBlock {
  const start = content.requestedStart ?? now.toISOString();
  const first = { year: Number(start.slice(0, 4)), months: 13 - Number(start.slice(5, 7)) };
  const years = drawYears(asked.path, value, problems, add, { first, language: content.language ?? 'en' });
  return { shape: 'costs', ...asked, totals: costTotals(value), ...years };
}

/** How high the field of a text is: by what may be written into it, or by the lines that are there. */
const heightOf = (limit: number): number => (limit > 600 ? 12 : limit > 300 ? 8 : 4);
const linesOf = (text: string): number => Math.min(Math.max(text.split('\n').length + 1, 4), 12);

function fieldBlock({ kind, limit }: Question, { path, ...asked }: Asked, value: unknown): FieldBlock {
  const text = Array.isArray(value) ? value.join('\n') : String(value ?? '');
  const common = { ...asked, name: path, value: text };
  if (kind === 'line') return { shape: 'field', field: { ...common, kind: 'text', width: 10 } };
  if (kind === 'list') return { shape: 'field', field: { ...common, kind: 'long', rows: linesOf(text) } };
  return { shape: 'field', field: { ...common, kind: 'long', words: limit, rows: heightOf(limit) } };
}

/** What is stored now of an answer in words; answers in rows are looked at on a page of their own. */
const savedText = (value: unknown): string =>
  Array.isArray(value) ? value.filter((v) => typeof v === 'string').join('\n') : typeof value === 'string' ? value : '';

/** A question with its answer, as the page draws it. */
export function blockOf(question: Question, input: BlocksInput): Block {
  const { path, kind } = question;
  const { content, drawn, problems, contested, add, page } = input;
  const language = content.language ?? 'en';
  const value = valueAt(drawn, path);
  const asked: Asked = {
    path,
    label: question.label[language],
    lang: language === 'en' ? undefined : language,
    optional: !question.required,
    hint: [question.tier === 'risk' ? RESTRICTED : '', HINTS[kind] ?? ''].filter(Boolean).join(' ') || undefined,
    // Answers in rows say beside each field what is wrong with it.
    error: SHAPES[kind] || kind === 'costs' ? undefined : errorOf(problems, path),
  };
  const meanwhile = contested.includes(path) ? { saved: savedText(valueAt(content, path)), page } : null;
  if (kind === 'costs') return { ...costsBlock(asked, value, input), meanwhile };
  if (!SHAPES[kind]) return { ...fieldBlock(question, asked, value), meanwhile };
  const rows = drawRows(shapeIn(shapeOf(question, input, value), language), path, value, problems, add);
  return { shape: 'rows', ...asked, rows, oneLine: kind === 'coverage', meanwhile };
}

const inRows = (drawn: DrawnRows): string[] => [
  drawn.id,
  ...drawn.rows.flatMap((row) => row.cells.map(({ field }) => field.name)),
];

/** Every place of the page that an error may lead to. */
export function placesOf(blocks: readonly Block[]): Set<string> {
  const inBlock = (block: Block): string[] => {
    if (block.shape === 'field') return [block.field.name];
    if (block.shape === 'rows') return inRows(block.rows);
    const years = block.years.flatMap((y) => [...y.cells.map(({ field }) => field.name), ...inRows(y.items)]);
    return [block.path, ...years];
  };
  return new Set([DOCUMENTS, ...blocks.flatMap(inBlock)]);
}
