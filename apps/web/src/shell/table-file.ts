import { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { contentDisposition } from '#platform';
import { cellOf, csvOf } from '../request/csv.js';
import type { ExportFormat } from '../request/export.js';
import { sheetText } from './sheet-text.js';

const TYPES: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A column of a file: its head, how wide it is in a workbook, and what it says of a row. */
export interface FileColumn<R> {
  title: string;
  width: number;
  value: (row: R) => string;
}
interface TableFile<R> {
  /** The name of the file without its ending, and of the sheet in a workbook. */
  name: string;
  sheet: string;
  columns: readonly FileColumn<R>[];
  rows: AsyncIterable<R>;
}

async function sheetOf<R>({ sheet, columns, rows }: Omit<TableFile<R>, 'name'>) {
  const body: { value: string; type: StringConstructor }[][] = [];
  for await (const row of rows) body.push(columns.map((c) => ({ value: sheetText(c.value(row)), type: String })));
  const head = columns.map((c) => ({ value: sheetText(c.title), fontWeight: 'bold' as const }));
  return { data: [head, ...body], sheet, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 };
}
async function workbook(sheets: Awaited<ReturnType<typeof sheetOf>>[]): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  return writeWorkbook(sheets).toBuffer();
}

async function* lines<R>({ columns, rows }: TableFile<R>): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map((c) => cellOf(c.value(row)));
}

/** A table as a file that is offered to be kept. */
export async function tableFile<R>(format: ExportFormat, table: TableFile<R>): Promise<StreamableFile> {
  const settings = { type: TYPES[format], disposition: contentDisposition(`${table.name}.${format}`) };
  if (format === 'xlsx') return new StreamableFile(await workbook([await sheetOf(table)]), settings);
  const titles = table.columns.map((c) => c.title);
  return new StreamableFile(await csvOf(titles, lines(table)), settings);
}

/** A table among several of one page, its rows at hand. */
export interface FilePart {
  sheet: string;
  columns: readonly { title: string; width: number }[];
  rows: readonly (readonly string[])[];
}
/** Rows of several tables under the heads of all of them; the first cell says of which table a row is. */
async function* partLines(parts: readonly FilePart[], titles: readonly string[]): AsyncGenerator<string[]> {
  for (const { sheet, columns, rows } of parts) {
    const places = titles.map((title) => columns.findIndex((c) => c.title === title));
    for (const row of rows) yield [sheet, ...places.map((at) => (at < 0 ? '' : cellOf(row[at]!)))];
  }
}

/** Several tables of one page as one file: a sheet for each, or one after the other, each row with the name of its table. */
export async function partsFile(
  format: ExportFormat,
  name: string,
  parts: readonly FilePart[],
): Promise<StreamableFile> {
  const settings = { type: TYPES[format], disposition: contentDisposition(`${name}.${format}`) };
  if (format === 'csv') {
    const titles = [...new Set(parts.flatMap(({ columns }) => columns.map((c) => c.title)))];
    return new StreamableFile(await csvOf(['Table', ...titles], partLines(parts, titles)), settings);
  }
  const sheets = parts.map(({ sheet, columns, rows }) =>
    sheetOf<readonly string[]>({
      sheet,
      columns: columns.map((c, i) => ({ ...c, value: (row) => row[i] ?? '' })),
      rows: Readable.from(rows),
    }),
  );
  return new StreamableFile(await workbook(await Promise.all(sheets)), settings);
}
