import { Injectable } from '@nestjs/common';
import {
  DeploymentList,
  ReferenceData,
  SavedViews,
  type PostFigures,
  type PostView,
  type SavedView,
  type SignedIn,
} from '#casework';
import { plural } from '../request/case-words.js';
import type { ExportFormat } from '../request/export.js';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { pastTabs, type DeploymentTab } from './past-tabs.js';
import {
  activePostFilters,
  filterOfPosts,
  FILTER_NAMES,
  filtersOf,
  postFields,
  postsAddress,
  postsQuery,
  TABS,
  type PostsQuery,
  type Tab,
} from './posts-query.js';

/** What every one of the pages has before it shows its own part. */
export interface Opened {
  tab: Tab;
  query: PostsQuery;
  unknown: string[];
  view: PostView;
  figures: PostFigures;
  saved: SavedView[];
  /** What stands beside the views, for this person. */
  beside: DeploymentTab[];
}

const number = (n: number): string => n.toLocaleString('en-GB');
const count = (n: number, one: string, many: string): string => `${words(n, true)} ${plural(n, one, many)}`;

/** Terms whose end has passed without a word: nobody knows whether these posts are held. */
const ranOutSentence = (n: number): string => (n === 0 ? '' : ` ${count(n, 'term has', 'terms have')} run out.`);

/** The state of things in numbers; each number is that of the list to which the filter leads. */
export function figuresSentence(figures: PostFigures, endingMonths: number): string {
  const { inPost, byStanding } = figures;
  const ending = byStanding.ending;
  const held = `${count(inPost, 'adviser is', 'advisers are')} in post.`;
  const empty = byStanding.gap === 0 ? 'No post is empty' : count(byStanding.gap, 'post is empty', 'posts are empty');
  const ends = `${ending === 0 ? 'no assignment ends' : `${words(ending)} ${plural(ending, 'assignment ends', 'assignments end')}`} within the next ${words(endingMonths)} months`;
  return `${held}${ranOutSentence(byStanding.ranOut)} ${empty} and ${ends}.`;
}

/** The same figures as the gap finder needs them: who is missing, and who will be. */
export function gapsSentence({ byStanding, gapsAhead }: PostFigures): string {
  const empty = byStanding.gap === 0 ? 'No post is empty' : count(byStanding.gap, 'post is empty', 'posts are empty');
  const ahead = gapsAhead === 0 ? 'no gap lies' : `${words(gapsAhead)} ${plural(gapsAhead, 'gap lies', 'gaps lie')}`;
  return `${empty} and ${ahead} ahead.`;
}

function countWords({ total }: PostFigures): string {
  return total === 0 ? '' : `${number(total)} ${plural(total, 'post', 'posts')}.`;
}

const TITLES: Record<Tab, string> = {
  overview: 'Deployments',
  table: 'All deployments',
  board: 'Deployments by state',
  timeline: 'Timeline of deployments',
  map: 'Map of deployments',
  workload: 'Workload',
  calendar: 'Calendar of deployments',
  gaps: 'Gaps',
};

/** The one opening of all pages of posts: the filter of the address, the posts, the figures, what is saved. */
@Injectable()
export class PostsFrame {
  constructor(
    readonly list: DeploymentList,
    readonly reference: ReferenceData,
    private readonly saved: SavedViews,
  ) {}

  /** Reads the filter of an address. */
  read(asked: Record<string, unknown>): { query: PostsQuery; unknown: string[] } {
    return postsQuery(asked, {
      regions: this.reference.regions().map((r) => r.code),
      isCountry: (code) => this.reference.country(code) !== null,
    });
  }

  async open(tab: Tab, me: SignedIn, asked: Record<string, unknown>): Promise<Opened> {
    const { query, unknown } = this.read(asked);
    const view = await this.list.open(me, filterOfPosts(query));
    const [figures, saved] = await Promise.all([view.figures(), this.saved.of(me.id)]);
    return { tab, query, unknown, view, figures, saved, beside: pastTabs(me) };
  }

  /** What the frame of a page prints. */
  context(opened: Opened) {
    const { tab, query, unknown, view, figures } = opened;
    const active = activePostFilters(tab, query, this.reference);
    const file = fileAddress(opened);
    return {
      title: TITLES[tab],
      // What a printed page says of itself: the filter stands in the address alone.
      printed: [TITLES[tab], ...active.map(({ text }) => text)].join(', '),
      today: view.asOf.today,
      lead: tab === 'gaps' ? gapsSentence(figures) : figuresSentence(figures, view.asOf.endingMonths),
      actions: [{ text: 'Download as CSV', href: file('csv'), secondary: true }],
      tabs: [
        ...Object.entries(TABS).map(([name, { text }]) => ({
          text,
          href: postsAddress(name as Tab, filtersOf(query)),
          active: name === tab,
        })),
        ...opened.beside,
      ],
      ...savedPart(opened, active.length > 0),
      unknown: unknown.length ? `The list knows no ${unknown.join(' and no ')}, so it is left out.` : '',
      filters: this.filters(opened, active),
      empty: active.length
        ? { text: 'No post fits these filters.', link: { text: 'Show all posts', href: TABS[tab].path } }
        : { text: 'There is no post that you can open. Posts appear here when a request has been handed over.' },
      csv: file('csv'),
      xlsx: file('xlsx'),
    };
  }

  private filters({ tab, query, figures }: Opened, active: { text: string; href: string }[]) {
    const regions = Object.fromEntries(this.reference.regions().map((r) => [r.code, r.names.en]));
    const fields = postFields(query, regions, tab === 'table' || tab === 'timeline' || tab === 'board');
    const shown = new Set(fields.map((field) => field.name));
    return {
      action: TABS[tab].path,
      label: 'Filter deployments',
      fields,
      hidden: [...FILTER_NAMES, 'sort' as const, 'years' as const]
        .filter((name) => query[name] && !shown.has(name))
        .map((name) => ({ name, value: query[name] })),
      active,
      count: countWords(figures),
      clear: TABS[tab].path,
    };
  }
}

/** Where a page is to be had as a file: what falls due and the workload as such, everything else as the posts that it shows. */
const fileAddress =
  ({ tab, query }: Opened) =>
  (format: ExportFormat): string =>
    tab === 'calendar' || tab === 'workload'
      ? postsAddress(tab, query, { format })
      : postsAddress('table', filtersOf(query), {
          sort: query.sort,
          format,
          ...(tab === 'gaps' ? { gap: query.gap || 'any' } : {}),
        });

/** The person's own views, and the way to keep the one that is looked at. */
function savedPart({ tab, query, saved }: Opened, filtered: boolean) {
  const here = postsAddress(tab, query);
  return {
    saved: saved.map(({ name, address }) => ({ text: name, href: address, current: address === here })),
    manage: saved.length ? paths.savedViews() : '',
    save: filtered && !saved.some((v) => v.address === here) ? paths.savedViews(here) : '',
  };
}
