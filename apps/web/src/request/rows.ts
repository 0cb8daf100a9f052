import type { Language } from '#domain';
import { many, one, text, type Form } from '../shell/exchange.js';
import { amountIn, amountText } from './amount.js';

/** How the text of a cell becomes a value. What cannot be read stays the text it is, and the domain says what is wrong with it. */
type Reading =
  | 'text'
  | 'line'
  | 'optional'
  | 'nullable'
  | 'whole'
  | 'amount'
  | 'amountOrNone'
  | 'amountMaybe'
  | 'choice'
  | 'nullableChoice'
  | 'codes';

/** One field of a row. `key` is where its value stands in the row. */
export interface Cell {
  key: string;
  label: string;
  reading: Reading;
  /** Columns of twelve that it takes on a wide screen, and on a narrow one: all of them, unless it says less. */
  span: number;
  narrow?: number;
  kind?: 'text' | 'long' | 'select' | 'number' | 'checkboxes';
  /** What may be chosen; a row may hold another value already, which is then offered too. */
  options?: readonly { value: string; text: string }[];
  prefix?: string;
  optional?: true;
  /** The language of its words, where it is not that of the page. */
  lang?: Language;
}
export interface RowShape {
  /** What a row is called, and what the button says that adds one. */
  noun: string;
  add: string;
  cells: readonly Cell[];
}
export type Row = Record<string, unknown>;

/** A field that grows takes line breaks that its answer does not want. */
const inOneLine = (typed: string): string => typed.replace(/\s*\n\s*/g, ' ');

const READ: Record<Reading, (typed: string[]) => unknown> = {
  text: ([typed = '']) => typed,
  line: ([typed = '']) => inOneLine(typed),
  optional: ([typed = '']) => inOneLine(typed) || undefined,
  nullable: ([typed = '']) => typed || null,
  whole: ([typed = '']) => (/^\d{1,9}$/.test(typed) ? Number(typed) : typed),
  amount: ([typed = '']) => amountIn(typed) ?? typed,
  amountOrNone: ([typed = '']) => (typed ? (amountIn(typed) ?? typed) : 0),
  amountMaybe: ([typed = '']) => (typed ? (amountIn(typed) ?? typed) : undefined),
  choice: ([typed = '']) => typed,
  nullableChoice: ([typed = '']) => typed || null,
  codes: (typed) => (typed.length ? typed : undefined),
};
/** Readings that say nothing when alone: a row with only a choice in it is an empty row. */
const CHOICES: readonly Reading[] = ['choice', 'nullableChoice', 'codes'];

/** The value of a cell as texts in its field. */
export function cellText(cell: Cell, row: Row): string | string[] {
  const value = cell.key.split('.').reduce<unknown>((at, key) => (at as Row | null | undefined)?.[key], row);
  if (cell.reading === 'codes') return Array.isArray(value) ? value.map(String) : [];
  if (typeof value === 'number') return cell.reading === 'whole' ? String(value) : amountText(value);
  return typeof value === 'string' ? value : '';
}

function put(row: Row, [key, ...rest]: string[], value: unknown): void {
  if (value === undefined) return;
  if (rest.length === 0) row[key!] = value;
  else put((row[key!] ??= {}) as Row, rest, value);
}

/** The numbers of the rows that a form has under a path, in order. */
export function rowNumbers(form: Form, path: string): number[] {
  const numbers = Object.keys(form).flatMap((name) => {
    const number = name.startsWith(`${path}.`) ? /^(\d{1,4})\./.exec(name.slice(path.length + 1))?.[1] : undefined;
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** One row of a form, and whether anything was typed into it. */
export function readRow(form: Form, at: string, cells: readonly Cell[]): { row: Row; typed: boolean } {
  const row: Row = {};
  let typed = false;
  for (const cell of cells) {
    const name = `${at}.${cell.key}`;
    const given =
      cell.reading === 'codes' ? many(form, name) : [cell.kind === 'long' ? text(form, name) : one(form, name)];
    typed ||= !CHOICES.includes(cell.reading) && given[0] !== '';
    put(row, cell.key.split('.'), READ[cell.reading](given));
  }
  return { row, typed };
}

/** The rows of a form under a path, without those that were left empty. */
export const readRows = (form: Form, path: string, shape: RowShape): Row[] =>
  rowNumbers(form, path)
    .map((number) => readRow(form, `${path}.${number}`, shape.cells))
    .filter(({ typed }) => typed)
    .map(({ row }) => row);
