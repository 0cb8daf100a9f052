import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Deployments, Posts, ReferenceData, type SignedIn } from '#casework';
import type { Refusal } from '#domain';
import { actOnPost } from '../deployment/act-post.js';
import { openPost, todayAt } from '../deployment/open-post.js';
import { CaseTimes } from '../request/case-times.js';
import { stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths } from '../shell/pages.js';
import { takenOrAgain } from '../shell/taken.js';
import { timeContext, timeEvent, TIME_PAGE, UNSAID } from './time.presenter.js';
import { timedPost } from './timed-case.js';

/** The clocks of a post: more time, a stop, and what its adviser or its office asks for. */
@Controller('deployments/:ref/time')
export class PostTimeController {
  constructor(
    private readonly pages: Pages,
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    private readonly times: CaseTimes,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TIME_PAGE.template, await this.context(ref, me, (request.kept ?? {}) as Form));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    await openPost(this.posts, ref, me);
    const form = formOf(request);
    const event = timeEvent(form);
    const again = (refusal: Refusal) => this.context(ref, me, form, refusal);
    const outcome = event ? await actOnPost(this.deployments, request, me, ref, event) : UNSAID;
    return takenOrAgain(outcome, {
      ...TIME_PAGE,
      pages: this.pages,
      request,
      reply,
      to: [paths.deploymentPage(ref, 'time'), 'stepTaken'],
      again,
    });
  }

  private async context(ref: string, me: SignedIn, typed: Form, refusal?: Refusal) {
    const view = await openPost(this.posts, ref, me);
    const { calendars, clocks } = this.reference;
    const times = { calendars, clocks };
    const now = this.times.now().toISOString();
    const away = await this.times.away({ facts: view.whole });
    const of = timedPost(view, this.reference, todayAt(view, this.reference, this.times), away);
    return { ...timeContext({ of, me, times, now, typed, refusal }), hidden: stepFields(view.revision) };
  }
}
