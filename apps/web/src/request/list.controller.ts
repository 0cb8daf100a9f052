import { Controller, Get, Inject, Query, Req, type StreamableFile } from '@nestjs/common';
import { CLOCK, ReferenceData, Requests, type SignedIn } from '#casework';
import { isRcSide } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { EXPORT_FORMATS, ListExport, type ExportFormat } from './export.js';
import { listPage } from './list.presenter.js';
import { filterOfList, listQuery } from './list-query.js';
import { isInsider } from './row-words.js';

/** The list of requests: filters in the address, and the same list as a file. */
@Controller('requests')
export class ListController {
  constructor(
    private readonly pages: Pages,
    private readonly requests: Requests,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query() asked: Record<string, unknown>,
  ): Promise<string | StreamableFile> {
    const regions = this.reference.regions();
    const { query, unknown } = listQuery(
      asked,
      regions.map((r) => r.code),
    );
    const filter = filterOfList(query);
    const today = this.clock.now().toISOString().slice(0, 10);
    const format = EXPORT_FORMATS.find((f) => f === asked.format);
    if (format) return this.file(me, { filter, unknown, format, today });
    const [page, total] = await Promise.all([this.requests.page(me, filter), this.requests.count(me, filter)]);
    const context = listPage({
      query,
      unknown,
      page,
      total,
      regions: regions.map((r) => ({ code: r.code, name: r.names.en })),
      names: this.reference,
      today,
      calendars: this.reference.calendars,
      insider: isInsider(me),
      starts: me.assignments.some((a) => isRcSide(a.role)),
    });
    return this.pages.html(request, 'request/list.njk', context);
  }

  /** Nobody should take a file for narrower than it is: a filter that is not known gives none. */
  private file(
    me: SignedIn,
    asked: { filter: ReturnType<typeof filterOfList>; unknown: string[]; format: ExportFormat; today: string },
  ): Promise<StreamableFile> {
    if (asked.unknown.length)
      throw new Fault(
        422,
        'invalid',
        `The list knows no ${asked.unknown[0]!}. Choose the filter again on the page of the list.`,
      );
    return new ListExport(this.requests, this.reference).file(me, asked.filter, asked.format, asked.today);
  }
}
