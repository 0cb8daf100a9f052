import { expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readSheet } from 'read-excel-file/node';
import { partsFile, tableFile } from './table-file.js';

/** Texts that every object of the language knows by themselves. */
const NAMES = ['toString', '__proto__', 'constructor', 'hasOwnProperty', 'valueOf'];
const ROWS = [...NAMES.map((name) => [name, `A title with ${name}`]), ['Malawi', 'toString']];
const column = (title: string, at: number) => ({ title, width: 20, value: (row: string[]) => row[at]! });
const columns = [column('Name', 0), column('Title', 1)];
const trimmed = (rows: unknown[][]) => rows.map((row) => row.map((cell) => String(cell).trimEnd()));

it.each(['csv', 'xlsx'] as const)('keeps every text as it is, whatever it is called: %s', async (format) => {
  const table = { name: 'list', sheet: 'List', columns, rows: Readable.from(ROWS) };
  const file = await buffer((await tableFile(format, table)).getStream());
  if (format === 'csv') for (const [name, title] of ROWS) expect(file.toString()).toContain(`${name},${title}\r\n`);
  else expect(trimmed(await readSheet(file, 'List'))).toEqual([['Name', 'Title'], ...ROWS]);
});

it('and in a file of several tables', async () => {
  const part = { sheet: 'First', columns: [{ title: 'toString', width: 10 }], rows: NAMES.map((name) => [name]) };
  const file = await buffer((await partsFile('xlsx', 'all', [part, { ...part, sheet: 'Second' }])).getStream());
  for (const sheet of ['First', 'Second'])
    expect(trimmed(await readSheet(file, sheet))).toEqual([['toString'], ...NAMES.map((name) => [name])]);
  const csv = await buffer((await partsFile('csv', 'all', [part])).getStream());
  expect(csv.toString()).toContain('Table,toString\r\nFirst,toString\r\nFirst,__proto__');
});
