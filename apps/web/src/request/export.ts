import type { StreamableFile } from '@nestjs/common';
import type { ListFilter, ListRow, ReferenceData, Requests, SignedIn } from '#casework';
import { LIST_LIMIT } from '#casework';
import { MODALITIES, REQUEST_TYPES, stateLabel, STATES, TRACKS, type EndorsementLine, type StateValue } from '#domain';
import { Fault } from '../shell/refusals.js';
import { tableFile } from '../shell/table-file.js';
import { isInsider, withWhom } from './row-words.js';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A workbook is made in memory as a whole; a table of text goes out line by line, however long it is. */
const LONGEST_WORKBOOK = 20_000;

const wordFor = (words: Record<string, string>, key: string | null): string =>
  key && Object.hasOwn(words, key) ? words[key]! : (key ?? '');
const dayOf = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? '';
/** Where a row of a list stands, in words; how far the review is, OHCHR alone reads. */
export function statusOf({ state, review, consultation }: ListRow, insider: boolean): string {
  if (state !== 'assessment' || !insider) return STATES[state].label;
  return stateLabel({ assessment: { review, consultation } } as StateValue);
}

/** A row with who stands behind the request, as it was last submitted. */
interface ExportRow extends ListRow {
  endorsements: EndorsementLine[];
}
type Column = {
  title: string;
  width: number;
  value: (row: ExportRow, names: ReferenceData, insider: boolean) => string;
};
/** The agencies that said something; what was said of an earlier text does not count. */
const agenciesWith = ({ endorsements }: ExportRow, said: RegExp): string =>
  endorsements
    .filter((e) => !e.void && said.test(e.position ?? ''))
    .map((e) => e.agency)
    .join('; ');
const contributed = ({ endorsements }: ExportRow): string => {
  const cents = endorsements
    .filter((e) => !e.void)
    .reduce((sum, e) => sum + Math.round((e.contribution?.amountUSD ?? 0) * 100), 0);
  return cents ? (cents / 100).toFixed(2) : '';
};

const COLUMNS: Column[] = [
  { title: 'Reference', width: 14, value: (r) => r.ref },
  { title: 'Title', width: 70, value: (r) => r.title },
  { title: 'Countries', width: 30, value: (r, names) => r.countries.map((c) => names.countryName(c)).join('; ') },
  { title: 'Country codes', width: 14, value: (r) => r.countries.join('; ') },
  { title: 'Regions', width: 28, value: (r, names) => r.regions.map((c) => names.regionName(c)).join('; ') },
  { title: 'Type', width: 14, value: (r) => wordFor(REQUEST_TYPES, r.type) },
  { title: 'Track', width: 10, value: (r) => wordFor(TRACKS, r.track) },
  { title: 'Form of support', width: 32, value: (r) => wordFor(MODALITIES, r.modality) },
  { title: 'Approved form of support', width: 32, value: (r) => wordFor(MODALITIES, r.approvedModality) },
  { title: 'Round', width: 9, value: (r) => r.round },
  { title: 'Status', width: 28, value: (r, _, insider) => statusOf(r, insider) },
  { title: 'With', width: 28, value: (r, _, insider) => withWhom(r, insider) },
  { title: 'Due on', width: 12, value: (r) => r.dueOn ?? '' },
  { title: 'Started', width: 12, value: (r) => dayOf(r.createdAt) },
  { title: 'First submitted', width: 14, value: (r) => dayOf(r.submittedAt) },
  { title: 'Last change', width: 12, value: (r) => dayOf(r.changedAt) },
  { title: 'Version', width: 9, value: (r) => String(r.version) },
  { title: 'Endorsed by', width: 40, value: (r) => agenciesWith(r, /^endorse/i) },
  { title: 'Declined by', width: 20, value: (r) => agenciesWith(r, /^decline/i) },
  { title: 'Contributions (US$)', width: 18, value: contributed },
];

/** The list as a table, for a page and for the API: the same rows, by the same rule of who may see what. */
export class ListExport {
  constructor(
    private readonly requests: Pick<Requests, 'page' | 'count' | 'endorsements'>,
    private readonly reference: ReferenceData,
  ) {}

  /** The whole list from its beginning, whatever page of it was looked at. */
  async file(me: SignedIn, filter: ListFilter, format: ExportFormat, day: string): Promise<StreamableFile> {
    const { more } = format === 'xlsx' ? await this.requests.count(me, filter, LONGEST_WORKBOOK) : { more: false };
    if (more) {
      const message = `This list is too long for a workbook: narrow it to ${LONGEST_WORKBOOK.toLocaleString('en')} requests, or take it as CSV`;
      throw new Fault(422, 'invalid', `${message}.`, { fields: [{ path: 'format', message }] });
    }
    const insider = isInsider(me);
    const columns = COLUMNS.map(({ title, width, value }) => ({
      title,
      width,
      value: (row: ExportRow) => value(row, this.reference, insider),
    }));
    return tableFile(format, { name: `requests-${day}`, sheet: 'Requests', columns, rows: this.rows(me, filter) });
  }

  private async *rows(me: SignedIn, filter: ListFilter): AsyncGenerator<ExportRow> {
    for (let after: string | undefined; ;) {
      const { rows, next } = await this.requests.page(me, { ...filter, limit: LIST_LIMIT, after });
      const said = await this.requests.endorsements(
        me,
        rows.map(({ ref }) => ref),
      );
      for (const row of rows) yield { ...row, endorsements: said.get(row.ref) ?? [] };
      if (next === null) return;
      after = next;
    }
  }
}
