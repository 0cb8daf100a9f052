import { HELD, isPostCursor, POST_SORTS, RAN_OUT, searchQuery, type DeploymentFilter, type PostSort } from '#casework';
import { DEPLOYMENT_STATES, FUNDING_SOURCES, MODALITIES } from '#domain';
import type { Names } from '../request/case-words.js';
import { date } from '../shell/words.js';
import { RAN_OUT_WORDS } from './post-words.js';

/** The pages that look at the same posts, in the order of their links. */
export const TABS = {
  overview: { path: '/deployments', text: 'Overview' },
  table: { path: '/deployments/table', text: 'Table' },
  board: { path: '/deployments/board', text: 'Board' },
  timeline: { path: '/deployments/timeline', text: 'Timeline' },
  map: { path: '/deployments/map', text: 'Map' },
  workload: { path: '/deployments/workload', text: 'Workload' },
  calendar: { path: '/deployments/calendar', text: 'Calendar' },
  gaps: { path: '/deployments/gaps', text: 'Gaps' },
} as const;
export type Tab = keyof typeof TABS;

/** The filters as the address has them; each empty where it is not used. */
export interface PostsQuery {
  q: string;
  region: string;
  status: string;
  endsWithin: string;
  modality: string;
  funding: string;
  framework: string;
  view: string;
  country: string;
  adviser: string;
  cluster: string;
  gap: string;
  sort: string;
  years: string;
  month: string;
  after: string;
}
type Name = keyof PostsQuery;
export const FILTER_NAMES = [
  'q',
  'region',
  'status',
  'endsWithin',
  'modality',
  'funding',
  'framework',
  'view',
  'country',
  'adviser',
  'cluster',
  'gap',
] as const satisfies readonly Name[];
const NAMES: readonly Name[] = [...FILTER_NAMES, 'sort', 'years', 'month', 'after'];
const LONGEST = 200;

export const ENDS_WITHIN = { 3: '3 months', 6: '6 months', 9: '9 months', 12: '12 months', 24: '2 years' } as const;
export const STATUS_WORDS: Record<string, string> = {
  [HELD]: 'An adviser in post',
  [RAN_OUT]: RAN_OUT_WORDS,
  ...Object.fromEntries(Object.entries(DEPLOYMENT_STATES).map(([key, state]) => [key, state.label])),
};
const FRAMEWORK_WORDS: Record<string, string> = { true: 'Under the framework', false: 'Not under the framework' };
const GAP_WORDS: Record<string, string> = { now: 'Empty now', ahead: 'A gap ahead', any: 'Empty now or a gap ahead' };
export const YEARS = { '': 'Around today', 6: 'Six years', 16: 'Sixteen years' } as const;

/** What may be said of each filter that has choices. */
export interface Known {
  regions: readonly string[];
  isCountry: (code: string) => boolean;
}
const isChoice = (choices: object) => (value: string) => Object.hasOwn(choices, value);

const rules = ({ regions, isCountry }: Known): Partial<Record<Name, (value: string) => boolean>> => ({
  q: (value) => searchQuery(value) !== null,
  region: (value) => regions.includes(value),
  status: isChoice(STATUS_WORDS),
  endsWithin: (value) => /^\d{1,3}$/.test(value),
  modality: isChoice(MODALITIES),
  funding: isChoice(FUNDING_SOURCES),
  framework: isChoice(FRAMEWORK_WORDS),
  view: (value) => value === 'all',
  country: isCountry,
  gap: isChoice(GAP_WORDS),
  sort: (value) => (POST_SORTS as readonly string[]).includes(value),
  years: isChoice(YEARS),
  month: (value) => /^\d{4}-(0[1-9]|1[0-2])$/.test(value),
  after: isPostCursor,
});

/** Reads the filters from the address. What is no choice is not applied, and `unknown` names it, so that the page can say so. */
export function postsQuery(asked: Record<string, unknown>, known: Known): { query: PostsQuery; unknown: string[] } {
  const rule = rules(known);
  const unknown: string[] = [];
  const read = (name: Name): string => {
    const value = asked[name];
    const text = (Array.isArray(value) ? String(value[0] ?? '') : typeof value === 'string' ? value : '').trim();
    if (text === '' || (rule[name]?.(text) ?? true)) return text.slice(0, LONGEST);
    if (name !== 'after') unknown.push(`${name} “${text.slice(0, 40)}”`);
    return '';
  };
  return { query: Object.fromEntries(NAMES.map((name) => [name, read(name)])) as unknown as PostsQuery, unknown };
}

