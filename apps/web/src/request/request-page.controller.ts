import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { openCase } from './open-case.js';
import { RequestPageData } from './request-page.data.js';
import { requestPage } from './request-page.presenter.js';

/** The page of a request. */
@Controller('requests/:ref')
export class RequestPageController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly data: RequestPageData,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const loaded = await this.data.load(view, me);
    const now = this.clock.now();
    const { calendars, clocks, calls } = this.reference;
    const times = { today: now.toISOString().slice(0, 10), calendars, clocks, calls };
    const page = requestPage({ view, me, ...loaded, names: this.reference, times, now });
    return this.pages.html(request, 'request/request-page.njk', page);
  }
}
