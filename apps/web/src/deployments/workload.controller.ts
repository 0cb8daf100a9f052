import { Controller, Get, Query, Req } from '@nestjs/common';
import { workloadOf, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { PostsFrame } from './posts-frame.js';
import { workloadPage } from './workload.presenter.js';

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
  ): Promise<string> {
    const opened = await this.frame.open('workload', me, asked);
    const load = await workloadOf(opened.view);
    const page = workloadPage(load, opened.query, this.frame.reference);
    return this.pages.html(request, 'deployments/workload.njk', { ...this.frame.context(opened), ...page });
  }
}
