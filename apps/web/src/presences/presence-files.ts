import { StreamableFile } from '@nestjs/common';
import { PRESENCE_TYPES, REPORT_REGION_NAMES, type Asked, type PresenceRow, type PresenceTable } from '#casework';
import type { Day } from '#domain';
import { contentDisposition } from '#platform';
import { cellOf, csvOf } from '../request/csv.js';
import type { PresenceFormat } from './asked.js';
import { presencesDocx } from './presence-docx.js';

const TYPES: Record<PresenceFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

type Column = { title: string; value: (row: PresenceRow, table: PresenceTable) => string };
const COLUMNS: Column[] = [
  { title: 'Region', value: (r) => (r.region ? REPORT_REGION_NAMES[r.region] : '') },
  { title: 'Type of presence', value: (r) => PRESENCE_TYPES[r.type] },
  { title: 'Location', value: (r) => r.location },
  { title: 'Duty station', value: (r) => r.dutyStation ?? '' },
  { title: 'Country codes', value: (r) => r.countries.map((c) => c.code).join('; ') },
  { title: 'Under the framework', value: (r) => (r.framework ? 'yes' : 'no') },
  { title: 'From', value: (r) => (r.exact ? r.from : r.from.slice(0, 4)) },
  { title: 'Until', value: (r) => (r.exact ? (r.until ?? '') : (r.until?.slice(0, 4) ?? '')) },
  { title: 'Days known', value: (r) => (r.exact ? 'yes' : 'year only') },
  { title: 'Post', value: (r) => r.ref },
  {
    title: 'Notes',
    value: (r, { footnotes }) => r.marks.map((mark) => footnotes.find((f) => f.mark === mark)?.text ?? mark).join(' '),
  },
];

async function* lines(table: PresenceTable): AsyncGenerator<string[]> {
  for (const row of table.rows) yield COLUMNS.map((column) => cellOf(column.value(row, table)));
}

/** The table as a file: what the page shows, no more and no less. */
export async function presenceFile(
  table: PresenceTable,
  { asked, format, today }: { asked: Asked; format: PresenceFormat; today: Day },
): Promise<StreamableFile> {
  const name = `presences-${'on' in asked ? asked.on : asked.year}.${format}`;
  const settings = { type: TYPES[format], disposition: contentDisposition(name) };
  if (format === 'docx') return new StreamableFile(await presencesDocx(table, asked, today), settings);
  const titles = COLUMNS.map((c) => c.title);
  return new StreamableFile(await csvOf(titles, lines(table)), settings);
}
