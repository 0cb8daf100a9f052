import { isCursor, searchQuery, type ListFilter } from '#casework';
import { REQUEST_TYPES, STATES } from '#domain';
import { paths } from '../shell/paths.js';
import type { Names } from './case-words.js';

/** The filters of the list as the address has them; each empty where it is not used. */
export interface ListQuery {
  q: string;
  region: string;
  status: string;
  type: string;
  open: string;
  sort: string;
  after: string;
}
type Name = keyof ListQuery;
const NAMES: readonly Name[] = ['q', 'region', 'status', 'type', 'open', 'sort', 'after'];
const LONGEST = 200;

/** The choices of the filters that have some. */
const choices = (regions: readonly string[]): Partial<Record<Name, readonly string[]>> => ({
  region: regions,
  status: Object.keys(STATES),
  type: Object.keys(REQUEST_TYPES),
  open: ['true', 'false'],
  sort: ['newest', 'oldest'],
});

/** Reads the filters from the address. What is no choice is not applied, and `unknown` names it, so that the page can say so. */
export function listQuery(
  asked: Record<string, unknown>,
  regions: readonly string[],
): { query: ListQuery; unknown: string[] } {
  const known = choices(regions);
  const unknown: string[] = [];
  const read = (name: Name): string => {
    const value = asked[name];
    const text = (Array.isArray(value) ? String(value[0] ?? '') : typeof value === 'string' ? value : '').trim();
    if (!known[name] || text === '' || known[name].includes(text)) return text.slice(0, LONGEST);
    unknown.push(`${name} “${text.slice(0, 40)}”`);
    return '';
  };
  const query = Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as ListQuery;
  if (query.q && searchQuery(query.q) === null) {
    unknown.push(`word in “${query.q.slice(0, 40)}”`);
    query.q = '';
  }
  if (query.after && !isCursor(query.after)) query.after = '';
  return { query, unknown };
}

/** The filters as the list is read by. */
export const filterOfList = (query: ListQuery): ListFilter => ({
  q: query.q || undefined,
  region: query.region || undefined,
  status: query.status || undefined,
  type: query.type || undefined,
  open: query.open ? query.open === 'true' : undefined,
  sort: query.sort === 'oldest' ? 'oldest' : undefined,
  after: query.after || undefined,
});

/** The address of the list with some of its filters changed; another filter begins at the first page. */
export function listAddress(query: ListQuery, change: Partial<ListQuery> & { format?: string } = {}): string {
  const all = { ...query, after: '', ...change };
  const given = Object.entries(all).filter(([, value]) => value);
  return given.length ? `${paths.requests()}?${new URLSearchParams(given).toString()}` : paths.requests();
}

/** The filters that are in use, each with the address of the list without it. */
export function activeFilters(query: ListQuery, names: Names): { text: string; href: string }[] {
  const words: Partial<Record<Name, string>> = {
    q: query.q && `“${query.q}”`,
    region: query.region && names.regionName(query.region),
    status: query.status && STATES[query.status as keyof typeof STATES].label,
    type: query.type && REQUEST_TYPES[query.type as keyof typeof REQUEST_TYPES],
    open: query.open && (query.open === 'true' ? 'Open' : 'Ended'),
  };
  return Object.entries(words)
    .filter(([, text]) => text)
    .map(([name, text]) => ({ text, href: listAddress(query, { [name]: '' }) }));
}
