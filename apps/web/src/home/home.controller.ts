import { Controller, Get, Req } from '@nestjs/common';
import { Delegations, type SignedIn } from '#casework';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { HomeData } from './home.data.js';
import { HomePosts } from './posts.data.js';
import { homePage } from './home.presenter.js';
import { HomeTimes } from './home.times.js';

/** "What needs me, by when." */
@Controller()
export class HomeController {
  constructor(
    private readonly pages: Pages,
    private readonly data: HomeData,
    private readonly homePosts: HomePosts,
    private readonly delegations: Delegations,
    private readonly times: HomeTimes,
  ) {}

  @Get()
  async home(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const [loaded, posts, own, given, held] = await Promise.all([
      this.data.load(me),
      this.homePosts.load(me),
      this.homePosts.own(me),
      this.delegations.may(me) ? this.delegations.of(me) : null,
      this.delegations.heldBy(me),
    ]);
    const roleLine = this.pages.roleLine(me);
    const page = homePage({ me, roleLine, ...loaded, posts, ...own, acting: { given, held }, ...this.times.now() });
    return this.pages.html(request, 'home/home.njk', page);
  }
}