/** The filters as posts are read by. */
export const filterOfPosts = (query: Pick<PostsQuery, (typeof FILTER_NAMES)[number]>): DeploymentFilter => ({
  q: query.q || undefined,
  region: query.region || undefined,
  status: (query.status || undefined) as DeploymentFilter['status'],
  endsWithin: query.endsWithin ? Number(query.endsWithin) : undefined,
  modality: (query.modality || undefined) as DeploymentFilter['modality'],
  funding: (query.funding || undefined) as DeploymentFilter['funding'],
  framework: query.framework ? query.framework === 'true' : undefined,
  view: query.view === 'all' ? 'all' : undefined,
  country: query.country || undefined,
  adviser: query.adviser || undefined,
  cluster: query.cluster || undefined,
  gap: (query.gap || undefined) as DeploymentFilter['gap'],
});
export const sortOf = (query: PostsQuery): PostSort => (query.sort || 'attention') as PostSort;

const NONE = Object.fromEntries(NAMES.map((name) => [name, ''])) as unknown as PostsQuery;

/** The address of one of the pages with these filters, some of them changed; another filter begins at the first page. */
export function postsAddress(
  tab: Tab,
  query: Partial<PostsQuery>,
  change: Partial<PostsQuery> & { format?: string } = {},
): string {
  const all = { ...NONE, ...query, after: '', ...change };
  const given = Object.entries(all).filter(([, value]) => value);
  return given.length ? `${TABS[tab].path}?${new URLSearchParams(given).toString()}` : TABS[tab].path;
}
/** What one page keeps for another one: the filters, and nothing of how the page itself shows them. */
export const filtersOf = (query: PostsQuery): Partial<PostsQuery> =>
  Object.fromEntries(FILTER_NAMES.map((name) => [name, query[name]]));

/** The filters that are in use, each with the address of the page without it. */
export function activePostFilters(tab: Tab, query: PostsQuery, names: Names): { text: string; href: string }[] {
  const texts: Partial<Record<Name, string | undefined>> = {
    q: query.q && `“${query.q}”`,
    region: query.region && names.regionName(query.region),
    country: query.country && names.countryName(query.country),
    status: STATUS_WORDS[query.status],
    endsWithin: query.endsWithin && `Ends within ${query.endsWithin} months`,
    modality: MODALITIES[query.modality as keyof typeof MODALITIES],
    funding: FUNDING_SOURCES[query.funding as keyof typeof FUNDING_SOURCES],
    framework: FRAMEWORK_WORDS[query.framework],
    gap: GAP_WORDS[query.gap],
    adviser: query.adviser && 'One adviser',
    cluster: query.cluster && `Cluster of ${query.cluster}`,
    view: query.view && 'Also posts that have ended',
    month: query.month && date(`${query.month}-01`, 'month'),
  };
  return Object.entries(texts)
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, text]) => ({ text, href: postsAddress(tab, query, { [name]: '' }) }));
}

const select = (name: Name, label: string, all: string, options: Record<string, string>, value: string) => ({
  kind: 'select',
  name,
  label,
  quiet: true,
  value,
  options: [{ value: '', text: all }, ...Object.entries(options).map(([key, text]) => ({ value: key, text }))],
});

/** The strip of filters: four that are asked for most, and the others where a page has room for them. */
export function postFields(query: PostsQuery, regions: Record<string, string>, all: boolean) {
  const months: Record<string, string> = Object.fromEntries(Object.entries(ENDS_WITHIN).map(([n, text]) => [n, text]));
  if (query.endsWithin && !months[query.endsWithin]) months[query.endsWithin] = `${query.endsWithin} months`;
  return [
    { name: 'q', label: 'Country or adviser', quiet: true, value: query.q },
    select('region', 'Region', 'All regions', regions, query.region),
    select('status', 'Status', 'Any status', STATUS_WORDS, query.status),
    select('endsWithin', 'Ends within', 'Any time', months, query.endsWithin),
    ...(all
      ? [
          select('modality', 'Form of support', 'Any form', MODALITIES, query.modality),
          select('funding', 'Funding', 'Any source', FUNDING_SOURCES, query.funding),
          select('framework', 'Framework', 'Either', FRAMEWORK_WORDS, query.framework),
          select('view', 'Posts', 'Present posts', { all: 'Also those that have ended' }, query.view),
        ]
      : []),
  ];
}
