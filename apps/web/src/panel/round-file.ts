import type { StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { CRITERIA, CRITERION_NAMES } from '#domain';
import type { ExportFormat } from '../request/export.js';
import { tableFile, type FileColumn } from '../shell/table-file.js';
import type { RoundRow } from './round.presenter.js';

type Column = FileColumn<RoundRow>;
const COLUMNS: Column[] = [
  { title: 'Request', width: 34, value: (r) => r.name },
  { title: 'Reference', width: 16, value: (r) => r.ref },
  { title: 'Form of support', width: 30, value: (r) => r.about },
  ...CRITERIA.map((key, i) => ({
    title: CRITERION_NAMES[key],
    width: 16,
    value: ({ scores }: RoundRow) => [scores[i]!.score, scores[i]!.note].filter(Boolean).join(', '),
  })),
  { title: 'Total', width: 14, value: (r) => r.total },
  { title: 'Assessed', width: 16, value: (r) => r.coverage },
  { title: 'Result', width: 28, value: (r) => r.result },
  { title: 'Reviewers', width: 40, value: (r) => [r.apart, ...r.marks].filter(Boolean).join(' ') },
  { title: 'Regional team', width: 30, value: (r) => r.region },
  { title: 'Recommendation', width: 30, value: (r) => r.recommended },
  { title: 'State', width: 24, value: (r) => r.state },
  { title: 'First year, in cash', width: 18, value: (r) => r.cost },
  { title: 'With all above', width: 18, value: (r) => r.cumulated },
];

/** A request, or the line of the money between two of them. */
type FileRow = RoundRow | string;
const FIRST: FileColumn<FileRow> = {
  title: 'Place',
  width: 24,
  value: (row) => (typeof row === 'string' ? row : row.place),
};
const columns = [
  FIRST,
  ...COLUMNS.map((column) => ({
    ...column,
    value: (row: FileRow) => (typeof row === 'string' ? '' : column.value(row)),
  })),
];

/** The table of the page as a file: the same rows, the same words, and the line where the page has it. */
export function roundFile(
  round: string,
  format: ExportFormat,
  rows: readonly RoundRow[],
  line: string,
): Promise<StreamableFile> {
  const all: FileRow[] = rows.flatMap((row) => (row.belowLine ? [line, row] : [row]));
  return tableFile(format, { name: `panel-${round}`, sheet: `Panel ${round}`, columns, rows: Readable.from(all) });
}
