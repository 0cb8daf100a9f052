import { REQUEST_TYPES, STATES } from '#domain';
import { isCursor, LIST_LIMIT, type ListFilter, type ReferenceData } from '#casework';
import { EXPORT_FORMATS, type ExportFormat } from '../request/export.js';
import { askedIn, nextOf, OF_EVERY_LIST, oneOf, upTo, type Query } from './filter-rules.js';

const RULES = {
  ...OF_EVERY_LIST,
  status: oneOf('a status', Object.keys(STATES)),
  type: oneOf('a type', Object.keys(REQUEST_TYPES)),
  open: oneOf('whether requests are open', ['true', 'false']),
  sort: oneOf('an order', ['newest', 'oldest']),
  limit: upTo(LIST_LIMIT, 'a limit'),
  after: nextOf(isCursor),
  format: oneOf('a format', EXPORT_FORMATS),
};

/** The filter of a list from the address; the same for page, API and export. */
export function filterOf(query: Query, reference: ReferenceData): ListFilter {
  const { q, region, country, status, type, after, open, sort, limit } = askedIn(query, RULES, reference);
  return {
    q: q || undefined,
    region: region || undefined,
    country: country || undefined,
    status: status || undefined,
    type: type || undefined,
    after: after || undefined,
    ...(open ? { open: open === 'true' } : {}),
    ...(sort ? { sort: sort as 'newest' | 'oldest' } : {}),
    ...(limit ? { limit: Number(limit) } : {}),
  };
}

/** The kind of file that a program asks for by its Accept header alone. */
export const accepted = (header = ''): ExportFormat | null =>
  header.startsWith('text/csv') ? 'csv' : header.includes('spreadsheetml.sheet') ? 'xlsx' : null;

/** Whether the list is asked for as a file; to be read after the filter, which checks it. */
export const formatOf = ({ format }: Query): ExportFormat | null =>
  EXPORT_FORMATS.find((known) => known === String(format ?? '').trim()) ?? null;
