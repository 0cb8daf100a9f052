import type { StreamableFile } from '@nestjs/common';
import type { PostRow, PostSort, PostView, ReferenceData } from '#casework';
import type { ExportFormat } from '../request/export.js';
import { Fault } from '../shell/refusals.js';
import { tableFile, type FileColumn } from '../shell/table-file.js';
import { gapReason } from './gap-words.js';
import { bridgeWords, fundingWords, modalityWords, noteText, statusOfPost } from './post-words.js';

/** A workbook is made in memory as a whole. */
const LONGEST_WORKBOOK = 20_000;
/** A file reads more rows at a time than a page shows. */
const ROWS_A_READ = 1_000;

const columns = (names: ReferenceData, today: string): FileColumn<PostRow>[] => [
  { title: 'Reference', width: 14, value: (r) => r.ref },
  { title: 'Post', width: 40, value: (r) => r.title },
  { title: 'Country of duty station', width: 30, value: (r) => (r.host ? names.countryName(r.host) : '') },
  { title: 'Duty station', width: 20, value: (r) => r.dutyStation },
  { title: 'Countries covered', width: 40, value: (r) => r.countries.map((c) => names.countryName(c)).join('; ') },
  { title: 'Country codes', width: 14, value: (r) => r.countries.join('; ') },
  { title: 'Regions', width: 28, value: (r) => r.regions.map((c) => names.regionName(c)).join('; ') },
  { title: 'Form of support', width: 32, value: modalityWords },
  { title: 'Cluster led by', width: 32, value: (r) => r.cluster ?? '' },
  { title: 'Under the framework', width: 12, value: (r) => (r.framework ? 'Yes' : 'No') },
  { title: 'Status', width: 28, value: (r) => statusOfPost(r).text },
  { title: 'What to know', width: 28, value: (r) => noteText(r, today) },
  { title: 'Adviser', width: 26, value: (r) => r.adviser ?? '' },
  { title: 'In post since', width: 12, value: (r) => r.inPostSince ?? '' },
  { title: 'Ends on', width: 12, value: (r) => r.endsOn ?? '' },
  { title: 'Empty since', width: 12, value: (r) => r.emptySince ?? '' },
  { title: 'Bridged by', width: 28, value: bridgeWords },
  { title: 'Successor', width: 26, value: (r) => r.successor ?? '' },
  { title: 'Successor expected on', width: 12, value: (r) => r.successorOn ?? '' },
  { title: 'Empty or to be empty from', width: 12, value: (r) => (r.gap ? (r.gapFrom ?? '') : '') },
  { title: 'Until', width: 12, value: (r) => (r.gap ? (r.gapUntil ?? '') : '') },
  { title: 'Why', width: 40, value: (r) => (r.gap ? gapReason(r, today) : '') },
  { title: 'Funding', width: 28, value: fundingWords },
  { title: 'Funded until', width: 12, value: (r) => r.fundedUntil ?? '' },
  { title: 'Last change', width: 12, value: (r) => r.changedAt.toISOString().slice(0, 10) },
];

async function* rowsOf(view: PostView, sort: PostSort): AsyncGenerator<PostRow> {
  for (let after: string | undefined; ;) {
    const { rows, next } = await view.page({ sort, limit: ROWS_A_READ, ...(after ? { after } : {}) });
    yield* rows;
    if (next === null) return;
    after = next;
  }
}

/** The posts of a page as a file: the same filter, the same order, all of them. */
export async function postsFile(
  view: PostView,
  { sort, format, names }: { sort: PostSort; format: ExportFormat; names: ReferenceData },
): Promise<StreamableFile> {
  if (format === 'xlsx' && (await view.figures()).total > LONGEST_WORKBOOK) {
    const message = `This list is too long for a workbook: narrow it to ${LONGEST_WORKBOOK.toLocaleString('en')} posts, or take it as CSV`;
    throw new Fault(422, 'invalid', `${message}.`, { fields: [{ path: 'format', message }] });
  }
  const { today } = view.asOf;
  const file = { name: `deployments-${today}`, sheet: 'Deployments', columns: columns(names, today) };
  return tableFile(format, { ...file, rows: rowsOf(view, sort) });
}
