import { SECTIONS, valueAt, type CostYear, type Language, type RequestContent } from '#domain';
import type { Answers } from '../request/answers.js';
import { ownScoresIn } from '../request/check.form.js';
import { cellOf as writable } from '../request/csv.js';
import { cellText, type Row } from '../request/rows.js';
import { answersIn } from '../request/section.form.js';
import { inPlainDigits, one, text, type Form } from '../shell/exchange.js';
import { anyOf, type Column, type FormField } from './form-fields.js';
import { dayInWords, writtenDay } from './written-day.js';

/** An answer as it stands in the form: one text, or the cells of its rows. */
export type Written = string | string[][];
export type Texts = Record<string, Written>;

/** An amount as it is written in a language; every one of them is read back. */
const amountIn = (value: number, language: Language): string =>
  value.toLocaleString({ en: 'en-US', fr: 'fr-FR', es: 'es-ES' }[language], { maximumFractionDigits: 2 });

function cellOf({ cell, choices }: Column, row: Row, language: Language): string {
  const value = cell.key.split('.').reduce<unknown>((at, key) => (at as Row | null | undefined)?.[key], row);
  if (typeof value === 'number' && cell.reading.startsWith('amount')) return amountIn(value, language);
  if (typeof value === 'number') return String(value);
  if (!choices) return String(cellText(cell, row));
  const wordOf = (code: string): string => choices.find((c) => c.value === code)?.words[language] ?? code;
  return [cellText(cell, row)].flat().map(wordOf).join('; ');
}

/** The items of the cost table, each with its year; a year without items is a row of its own. */
const costRows = (years: readonly Partial<CostYear>[]): Row[] =>
  years.flatMap(({ year, months, items = [] }) =>
    items.length ? items.map((item) => ({ year, months, ...item })) : [{ year, months }],
  );

/** An answer as the form shows it, in the language of the request. */
export function written(field: FormField, content: RequestContent, language: Language): Written {
  const value = valueAt(content, field.path);
  if (field.kind === 'day') return writtenDay(value, language);
  if (!field.columns) return writable(Array.isArray(value) ? value.join('\n') : String(value ?? ''));
  const rows = field.kind === 'costs' ? costRows((value ?? []) as Partial<CostYear>[]) : [value ?? []].flat();
  return (rows as Row[]).map((row) => field.columns!.map((column) => writable(cellOf(column, row, language))));
}

const plain = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
/** What was chosen, by its words in whichever language; other words stay as they are, and the domain says what is wrong with them. */
const chosen = ({ choices = [] }: Column, typed: string): string =>
  choices.find(({ value, words }) => [value, ...anyOf(words)].some((w) => plain(w) === plain(typed)))?.value ?? typed;

function valueOf(column: Column, typed: string): string | string[] {
  const { reading } = column.cell;
  if (reading === 'codes')
    return typed
      .split(/[;,\n]/)
      .map((word) => chosen(column, word.trim()))
      .filter(Boolean);
  // A contribution that is not named is none.
  if (column.choices) return chosen(column, typed.trim() || (column.cell.key === 'contribution.kind' ? 'none' : ''));
  const numeric = reading === 'whole' || reading.startsWith('amount');
  return numeric ? inPlainDigits(typed) : typed;
}

const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** Costs by year: an item whose year is left open belongs to the one above it. */
function costsInForm({ path, columns = [] }: FormField, rows: readonly string[][]): Form {
  const form: Form = {};
  let [year, item, last] = [-1, 0, ''];
  let of: string[] = ['', ''];
  for (const row of rows) {
    of = [row[0] || of[0]!, row[1] || (row[0] && row[0] !== of[0] ? '' : of[1]!)];
    if (of.join(' ') !== last) [year, item, last] = [year + 1, 0, of.join(' ')];
    columns.forEach((column, i) => {
      const ofYear = i < 2;
      const typed = (ofYear ? of[i] : row[i]) ?? '';
      const at = ofYear ? `${path}.${year}` : `${path}.${year}.items.${item}`;
      if (ofYear || !isEmpty(row.slice(2))) form[`${at}.${column.cell.key}`] = valueOf(column, typed);
    });
    item += 1;
  }
  return form;
}

function rowsInForm(field: FormField, rows: readonly string[][]): Form {
  const form: Form = {};
  rows.forEach((row, number) => {
    const at = field.kind === 'score' ? field.path : `${field.path}.${number}`;
    field.columns!.forEach((column, i) => (form[`${at}.${column.cell.key}`] = valueOf(column, row[i] ?? '')));
  });
  return form;
}

/** What stands in the form, as a form of a page would send it: so both are read by the same rules. */
export function asForm(fields: readonly FormField[], texts: Texts): Form {
  const form: Form = {};
  const shown: string[] = [];
  for (const field of fields) {
    const typed = texts[field.path];
    if (typed === undefined) continue;
    if (typeof typed === 'string') {
      form[field.path] = typed;
      continue;
    }
    shown.push(field.path);
    const rows = typed.filter((row) => !isEmpty(row));
    if (field.kind === 'score' && rows.length === 0) rows.push(['', '']);
    Object.assign(form, field.kind === 'costs' ? costsInForm(field, rows) : rowsInForm(field, rows));
  }
  return { ...form, shown };
}

const WHOLE = /^\d{1,3}$/;
/** What a request says of itself, as far as the form asks for it. */
function detailsInForm(form: Form): Answers {
  const months = inPlainDigits(one(form, 'durationMonths'));
  const read: Answers = {
    title: one(form, 'title').replace(/\s+/g, ' '),
    dutyStation: one(form, 'dutyStation').replace(/\s+/g, ' '),
    requestedStart: dayInWords(one(form, 'requestedStart')),
    durationMonths: WHOLE.test(months) ? Number(months) : months,
    urgentReason: text(form, 'urgentReason'),
  };
  return Object.fromEntries(Object.entries(read).filter(([path]) => path in form));
}

/** The answers of a form, by their place in the content: of a Word document, or of the page on which it is corrected. */
export function answersInForm(form: Form): Answers {
  const sections = SECTIONS.map((section) => answersIn(form, section));
  return Object.assign({}, detailsInForm(form), ...sections, ownScoresIn(form)) as Answers;
}
