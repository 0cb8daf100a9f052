import { CONFIDENCES, sheetProblems, type Confidence, type FieldProblem, type FrameworkCriterion } from '#domain';
import { CANNOT_WORDS, COLUMNS, HEAD, type Column, type FormOf } from './score-file.fields.js';
import type { SentSheet } from './score.form.js';

/** A table as the reader of workbooks gives it. */
export type Rows = readonly (readonly unknown[])[];
export type Part = 'score' | 'reason' | 'evidence' | 'confidence';
/** What was understood of one criterion, and what is wrong with it, each at its cell. */
export interface Understood {
  key: string;
  name: string;
  /** Nothing was filled in. */
  empty: boolean;
  score: string;
  confidence: string;
  reason: string;
  evidence: string[];
  problems: { part: Part; cell: string; message: string }[];
}
/** A form as it was understood; nothing of it is kept yet. */
export interface ReadForm {
  fields: Understood[];
  sheet: SentSheet;
}
type Criteria = readonly Pick<FrameworkCriterion, 'key' | 'name'>[];

const said = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : // A number that is shown as a day may be none: the year 300,000.
      value instanceof Date && !Number.isNaN(value.getTime())
      ? value.toISOString().slice(0, 10)
      : typeof value === 'object'
        ? ''
        : String(value as string | number | boolean)
            .replace(/\r\n?/g, '\n')
            .trim();
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60).trim()}…` : text);
const PARTS: readonly Part[] = ['score', 'reason', 'evidence', 'confidence'];

/** Why a form is not one of this request, these versions and this person; null where it is. */
function foreign(head: Record<keyof FormOf, string>, expected: FormOf): string | null {
  if (head.ref !== expected.ref)
    return `This form is for another request: it says ${short(head.ref)}, and this is ${expected.ref}.`;
  if (head.address.toLowerCase() !== expected.address.toLowerCase())
    return 'This form was downloaded by another reviewer. Download your own.';
  if (head.requestVersion !== String(expected.requestVersion))
    return `This form is for version ${short(head.requestVersion)} of the request; it now stands at version ${expected.requestVersion}. Read what changed, then download the form again.`;
  return head.criteriaVersion === String(expected.criteriaVersion)
    ? null
    : `This form is for version ${short(head.criteriaVersion)} of the criteria; this request is judged by version ${expected.criteriaVersion}. Download the form again.`;
}

/** The fields at the head, or which one is missing or does not belong there. */
function headOf(rows: Rows): Record<keyof FormOf, string> | string {
  const found = new Map<string, string>();
  for (const row of rows.slice(1)) {
    const title = said(row[0]);
    if (!title) continue;
    if (!Object.values(HEAD).includes(title))
      return `The form has a field that does not belong to it: “${short(title)}”.`;
    if (found.has(title)) return `The form has the field “${title}” twice.`;
    found.set(title, said(row[1]));
  }
  const missing = Object.values(HEAD).filter((title) => !found.get(title));
  if (missing.length > 0) return `The form lacks ${missing.map((title) => `“${title}”`).join(', ')}.`;
  const entries = Object.entries(HEAD).map(([key, title]) => [key, found.get(title)!]);
  return Object.fromEntries(entries) as Record<keyof FormOf, string>;
}

/** Where each column stands, or which one is missing or does not belong there. */
function columnsOf(row: readonly unknown[]): Record<Column, number> | string {
  const titles = row.map(said);
  const known: string[] = Object.values(COLUMNS);
  const other = titles.find((title) => title !== '' && !known.includes(title));
  if (other !== undefined) return `The form has a column that does not belong to it: “${short(other)}”.`;
  const missing = known.filter((title) => !titles.includes(title));
  if (missing.length > 0) return `The form lacks the column ${missing.map((title) => `“${title}”`).join(', ')}.`;
  const places = Object.entries(COLUMNS).map(([key, title]) => [key, titles.indexOf(title)]);
  return Object.fromEntries(places) as Record<Column, number>;
}

/** The score that a cell says: a number, “cannot assess” as null, none as undefined, and what is no score as it is. */
function scoreOf(text: string): number | null | undefined | string {
  if (text === '') return undefined;
  if (/^cannot assess$/i.test(text)) return null;
  return /^[0-4](\.0+)?$/.test(text) ? Number(text[0]) : text;
}

interface Line {
  key: string;
  name: string;
  row: readonly unknown[];
  number: number;
}

function understood(line: Line, columns: Record<Column, number>): { field: Understood; sent: SentSheet[string] } {
  const text = (part: Part) => said(line.row[columns[part]]);
  const cell = (part: Part) => `${String.fromCharCode(65 + columns[part])}${line.number}`;
  const evidence = text('evidence')
    .split('\n')
    .map((e) => e.trim())
    .filter(Boolean);
  const problems: Understood['problems'] = [];
  const problem = (part: Part, message: string) => problems.push({ part, cell: cell(part), message });
  const score = scoreOf(text('score'));
  if (typeof score === 'string')
    problem('score', `“${short(score)}” is no score: write 0, 1, 2, 3 or 4, or “${CANNOT_WORDS}”`);
  const sure = text('confidence').toLowerCase();
  if (sure && !Object.hasOwn(CONFIDENCES, sure))
    problem('confidence', `“${short(sure)}” is not a choice: write low, medium or high`);
  const sent = {
    ...(score === undefined || typeof score === 'string' ? {} : { score }),
    reason: text('reason'),
    ...(evidence.length ? { evidence } : {}),
    ...(sure && Object.hasOwn(CONFIDENCES, sure) ? { confidence: sure as Confidence } : {}),
  };
  const demands = { whole: false, reasons: false, draft: true, path: 'scores' } as const;
  for (const { path, message } of sheetProblems({ [line.key]: sent }, demands)) {
    const part = PARTS.find((p) => path.startsWith(`scores.${line.key}.${p}`));
    if (part) problem(part, message);
  }
  const empty = PARTS.every((part) => text(part) === '');
  const shown = { score: text('score'), confidence: sure, reason: text('reason'), evidence };
  return { field: { key: line.key, name: line.name, empty, ...shown, problems }, sent };
}

/** The lines of the table, one for each criterion; or which is missing, twice there, or does not belong there. */
function linesOf(rows: Rows, from: number, at: number, criteria: Criteria): Line[] | string {
  const lines: Line[] = [];
  for (const [i, row] of rows.slice(from).entries()) {
    const name = said(row[at]);
    if (!name && row.every((value) => said(value) === '')) continue;
    const criterion = criteria.find((c) => c.name === name);
    if (!criterion) return `The form has a line that does not belong to it: “${short(name)}”.`;
    if (lines.some((l) => l.key === criterion.key)) return `The form has “${name}” twice.`;
    lines.push({ key: criterion.key, name, row, number: from + i + 1 });
  }
  const missing = criteria.filter((c) => !lines.some((l) => l.key === c.key));
  return missing.length > 0 ? `The form lacks ${missing.map((c) => `“${c.name}”`).join(', ')}.` : lines;
}

/** Reads a filled score form; a sentence where it is not one for this request, these versions and this person. */
export function readScoreForm(rows: Rows, expected: FormOf, criteria: Criteria): ReadForm | string {
  const start = rows.findIndex((row) => said(row[0]) === COLUMNS.criterion);
  if (start < 0) return `The form lacks the column “${COLUMNS.criterion}”. Download it again.`;
  const head = headOf(rows.slice(0, start));
  if (typeof head === 'string') return head;
  const wrong = foreign(head, expected);
  if (wrong) return wrong;
  const columns = columnsOf(rows[start]!);
  if (typeof columns === 'string') return columns;
  const lines = linesOf(rows, start + 1, columns.criterion, criteria);
  if (typeof lines === 'string') return lines;
  const all = lines.map((line) => understood(line, columns));
  const filled = all.filter(({ field }) => !field.empty).map(({ field, sent }) => [field.key, sent]);
  return { fields: all.map(({ field }) => field), sheet: Object.fromEntries(filled) as SentSheet };
}

/** Everything that is wrong with a form, by the path that the API gives it. */
export const problemsOf = ({ fields }: ReadForm): (FieldProblem & { cell: string })[] =>
  fields.flatMap(({ key, problems }) =>
    problems.map(({ part, cell, message }) => ({ path: `scores.${key}.${part}`, message, cell })),
  );
