import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import type { PostRow, SignedIn } from '#casework';
import { addDays } from '#domain';
import { EXPORT_FORMATS } from '../request/export.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { requestLinks } from './map.presenter.js';
import { PostsFrame, type Opened } from './posts-frame.js';
import { postsFile } from './posts-file.js';
import { mapOf } from './posts-map.js';
import { BOARD_EACH, postsBoard, postsTable, postsTimeline, yearLinks } from './posts.presenter.js';
import { filterOfPosts, filtersOf, postsAddress, sortOf } from './posts-query.js';
import { frameAround } from './segments.js';

type Asked = Record<string, unknown>;
const URGENT = 7;
const FIRST = 12;
/** So far back a term may have ended that the gap after it is still seen at the edge of a timeline. */
const DAYS_BEFORE = 1_200;

/** Posts as overview, table, board and timeline: the same filter, the same posts. */
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
    const [page, drawn, urgent] = await Promise.all([
      this.page(opened),
      mapOf(opened, me, this.frame.reference),
      first ? null : view.page({ limit: URGENT }),
    ]);
    const rows = (urgent ?? page).rows.slice(0, URGENT);
    const total = opened.figures.total;
    const { filters } = this.frame.context(opened);
    return this.html(request, opened, 'overview', {
      filters: { ...filters, count: drawn.count },
      map: drawn.map,
      off: drawn.off,
      requested: requestLinks(drawn.requests, this.frame.reference),
      timeline: await this.timelineOf(opened, rows),
      more: {
        text: total === 1 ? 'Open the timeline' : `All ${total.toLocaleString('en-GB')} on the timeline`,
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

  private async timelineOf({ view, query, tab }: Opened, rows: readonly PostRow[]) {
    const frame = frameAround(view.asOf.today, tab === 'timeline' ? query.years : '');
    const covers = await view.covers(rows, addDays(frame.from, -DAYS_BEFORE), frame.to);
    return postsTimeline(rows, covers, frame, this.frame.reference);
  }

  private html(request: Exchange, opened: Opened, name: string, context: object): string {
    return this.pages.html(request, `deployments/${name}.njk`, { ...this.frame.context(opened), ...context });
  }
}
