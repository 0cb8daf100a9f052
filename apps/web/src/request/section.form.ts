import {
  SECTIONS,
  valueAt,
  wordsIn,
  type FieldProblem,
  type Question,
  type RequestContent,
  type Section,
} from '#domain';
import { lines, many, one, text, type Form } from '../shell/exchange.js';
import type { Answers } from './answers.js';
import { ITEM, RECOMMENDATIONS, SHAPES, YEAR, concerns } from './row-shapes.js';
import { readRow, readRows, rowNumbers, type Row } from './rows.js';

/** The section of an address; null when there is none of that number. */
export const sectionOf = (number: string): Section | null =>
  /^[1-9]$/.test(number) ? (SECTIONS[Number(number) - 1] ?? null) : null;

/** The question that a place in the content answers, with its section. */
export function placeInSection(path: string): { section: Section; question: Question } | null {
  for (const section of SECTIONS) {
    const question = section.questions.find((q) => path === q.path || path.startsWith(`${q.path}.`));
    if (question) return { section, question };
  }
  return null;
}

/** The questions that a request is asked: a plan of days by country only where there are several. */
export const questionsFor = (section: Section, content: RequestContent): Question[] =>
  section.questions.filter(
    (q) => q.kind !== 'coverage' || (content.countries ?? []).length > 1 || valueAt(content, q.path) !== undefined,
  );

/** The years of the cost table as a form has them. One that the page only offered counts once it has an item. */
function readYears(form: Form, path: string): Row[] {
  return rowNumbers(form, path).flatMap((number) => {
    const at = `${path}.${number}`;
    const { row, typed } = readRow(form, at, YEAR.cells);
    const items = readRows(form, `${at}.items`, ITEM);
    const written = typed && !many(form, 'offered').includes(at);
    return written || items.length > 0 ? [{ ...row, items }] : [];
  });
}

function read(question: Question, form: Form): unknown {
  const { kind, path } = question;
  if (kind === 'words') return text(form, path);
  if (kind === 'line') return one(form, path);
  if (kind === 'list') return lines(form, path);
  if (kind === 'costs') return readYears(form, path);
  if (kind === 'recommendations')
    return readRows(form, path, { ...RECOMMENDATIONS, cells: [...RECOMMENDATIONS.cells, concerns([])] });
  return readRows(form, path, SHAPES[kind]!);
}

/** A question that is answered in rows may lose them all, so the form names it. */
const wasSent = (form: Form, path: string): boolean => path in form || many(form, 'shown').includes(path);

/** The answers of a section as they were typed. A question that the form did not hold has no answer here. */
export const answersIn = (form: Form, section: Section): Answers =>
  Object.fromEntries(section.questions.filter((q) => wasSent(form, q.path)).map((q) => [q.path, read(q, form)]));

/** What the person asked for besides saving. */
export type Intent =
  | { to: 'continue' | 'stay' }
  | { to: 'comment'; path: string }
  | { to: 'addRow' | 'dropRow'; path: string }
  | { to: 'detach'; documentId: string };

/** Which button was pressed. */
export function intentIn(form: Form, section: Section): Intent {
  const path = (name: string) => {
    const given = one(form, name);
    return section.questions.some((q) => given === q.path || given.startsWith(`${q.path}.`)) ? given : '';
  };
  if (path('add')) return { to: 'addRow', path: path('add') };
  if (path('drop')) return { to: 'dropRow', path: path('drop') };
  if (path('comment')) return { to: 'comment', path: path('comment') };
  if (one(form, 'remove')) return { to: 'detach', documentId: one(form, 'remove') };
  return { to: 'draft' in form ? 'stay' : 'continue' };
}

/** The form without one of its rows: its fields are left out before anything is read. */
export function withoutRow(form: Form, row: string): Form {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith(`${row}.`)));
}

/** Answers with more words than their question takes. They are kept all the same; the request cannot be submitted with them. */
export function tooLongIn(section: Section, content: RequestContent): FieldProblem[] {
  return section.questions.flatMap(({ path, kind, limit }) => {
    const value = valueAt(content, path);
    const over = kind === 'words' && typeof value === 'string' ? wordsIn(value) - limit : 0;
    return over > 0 ? [{ path, message: `Shorten this answer to ${limit} words or fewer (${over} too many)` }] : [];
  });
}
