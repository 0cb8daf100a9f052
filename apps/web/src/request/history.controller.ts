import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { contentDisposition, type Clock } from '#platform';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { csvOf } from './csv.js';
import { filterOfHistory, HISTORY_COLUMNS, historyPage, historyQuery, type HistoryQuery } from './history.presenter.js';
import { historyRows } from './history-rows.js';
import { openCase } from './open-case.js';

const PAGE = 50;

/** The record of a case, as far as the person may read it. */
@Controller('requests/:ref/history')
export class HistoryController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('ref') ref: string,
    @Query() asked: Record<string, unknown>,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<string | StreamableFile> {
    const view = await openCase(this.cases, ref, me);
    const query = historyQuery(asked);
    if (asked.format === 'csv') return this.table(view, me, query, reply);
    const today = this.clock.now().toISOString().slice(0, 10);
    const [lines, people] = await Promise.all([
      this.cases.history(view, me, { ...filterOfHistory(query), limit: PAGE + 1 }),
      this.cases.peopleOfHistory(view, me),
    ]);
    const older = lines.length > PAGE;
    const page = { view, me, query, lines: lines.slice(0, PAGE), older, people, names: this.names, today };
    return this.pages.html(request, 'request/history.njk', historyPage(page));
  }

  private async table(view: CaseView, me: SignedIn, query: HistoryQuery, reply: Reply): Promise<StreamableFile> {
    void reply.header('cache-control', 'private, no-store');
    const day = this.clock.now().toISOString().slice(0, 10);
    return new StreamableFile(await csvOf(HISTORY_COLUMNS, historyRows(this.cases, view, me, query)), {
      type: 'text/csv; charset=utf-8',
      disposition: contentDisposition(`${view.facts.ref}-history-${day}.csv`),
    });
  }
}
