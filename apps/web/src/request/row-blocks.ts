import type { FieldProblem, Language } from '#domain';
import { errorOf, errorOfWhole, type Field } from './field-models.js';
import { ITEM, YEAR } from './row-shapes.js';
import { shapeIn } from './row-translations.js';
import { cellText, type Cell, type Row, type RowShape } from './rows.js';

/** One row as the page draws it; `drop` is what its Remove button sends. */
export interface DrawnRow {
  id: string;
  name: string;
  cells: { span: number; narrow: number; field: Field }[];
  drop: string;
}
export interface DrawnRows {
  id: string;
  error: string | undefined;
  rows: DrawnRow[];
  add: { value: string; text: string };
}
export interface DrawnYear extends DrawnRow {
  items: DrawnRows;
  /** Filled in by the page and not by anybody. */
  offered: boolean;
}

/** A value that a row has already is offered too, or saving the page would change it. */
function optionsOf(cell: Cell, given: string | string[]): Field['options'] {
  const options = cell.options ?? [];
  const more = [given].flat().filter((value) => !options.some((o) => o.value === value));
  return cell.kind === 'select' || cell.kind === 'checkboxes'
    ? [...options, ...more.map((value) => ({ value, text: value || 'Choose' }))]
    : undefined;
}

/** How high a field has to be for its text to be seen, where the browser does not let it grow by itself. */
const linesOf = (text: string, span: number): number => Math.min(Math.ceil((text.length + 1) / (span * 6)), 8);

function fieldOf(cell: Cell, at: string, row: Row, problems: readonly FieldProblem[]): Field {
  const name = `${at}.${cell.key}`;
  const value = cellText(cell, row);
  const options = optionsOf(cell, value === '' && cell.options?.length ? cell.options[0]!.value : value);
  return {
    kind: cell.kind ?? 'text',
    name,
    label: cell.label,
    value,
    error: errorOf(problems, name),
    quiet: true,
    small: true,
    ...(cell.lang ? { lang: cell.lang } : {}),
    ...(cell.optional ? { optional: true } : {}),
    ...(cell.prefix ? { prefix: cell.prefix } : {}),
    ...(cell.kind === 'long' ? { rows: linesOf(String(value), cell.span) } : {}),
    ...(options ? { options } : {}),
  };
}

const drawRow = (
  shape: RowShape,
  at: string,
  number: number,
  row: Row,
  problems: readonly FieldProblem[],
): DrawnRow => ({
  id: at,
  name: `${shape.noun} ${number}`,
  cells: shape.cells.map((cell) => ({
    span: cell.span,
    narrow: cell.narrow ?? 12,
    field: fieldOf(cell, at, row, problems),
  })),
  drop: at,
});

const listIn = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);

/** Rows with one empty row at their end where it was asked for, or where there would be none at all. */
const withEmpty = (rows: Row[], wanted: boolean, empty: Row = {}): Row[] =>
  wanted || rows.length === 0 ? [...rows, empty] : rows;

/** The rows under a path. `add` is the place where one more was asked for. */
export function drawRows(
  shape: RowShape,
  path: string,
  value: unknown,
  problems: readonly FieldProblem[],
  add: string,
): DrawnRows {
  return {
    id: path,
    error: errorOfWhole(problems, path),
    rows: withEmpty(listIn(value), add === path).map((row, i) => drawRow(shape, `${path}.${i}`, i + 1, row, problems)),
    add: { value: path, text: shape.add },
  };
}

/** The years of the cost table, each with its items. */
export function drawYears(
  path: string,
  value: unknown,
  problems: readonly FieldProblem[],
  add: string,
  { first, language }: { first: { year: number; months: number }; language: Language },
): { years: DrawnYear[]; add: DrawnRows['add']; error: string | undefined } {
  const given = listIn(value);
  const [ofYear, ofItem] = [shapeIn(YEAR, language), shapeIn(ITEM, language)];
  const last = Number(given.at(-1)?.year);
  const next = Number.isInteger(last) ? { year: last + 1, months: 12 } : first;
  const years = withEmpty(given, add === path, next).map((year, i) => {
    const at = `${path}.${i}`;
    const { cells, ...row } = drawRow(ofYear, at, i + 1, year, problems);
    return {
      ...row,
      cells,
      offered: i >= given.length,
      items: drawRows(ofItem, `${at}.items`, year.items, problems, add),
    };
  });
  return { years, add: { value: path, text: YEAR.add }, error: errorOfWhole(problems, path) };
}
