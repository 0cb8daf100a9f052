import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { CLOCK, DeploymentList, Posts, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { openPost, todayAt } from './open-post.js';
import { recruitmentPage } from './recruitment.presenter.js';
import { renewalPage } from './renewal.presenter.js';
import { reviewPage } from './review.presenter.js';

/** The search for an adviser, the review at half time and the renewal of a post, each on a page of its own. */
@Controller('deployments/:ref')
export class PostPhasesController {
  constructor(
    private readonly pages: Pages,
    private readonly posts: Posts,
    private readonly lists: DeploymentList,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('recruitment')
  async recruitment(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const [seen, medians] = await Promise.all([this.seen(ref, me), this.lists.medians()]);
    const { clocks, calendars } = this.reference;
    return this.pages.html(
      request,
      'deployment/recruitment.njk',
      recruitmentPage({ ...seen, medians, clocks, calendars }),
    );
  }

  @Get('review')
  async review(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, 'deployment/review.njk', reviewPage(await this.seen(ref, me)));
  }

  @Get('renewal')
  async renewal(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const page = renewalPage({ ...(await this.seen(ref, me)), clocks: this.reference.clocks });
    return this.pages.html(request, 'deployment/renewal.njk', page);
  }

  private async seen(ref: string, me: SignedIn) {
    const view = await openPost(this.posts, ref, me);
    return {
      view,
      me,
      names: this.reference,
      today: todayAt(view, this.reference, this.clock),
      now: this.clock.now().toISOString(),
    };
  }
}
