import { Controller, Get, Inject, Req } from '@nestjs/common';
import { CLOCK, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { HomeData } from './home.data.js';
import { HomePosts } from './posts.data.js';
import { homePage } from './home.presenter.js';

/** "What needs me, by when." */
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly data: HomeData,
    private readonly homePosts: HomePosts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async home(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const [loaded, posts, own] = await Promise.all([
      this.data.load(me),
      this.homePosts.load(me),
      this.homePosts.own(me),
    ]);
    const now = this.clock.now();
    const { calendar, clocks, calls } = this.reference;
    const times = { today: now.toISOString().slice(0, 10), calendar, clocks, calls };
    const framework = this.reference.frameworkFor('initial');
    const roleLine = this.pages.roleLine(me);
    const page = homePage({ me, roleLine, ...loaded, posts, ...own, framework, names: this.reference, times, now });
    return this.pages.html(request, 'home/home.njk', page);
  }
}
