import { REQUEST_TYPES, STATES } from '#domain';
import { isCursor, LIST_LIMIT, searchQuery, type ListFilter, type ReferenceData } from '#casework';
import { EXPORT_FORMATS, type ExportFormat } from '../request/export.js';
import { Fault } from '../shell/refusals.js';

const KNOWN = ['q', 'region', 'country', 'status', 'type', 'open', 'sort', 'limit', 'after', 'format'] as const;
type Known = (typeof KNOWN)[number];
type Query = Record<string, string | string[] | undefined>;
type Rule = (value: string, reference: ReferenceData) => string | null;

const LONGEST = 200;
const oneOf =
  (what: string, choices: readonly string[]): Rule =>
  (value) =>
    choices.includes(value) ? null : `Choose ${what}: ${choices.join(', ')}`;

/** What each filter may be: the sentence that says what to do instead, or null. */
const RULES: Record<Known, Rule> = {
  q: (value) =>
    value.length > LONGEST
      ? `Search for ${LONGEST} characters or fewer`
      : searchQuery(value) === null
        ? 'Search for words or numbers; there are none in this'
        : null,
  region: (value, reference) =>
    oneOf(
      'a region',
      reference.regions().map((r) => r.code),
    )(value, reference),
  country: (value, reference) =>
    reference.country(value) ? null : 'Enter a country by its three-letter code, such as TZA',
  status: oneOf('a status', Object.keys(STATES)),
  type: oneOf('a type', Object.keys(REQUEST_TYPES)),
  open: oneOf('whether requests are open', ['true', 'false']),
  sort: oneOf('an order', ['newest', 'oldest']),
  limit: (value) =>
    /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= LIST_LIMIT
      ? null
      : `Enter a limit from 1 to ${LIST_LIMIT}`,
  after: (value) => (isCursor(value) ? null : 'Give the “next” of the page before, as it was; this is none'),
  format: oneOf('a format', EXPORT_FORMATS),
};
const isKnown = (key: string): key is Known => (KNOWN as readonly string[]).includes(key);

/** The filter of a list from the address; the same for page, API and export. What cannot be understood is said, not guessed. */
export function filterOf(query: Query, reference: ReferenceData): ListFilter {
  const given: { [K in Known]?: string } = {};
  const fields: { path: string; message: string }[] = [];
  for (const [key, value] of Object.entries(query)) {
    const problem = !isKnown(key)
      ? `“${key.slice(0, 40)}” is not a filter of this list`
      : Array.isArray(value)
        ? `Give “${key}” once`
        : value?.trim() && RULES[key](value.trim(), reference);
    if (problem) fields.push({ path: key.slice(0, 40), message: problem });
    else if (isKnown(key)) given[key] = (value as string | undefined)?.trim() || undefined;
  }
  if (fields.length) throw new Fault(422, 'invalid', `${fields[0]!.message}.`, { fields });
  const { q, region, country, status, type, after, open, sort, limit } = given;
  return {
    q,
    region,
    country,
    status,
    type,
    after,
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
