import type { CalendarFeed, PostEntry } from '#casework';
import type { Day } from '#domain';
import { placeOf, type Names } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import type { FileColumn } from '../shell/table-file.js';
import { date } from '../shell/words.js';
import { entryHolder, entryText } from './entry-text.js';
import { filtersOf, postsAddress, type PostsQuery } from './posts-query.js';

const MONTHS = 3;
/** How many of a month are shown beside others, and in a month by itself. */
const EACH = 30;
const ALONE = 150;

/** The first day of the month that lies so many months after that of a day. */
export function monthAfter(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

/** Which months a page shows, and how much of each: three of them, or the one that is asked for. */
export function monthsShown(query: Pick<PostsQuery, 'month'>, today: Day): { from: Day; to: Day; each: number } {
  const from = monthAfter(query.month ? `${query.month}-01` : today, 0);
  return query.month
    ? { from, to: monthAfter(from, 1), each: ALONE }
    : { from, to: monthAfter(from, MONTHS), each: EACH };
}

const COLUMNS = [
  { key: 'on', text: 'When' },
  { key: 'what', text: 'What' },
  { key: 'post', text: 'Post' },
  { key: 'who', text: 'With' },
];

const rowOf = (entry: PostEntry, today: Day, names: Names) => ({
  what: entryText(entry),
  post: { text: placeOf(entry.countries, names) || entry.ref, href: paths.deployment(entry.ref), note: entry.ref },
  who: entryHolder(entry),
  on: entry.on < today ? { text: date(entry.on, 'short'), tone: 'red' } : date(entry.on, 'short'),
});

/** What falls due, month by month. */
export function calendarPage(entries: readonly PostEntry[], query: PostsQuery, today: Day, names: Names) {
  const { from, to } = monthsShown(query, today);
  const filters = filtersOf(query);
  const months: string[] = [];
  for (let month = from; month < to; month = monthAfter(month, 1)) months.push(month.slice(0, 7));
  const address = (month: string) => postsAddress('calendar', filters, { month: month.slice(0, 7) });
  const link = (month: Day) => ({ text: date(month, 'month'), href: address(month) });
  return {
    months: months.map((month) => {
      const own = entries.filter((entry) => entry.on.startsWith(month));
      const all = own[0]?.inMonth ?? 0;
      const cut = all > own.length;
      return {
        id: `m${month}`,
        title: date(`${month}-01`, 'month'),
        note: cut && query.month ? `${own.length} of ${all}` : '',
        ...(cut && !query.month ? { link: { text: `All ${all.toLocaleString('en-GB')}`, href: address(month) } } : {}),
        columns: COLUMNS,
        rows: own.map((entry) => rowOf(entry, today, names)),
      };
    }),
    before: link(monthAfter(from, -1)),
    after: link(to),
    now: query.month ? { text: 'The next three months', href: postsAddress('calendar', filters) } : null,
  };
}

/** What falls due as a table of its own. */
export const entryColumns = (names: Names): FileColumn<PostEntry>[] => [
  { title: 'When', width: 12, value: (e) => e.on },
  { title: 'What', width: 40, value: entryText },
  { title: 'Post', width: 14, value: (e) => e.ref },
  { title: 'Countries', width: 40, value: (e) => e.countries.map((c) => names.countryName(c)).join('; ') },
  { title: 'Regions', width: 28, value: (e) => e.regions.map((r) => names.regionName(r)).join('; ') },
  { title: 'With', width: 28, value: entryHolder },
];

/** The addresses from which a person's calendar program reads. */
export const feedsTable = (feeds: readonly CalendarFeed[], names: Names) =>
  feeds.map(({ id, region, createdAt }) => ({
    id,
    what: region ? names.regionName(region) : 'What waits for you, and every post that you can see',
    since: date(createdAt, 'short'),
  }));
