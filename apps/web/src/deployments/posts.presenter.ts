import type { PostCover, PostPage, PostRow, PostSort } from '#casework';
import { DEPLOYMENT_STATE_NAMES, DEPLOYMENT_STATES, type Day } from '#domain';
import type { Names } from '../request/case-words.js';
import type { GanttFrame } from '../shell/gantt.js';
import { paths } from '../shell/paths.js';
import {
  adviserWords,
  coversWords,
  fundingWords,
  noteOf,
  postCell,
  postPlace,
  placeNote,
  statusOfPost,
} from './post-words.js';
import { filtersOf, postsAddress, sortOf, YEARS, type PostsQuery, type Tab } from './posts-query.js';
import { segmentsOf } from './segments.js';

/** How a page of posts is drawn. */
export interface Given {
  names: Names;
  today: Day;
  query: PostsQuery;
  tab: Tab;
}

const COLUMNS: { key: string; text: string; sort?: PostSort; numeric?: boolean }[] = [
  { key: 'post', text: 'Country', sort: 'country' },
  { key: 'adviser', text: 'Adviser', sort: 'adviser' },
  { key: 'status', text: 'Status', sort: 'status' },
  { key: 'covers', text: 'Covers' },
  { key: 'funding', text: 'Funding' },
  { key: 'ends', text: 'Ends', sort: 'ends', numeric: true },
];

/** The table of posts: its heads lead to other orders. */
export function postsTable(page: PostPage, { names, query, tab }: Given) {
  return {
    caption: 'Deployments',
    columns: COLUMNS.map(({ sort, ...column }) => ({
      ...column,
      ...(sort
        ? {
            sort: {
              href: postsAddress(tab, query, { sort: sortOf(query) === sort ? '' : sort }),
              direction: sortOf(query) === sort ? 'ascending' : undefined,
            },
          }
        : {}),
    })),
    rows: page.rows.map((row) => ({
      post: postCell(row, names),
      adviser: adviserWords(row),
      status: statusOfPost(row),
      covers: coversWords(row),
      funding: fundingWords(row),
      ends: row.endsOn ? new Date(row.endsOn) : '',
    })),
    pager: {
      first: query.after ? postsAddress(tab, query) : null,
      next: page.next ? postsAddress(tab, query, { after: page.next }) : null,
    },
  };
}

/** Posts over time, row by row. */
export function postsTimeline(rows: readonly PostRow[], covers: readonly PostCover[], frame: GanttFrame, names: Names) {
  return {
    caption: 'Assignments over time, the most urgent first',
    frame,
    rows: rows.map((row) => ({
      title: postPlace(row, names),
      href: paths.deployment(row.ref),
      note: placeNote(row, names),
      segments: segmentsOf(row, covers, frame.today),
      status: noteOf(row, frame.today),
    })),
  };
}
/** How much time the timeline shows. */
export const yearLinks = (query: PostsQuery) =>
  Object.entries(YEARS)
    .sort(([one], [other]) => Number(one) - Number(other))
    .map(([years, text]) => ({
      text,
      href: postsAddress('timeline', query, { years }),
      current: query.years === years,
    }));

const FIRST = 12;
export const BOARD_EACH = FIRST;

/** A column for each state of a post. */
export function postsBoard(
  rows: readonly PostRow[],
  byState: Partial<Record<PostRow['state'], number>>,
  { names, today, query }: Given,
) {
  const columns = DEPLOYMENT_STATE_NAMES.filter((state) => state !== 'ended' || byState.ended).map((state) => {
    const own = rows.filter((row) => row.state === state);
    const all = byState[state] ?? 0;
    return {
      title: DEPLOYMENT_STATES[state].label,
      count: all.toLocaleString('en-GB'),
      items: own.map((row) => ({
        title: postPlace(row, names),
        href: paths.deployment(row.ref),
        note: row.adviser ?? placeNote(row, names),
        status: noteOf(row, today),
      })),
      ...(all > own.length
        ? {
            more: {
              text: `All ${all.toLocaleString('en-GB')}`,
              href: postsAddress('table', filtersOf(query), { status: state }),
            },
          }
        : {}),
    };
  });
  return { columns };
}
