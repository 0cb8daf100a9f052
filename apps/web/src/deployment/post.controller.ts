import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { CLOCK, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import type { Day } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages, paths } from '../shell/pages.js';
import { openPost, todayAt } from './open-post.js';
import { PostBeside } from './post-beside.js';
import { postFrame } from './post-frame.js';
import { lineItems } from './post-lines.js';
import { postPage } from './post.presenter.js';

const PAGE = 50;

/** One post: who holds it, who did and who comes next, what waits on whom, and its record. */
@Controller('deployments/:ref')
export class PostController {
  constructor(
    private readonly pages: Pages,
    private readonly posts: Posts,
    private readonly beside: PostBeside,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (view: PostRead): Day => todayAt(view, this.reference, this.clock);

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const [history, beside] = await Promise.all([this.posts.history(view, me, { limit: 6 }), this.beside.of(view, me)]);
    const context = postPage({
      view,
      me,
      history,
      names: this.reference,
      today: this.today(view),
      now: this.clock.now().toISOString(),
      ...beside,
    });
    return this.pages.html(request, 'deployment/post.njk', { ...context, today: this.today(view) });
  }

  @Get('history')
  async history(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
    @Query('before') before?: unknown,
  ) {
    const view = await openPost(this.posts, ref, me);
    const from = typeof before === 'string' && /^\d{1,9}$/.test(before) ? Number(before) : undefined;
    const lines = await this.posts.history(view, me, { limit: PAGE + 1, before: from });
    const frame = postFrame(view, me, 'history', this.reference);
    const here = paths.deploymentPage(ref, 'history');
    const last = lines.length > PAGE ? lines[PAGE - 1] : undefined;
    return this.pages.html(request, 'deployment/history.njk', {
      title: frame.title,
      breadcrumbs: frame.breadcrumbs,
      frame,
      items: lineItems(lines.slice(0, PAGE), this.reference),
      pager: { ...(from ? { first: here } : {}), ...(last ? { next: `${here}?before=${last.seq}` } : {}) },
      today: this.today(view),
    });
  }
}
