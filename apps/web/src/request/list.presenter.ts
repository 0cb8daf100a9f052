import type { ListPage, ListRow } from '#casework';
import { REQUEST_TYPES, STATES, type Day, type Calendars } from '#domain';
import { paths } from '../shell/paths.js';
import { listed, plural, statusOf, type Names } from './case-words.js';
import { activeFilters, listAddress, type ListQuery } from './list-query.js';
import { askedInstead, dueInColumn, kindOfRow, requestCell, withWhom } from './row-words.js';

interface ListInput {
  query: ListQuery;
  unknown: string[];
  page: ListPage;
  total: { count: number; more: boolean };
  regions: readonly { code: string; name: string }[];
  names: Names;
  today: Day;
  calendars: Calendars;
  insider: boolean;
  /** The person may start a request. */
  starts: boolean;
}

function rowOf(row: ListRow, { names, today, calendars, insider }: ListInput) {
  return {
    request: requestCell(row, names),
    what: {
      text: kindOfRow(row),
      note: [row.track === 'urgent' ? 'Urgent' : '', askedInstead(row)].filter(Boolean).join('. '),
    },
    status: statusOf(row.state),
    holder: withWhom(row, insider),
    due: dueInColumn(row, today, calendars),
    submitted: row.submittedAt ?? '',
  };
}

const number = (n: number): string => n.toLocaleString('en-GB');

function countWords({ page, total, query }: ListInput): string {
  const all = total.more ? `more than ${number(total.count)}` : number(total.count);
  const shown = page.rows.length;
  if (total.count === 0) return '';
  return shown === total.count && !query.after
    ? `${number(shown)} ${plural(shown, 'request', 'requests')} shown.`
    : `${number(shown)} of ${all} requests shown.`;
}

function fields({ query, regions }: ListInput) {
  const select = (name: keyof ListQuery, label: string, all: string, options: { value: string; text: string }[]) => ({
    kind: 'select',
    name,
    label,
    quiet: true,
    value: query[name],
    options: [{ value: '', text: all }, ...options],
  });
  const of = (words: Record<string, string>) => Object.entries(words).map(([value, text]) => ({ value, text }));
  const states = Object.fromEntries(Object.entries(STATES).map(([key, s]) => [key, s.label]));
  return [
    { name: 'q', label: 'Country, reference or words', quiet: true, value: query.q },
    select(
      'region',
      'Region',
      'All regions',
      regions.map((r) => ({ value: r.code, text: r.name })),
    ),
    select('status', 'Status', 'Every status', of(states)),
    select('type', 'Type', 'Every type', of(REQUEST_TYPES)),
    select('open', 'Open or ended', 'Both', of({ true: 'Open', false: 'Ended' })),
    select('sort', 'Order', 'Newest first', of({ oldest: 'Oldest first' })),
  ];
}

function emptyOf(input: ListInput, filtered: boolean) {
  if (filtered)
    return { text: 'No request fits these filters.', link: { text: 'Show all requests', href: paths.requests() } };
  return input.starts
    ? { text: 'Your office has made no request yet.', link: { text: 'Start a request', href: paths.newRequest() } }
    : { text: 'There is no request that you can open. Requests appear here when they reach you.' };
}

/** The list of requests that the person may see. */
export function listPage(input: ListInput) {
  const { query, page, names, unknown } = input;
  const active = activeFilters(query, names);
  return {
    title: 'Requests',
    heading: 'Requests',
    actions: input.starts ? [{ text: 'Start a request', href: paths.newRequest() }] : [],
    unknown: unknown.length
      ? `The list knows no ${listed(unknown, 'and no')}, so ${plural(unknown.length, 'this filter is', 'these filters are')} left out.`
      : '',
    filters: {
      action: paths.requests(),
      fields: fields(input),
      active,
      count: countWords(input),
      clear: listAddress({ ...query, q: '', region: '', status: '', type: '', open: '' }),
    },
    columns: [
      { key: 'request', text: 'Request' },
      { key: 'what', text: 'What it is' },
      { key: 'status', text: 'Status' },
      { key: 'holder', text: 'With' },
      { key: 'due', text: 'Due' },
      { key: 'submitted', text: 'Submitted' },
    ],
    rows: page.rows.map((row) => rowOf(row, input)),
    empty: emptyOf(input, active.length > 0 || query.after !== ''),
    downloadNote: input.total.more ? 'CSV holds the whole list, an Excel file up to 20,000 requests.' : '',
    downloads: [
      { text: 'CSV', href: listAddress(query, { format: 'csv' }) },
      { text: 'Excel', href: listAddress(query, { format: 'xlsx' }) },
    ],
    pager: {
      first: query.after ? listAddress(query) : null,
      next: page.next ? listAddress(query, { after: page.next }) : null,
    },
  };
}
