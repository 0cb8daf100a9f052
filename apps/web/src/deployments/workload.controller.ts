import { Controller, Get, Query, Req, type StreamableFile } from '@nestjs/common';
import { workloadOf, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { EXPORT_FORMATS } from '../request/export.js';
import { Pages } from '../shell/pages.js';
import { Fault } from '../shell/refusals.js';
import { PostsFrame } from './posts-frame.js';
import { workloadFile } from './workload-file.js';
import { workloadPage } from './workload.presenter.js';

/** A file has every line of its tables, as far as anybody can read them. */
const LINES_IN_FILE = 20_000;

/** How many countries and posts each desk officer, region and adviser has on hand. */
@Controller('deployments/workload')
export class WorkloadController {
  constructor(
    private readonly pages: Pages,
    private readonly frame: PostsFrame,
  ) {}

  @Get()
  async workload(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Query() asked: Record<string, unknown>,
  ): Promise<string | StreamableFile> {
    const opened = await this.frame.open('workload', me, asked);
    const format = EXPORT_FORMATS.find((f) => f === asked.format);
    if (format) {
      if (opened.unknown.length)
        throw new Fault(
          422,
          'invalid',
          `The list knows no ${opened.unknown[0]!}. Choose the filter again on the page.`,
        );
      const { today } = opened.view.asOf;
      return workloadFile(await workloadOf(opened.view, LINES_IN_FILE), { format, today, names: this.frame.reference });
    }
    const load = await workloadOf(opened.view);
    const page = workloadPage(load, opened.query, this.frame.reference);
    return this.pages.html(request, 'deployments/workload.njk', { ...this.frame.context(opened), ...page });
  }
}
