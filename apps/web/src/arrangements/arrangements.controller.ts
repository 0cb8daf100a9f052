import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { Cases, CLOCK, type SignedIn } from '#casework';
import { arrangementsOf } from '#domain';
import type { Clock } from '#platform';
import { openCase } from '../request/open-case.js';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { arrangementsContext } from './arrangements.presenter.js';
import { RequestPosts } from './request-posts.js';

/** What is arranged between the money and the post. */
@Controller('requests/:ref/arrangements')
export class ArrangementsController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: Cases,
    private readonly posts: RequestPosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const view = await openCase(this.cases, ref, me);
    if (!arrangementsOf(view.facts)) return seeOther(reply, paths.request(ref));
    const { names } = this.posts;
    const { calendars, clocks, calls } = names;
    const times = { today: this.clock.now().toISOString().slice(0, 10), calendars, clocks, calls };
    const post = await this.posts.of(view, me);
    const context = arrangementsContext({ view, me, names, times, post });
    return this.pages.html(request, 'arrangements/arrangements.njk', context);
  }
}
