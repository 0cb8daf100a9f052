import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, Deployments, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import { isRefusal, type Day } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { actOnPost } from './act-post.js';
import { checkErrors, checkEvent, typedCheck } from './exit.form.js';
import { exitPage } from './exit.presenter.js';
import { openPost, todayAt } from './open-post.js';

const TEMPLATE = 'deployment/exit.njk';

/** The end of a term: the checklists of the two sides. */
@Controller('deployments/:ref')
export class PostExitController {
  constructor(
    private readonly pages: Pages,
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  private today = (view: PostRead): Day => todayAt(view, this.reference, this.clock);

  @Get('exit')
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const typed = request.kept ? typedCheck(request.kept as Form) : undefined;
    const page = exitPage({ view, me, names: this.reference, today: this.today(view), typed });
    return this.pages.html(request, TEMPLATE, page);
  }

  @Post('exit')
  @HttpCode(200)
  async check(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const typed = typedCheck(formOf(request));
    const outcome = await actOnPost(this.deployments, request, me, ref, checkEvent(typed));
    if (!isRefusal(outcome))
      return seeOther(reply, paths.deploymentPage(ref, 'exit'), typed.finished ? 'listFinished' : 'listSaved');
    if (!outcome.fields) throw new Refused(outcome);
    const view = await openPost(this.posts, ref, me);
    const errors = checkErrors(outcome.fields, typed);
    const page = exitPage({ view, me, names: this.reference, today: this.today(view), typed, errors });
    return this.pages.refused(request, reply, outcome, TEMPLATE, page);
  }
}
