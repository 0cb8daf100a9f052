import { pipeline, Readable } from 'node:stream';

/** Neither kind of file has a place for these. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as a cell of a table can hold it. */
export const cellOf = (text: string): string => text.replace(UNWRITABLE, '');

/** A table as CSV that goes out row by row, however long it is. */
export async function csvOf(columns: readonly string[], rows: AsyncIterable<string[]>): Promise<Readable> {
  const { stringify } = await import('csv-stringify');
  const table = stringify({
    header: true,
    columns: [...columns],
    // A text that begins like a formula must not become one in a spreadsheet.
    escape_formulas: true,
    // Excel takes a file for UTF-8 only when it says so.
    bom: true,
    record_delimiter: 'windows',
  });
  return pipeline(Readable.from(rows), table, () => undefined);
}
