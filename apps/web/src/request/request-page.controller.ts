import { Controller, Get, Param, Req } from '@nestjs/common';
import { Cases, ReferenceData, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { CaseTimes } from './case-times.js';
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
    private readonly times: CaseTimes,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('ref') ref: string): Promise<string> {
    const view = await openCase(this.cases, ref, me);
    const [loaded, away] = await Promise.all([this.data.load(view, me), this.times.away(view)]);
    const timed = { times: this.times.today(), now: this.times.now(), away };
    const page = requestPage({ view, me, ...loaded, names: this.reference, ...timed });
    return this.pages.html(request, 'request/request-page.njk', page);
  }
}
