import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, Deployments, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import { isRefusal, mayTakeDeployment, presentTerm } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { actOnPost } from './act-post.js';
import { openPost, todayAt } from './open-post.js';
import { linesOf, planErrors, planEvent, redrawn, typedLines } from './work-plan.form.js';
import { workPlanPage } from './work-plan.presenter.js';
import { workPlanForm, type PlanTyped } from './work-plan-edit.presenter.js';

const TEMPLATE = 'deployment/work-plan-edit.njk';

/** The work plan of a post: read by everybody who may open it, written by the adviser. */
@Controller('deployments/:ref/work-plan')
export class WorkPlanController {
  constructor(
    private readonly pages: Pages,
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await openPost(this.posts, ref, me);
    const today = todayAt(view, this.reference, this.clock);
    const page = workPlanPage(view, me, this.reference);
    return this.pages.html(request, 'deployment/work-plan.njk', { ...page, today });
  }

  @Get('edit')
  async edit(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const view = await this.writable(ref, me);
    const kept = request.kept as Form | null;
    const lines = kept ? (redrawn(kept) ?? typedLines(kept)) : linesOf(presentTerm(view.facts)!);
    return this.pages.html(request, TEMPLATE, this.form(view, me, { lines, errors: [] }));
  }

  @Post('edit')
  @HttpCode(200)
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const form = formOf(request);
    const view = await this.writable(ref, me);
    const asked = redrawn(form);
    // The page is only drawn again: it keeps the revision that its text was written from.
    if (asked) return this.pages.html(request, TEMPLATE, this.form(view, me, { lines: asked, errors: [], from: form }));
    const lines = typedLines(form);
    const outcome = await actOnPost(this.deployments, request, me, ref, planEvent(lines));
    if (!isRefusal(outcome)) return seeOther(reply, paths.deploymentPage(ref, 'workPlan'), 'planWritten');
    if (['notFound', 'notYourRole', 'notNow'].includes(outcome.code)) throw new Refused(outcome);
    const now = await this.writable(ref, me);
    const typed = { lines, errors: planErrors(outcome) };
    return this.pages.refused(request, reply, outcome, TEMPLATE, this.form(now, me, typed));
  }

  private form = (view: PostRead, me: SignedIn, typed: PlanTyped) => workPlanForm(view, me, this.reference, typed);

  private async writable(ref: string, me: SignedIn): Promise<PostRead> {
    const view = await openPost(this.posts, ref, me);
    const may = mayTakeDeployment(view.whole, me, 'PLAN');
    if (isRefusal(may)) throw new Refused(may);
    return view;
  }
}
