import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import type { PostRow, SignedIn } from '#casework';
import { addDays } from '#domain';
import { EXPORT_FORMATS } from '../request/export.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { placesOnLand } from '../shell/static-assets.js';
import { words } from '../shell/words.js';
import { PostsFrame, type Opened } from './posts-frame.js';
import { postsFile } from './posts-file.js';
import { BOARD_EACH, postsBoard, postsMap, postsTable, postsTimeline, yearLinks } from './posts.presenter.js';
import { noteOf, postCell } from './post-words.js';
import { filterOfPosts, filtersOf, postsAddress, sortOf } from './posts-query.js';
import { frameAround } from './segments.js';

type Asked = Record<string, unknown>;
const URGENT = 7;
const FIRST = 12;
/** So far back a term may have ended that the gap after it is still seen at the edge of a timeline. */
const DAYS_BEFORE = 1_200;
const MAP_ROWS = 40;

/** Posts as overview, table, board, timeline and map: the same filter, the same posts. */
@Controller('deployments')
export class PostsController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
  ) {}

  @Get()
  async overview(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string> {
    const opened = await this.frame.open('overview', me, asked);
    const { view, query } = opened;
    const first = !query.after && sortOf(query) === 'attention';
    const [page, points, urgent] = await Promise.all([
      this.page(opened),
      view.points(),
      first ? null : view.page({ limit: URGENT }),
    ]);
    const rows = (urgent ?? page).rows.slice(0, URGENT);
    const total = opened.figures.total;
    return this.html(request, opened, 'overview', {
      map: this.map(opened, points),
      timeline: await this.timelineOf(opened, rows),
      more: {
        text: `All ${total.toLocaleString('en-GB')} on the timeline`,
        href: postsAddress('timeline', filtersOf(query)),
      },
      table: postsTable(page, this.given(opened)),
      range: query.after ? '' : `1 to ${page.rows.length} of ${total.toLocaleString('en-GB')}`,
      downloads: true,
    });
  }

  @Get('table')
  async table(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string | StreamableFile> {
    const format = EXPORT_FORMATS.find((f) => f === asked.format);
    if (format) {
      const { query, unknown } = this.frame.read(asked);
      // Nobody should take a file for narrower than it is: a filter that is not known gives none.
      if (unknown.length)
        throw new Fault(422, 'invalid', `The list knows no ${unknown[0]!}. Choose the filter again on the page.`);
      const view = await this.frame.list.open(me, filterOfPosts(query));
      return postsFile(view, { sort: sortOf(query), format, names: this.frame.reference });
    }
    const opened = await this.frame.open('table', me, asked);
    const page = await this.page(opened);
    return this.html(request, opened, 'table', { table: postsTable(page, this.given(opened)), downloads: true });
  }

  @Get('board')
  async board(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string> {
    const opened = await this.frame.open('board', me, asked);
    const rows = await opened.view.board(BOARD_EACH);
    const board = postsBoard(rows, opened.figures.byState, this.given(opened));
    return this.html(request, opened, 'board', { board, total: opened.figures.total });
  }

  @Get('timeline')
  async timeline(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string> {
    const opened = await this.frame.open('timeline', me, asked);
    const page = await this.page(opened);
    return this.html(request, opened, 'timeline', {
      timeline: await this.timelineOf(opened, page.rows),
      years: yearLinks(opened.query),
      pager: postsTable(page, this.given(opened)).pager,
      downloads: true,
    });
  }

  @Get('map')
  async mapPage(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string> {
    const opened = await this.frame.open('map', me, asked);
    const points = await opened.view.points();
    const { names, today } = this.given(opened);
    const { total, seated } = opened.figures;
    return this.html(request, opened, 'map', {
      map: this.map(opened, points),
      list: {
        caption: 'Countries with posts',
        columns: [
          { key: 'country', text: 'Country' },
          { key: 'posts', text: 'Posts', numeric: true },
          { key: 'note', text: 'What to know' },
        ],
        rows: points.slice(0, MAP_ROWS).map((row) => ({
          country: { ...postCell(row, names), text: names.countryName(row.host!) },
          posts: String(row.posts),
          note: noteOf(row, today),
        })),
      },
      note: points.length > MAP_ROWS ? `${MAP_ROWS} of ${points.length} countries` : '',
      downloads: true,
      ...(total > seated ? { offMap: total - seated } : {}),
    });
  }

  private given = ({ query, tab, view }: Opened) => ({
    names: this.frame.reference,
    today: view.asOf.today,
    query,
    tab,
  });

  private page = ({ view, query, tab }: Opened) =>
    view.page({
      sort: sortOf(query),
      ...(tab === 'overview' ? { limit: FIRST } : {}),
      ...(query.after ? { after: query.after } : {}),
    });

  private map(opened: Opened, points: readonly (PostRow & { posts: number })[]) {
    const months = words(opened.view.asOf.endingMonths);
    const skip = {
      href: opened.tab === 'map' ? '#countries' : '#attention',
      text: 'Skip the map: every post is in the table below',
    };
    return { ...postsMap(points, placesOnLand(), months, this.given(opened)), skip };
  }

  private async timelineOf({ view, query, tab }: Opened, rows: readonly PostRow[]) {
    const frame = frameAround(view.asOf.today, tab === 'timeline' ? query.years : '');
    const covers = await view.covers(rows, addDays(frame.from, -DAYS_BEFORE), frame.to);
    return postsTimeline(rows, covers, frame, this.frame.reference);
  }

  private html(request: Exchange, opened: Opened, name: string, context: object): string {
    return this.pages.html(request, `deployments/${name}.njk`, { ...this.frame.context(opened), ...context });
  }
}
