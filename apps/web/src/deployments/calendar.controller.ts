import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { entriesOf, type PostEntry, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { paths } from '../shell/paths.js';
import { EXPORT_FORMATS, type ExportFormat } from '../request/export.js';
import { Fault } from '../shell/refusals.js';
import { tableFile } from '../shell/table-file.js';
import { calendarPage, entryColumns, monthsShown } from './calendar.presenter.js';
import { PostsFrame, type Opened } from './posts-frame.js';

const MOST_IN_FILE = 5_000;

/** What falls due, as a page. */
@Controller('deployments/calendar')
export class CalendarController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
  ) {}

  @Get()
  async calendar(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query() asked: Record<string, unknown>,
  ): Promise<string | StreamableFile> {
    const opened = await this.frame.open('calendar', me, asked);
    const { query, view } = opened;
    const format = EXPORT_FORMATS.find((f) => f === asked.format);
    if (format) return this.file(opened, format);
    const entries = await entriesOf(view, monthsShown(query, view.asOf.today));
    return this.pages.html(request, 'deployments/calendar.njk', {
      ...this.frame.context(opened),
      ...calendarPage(entries, query, view.asOf.today, this.frame.reference),
      feedNote:
        'Outlook and other programs can show these dates: each address is yours, and tells what, which post and by when.',
      feedsAddress: paths.calendarFeeds(),
    });
  }

  private async file({ view, query, unknown }: Opened, format: ExportFormat): Promise<StreamableFile> {
    if (unknown.length)
      throw new Fault(422, 'invalid', `The calendar knows no ${unknown[0]!}. Choose the filter again.`);
    const time = { ...monthsShown(query, view.asOf.today), each: MOST_IN_FILE };
    const rows = Readable.from(await entriesOf(view, time)) as AsyncIterable<PostEntry>;
    const name = `deployments-calendar-${time.from.slice(0, 7)}`;
    return tableFile(format, { name, sheet: 'Calendar', columns: entryColumns(this.frame.reference), rows });
  }
}
