import type { StreamableFile } from '@nestjs/common';
import type { AdviserLoad, Load, Workload } from '#casework';
import type { Names } from '../request/case-words.js';
import type { ExportFormat } from '../request/export.js';
import { partsFile, type FilePart } from '../shell/table-file.js';
import { RAN_OUT_WORDS } from './post-words.js';

const COUNTS = [
  { title: 'Countries', width: 12, value: (load: Load) => String(load.countries) },
  { title: 'Posts', width: 12, value: (load: Load) => String(load.posts) },
  { title: RAN_OUT_WORDS, width: 18, value: (load: Load) => String(load.ranOut) },
  { title: 'Empty', width: 12, value: (load: Load) => String(load.empty) },
  { title: 'Ending soon', width: 12, value: (load: Load) => String(load.ending) },
];
interface Column<L> {
  title: string;
  width: number;
  value: (load: L) => string;
}
const part = <L>(sheet: string, columns: readonly Column<L>[], loads: readonly L[]): FilePart => ({
  sheet,
  columns,
  rows: loads.map((load) => columns.map((c) => c.value(load))),
});

/** The three tables of the page, with every line of them. */
export function workloadFile(
  { officers, regions, advisers }: Workload,
  { format, today, names }: { format: ExportFormat; today: string; names: Names },
): Promise<StreamableFile> {
  const regionsOf = ({ regions: codes }: Load): string =>
    codes.length ? codes.map((code) => names.regionName(code)).join('; ') : 'All regions';
  const countries = ({ countries: codes, days }: AdviserLoad): string =>
    codes.map((c) => `${names.countryName(c)}${days[c] ? ` (${days[c]} days a month)` : ''}`).join('; ');
  return partsFile(format, `workload-${today}`, [
    part<Load>(
      'By desk officer',
      [
        { title: 'Name', width: 30, value: (load) => load.name },
        { title: 'Regions', width: 34, value: regionsOf },
        ...COUNTS,
      ],
      officers,
    ),
    part<Load>(
      'By region',
      [{ title: 'Name', width: 34, value: (load) => names.regionName(load.key) }, ...COUNTS],
      regions,
    ),
    part<AdviserLoad>(
      'By adviser',
      [
        { title: 'Name', width: 30, value: (load) => load.name },
        { title: 'Reference', width: 14, value: (load) => load.ref },
        { title: 'Names of countries', width: 60, value: countries },
        { title: 'Countries', width: 12, value: (load) => String(load.countries.length) },
        { title: 'In post to', width: 12, value: (load) => load.endsOn ?? '' },
      ],
      advisers,
    ),
  ]);
}
