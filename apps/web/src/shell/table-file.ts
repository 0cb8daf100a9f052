import { StreamableFile } from '@nestjs/common';
import { contentDisposition } from '#platform';
import { cellOf, csvOf } from '../request/csv.js';
import type { ExportFormat } from '../request/export.js';

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

async function workbook<R>({ sheet, columns, rows }: TableFile<R>): Promise<Buffer> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const body: { value: string; type: StringConstructor }[][] = [];
  for await (const row of rows) body.push(columns.map((c) => ({ value: cellOf(c.value(row)), type: String })));
  const head = columns.map((c) => ({ value: c.title, fontWeight: 'bold' as const }));
  const widths = columns.map(({ width }) => ({ width }));
  return writeWorkbook([head, ...body], { sheet, columns: widths, stickyRowsCount: 1 }).toBuffer();
}

async function* lines<R>({ columns, rows }: TableFile<R>): AsyncGenerator<string[]> {
  for await (const row of rows) yield columns.map((c) => cellOf(c.value(row)));
}

/** A table as a file that is offered to be kept. */
export async function tableFile<R>(format: ExportFormat, table: TableFile<R>): Promise<StreamableFile> {
  const settings = { type: TYPES[format], disposition: contentDisposition(`${table.name}.${format}`) };
  if (format === 'xlsx') return new StreamableFile(await workbook(table), settings);
  const titles = table.columns.map((c) => c.title);
  return new StreamableFile(await csvOf(titles, lines(table)), settings);
}
