import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK, Deployments, Posts, ReferenceData, type PostRead, type SignedIn } from '#casework';
import { isRefusal, mayTakeDeployment, refuse, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { actOnPost } from './act-post.js';
import { openPost, todayAt } from './open-post.js';
import { hrefOfTab } from './post-frame.js';
import { nudgeOptions } from './post-nudges.js';
import { problemsAt } from './step-fields.js';
import { STEP_FORMS, stepTyped } from './step-forms.js';
import type { Around, StepForm } from './step-form.js';
import { checkPage, stepPage, type StepPageInput } from './step.presenter.js';

const TEMPLATE = 'deployment/step.njk';
const CHECK = 'deployment/step-check.njk';
const NO_SUCH_STEP = refuse('notFound', 'There is no such page of this post.');

/** Steps of a post, each on a page of its own that says what it does before it is done. */
@Controller('deployments/:ref/events')
export class PostStepController {
  constructor(
    private readonly pages: Pages,
    private readonly deployments: Deployments,
    private readonly posts: Posts,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':step')
  async show(
    @Req() request: Exchange,
    @Param('ref') ref: string,
    @Param('step') step: string,
    @Query() chosen: Form,
    @Me() me: SignedIn,
  ) {
    const view = await openPost(this.posts, ref, me);
    const form = formAt(step);
    const may = mayTakeDeployment(view.whole, me, form.event);
    if (isRefusal(may)) throw new Refused(may);
    // A link may have chosen an answer already, such as which report it is about.
    const typed = (request.kept as Form | null) ?? { ...form.at?.(view.facts, this.around(view, me)), ...chosen };
    return this.pages.html(request, TEMPLATE, stepPage(this.input(form, view, me, typed)));
  }

  @Post(':step')
  @HttpCode(200)
  async take(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Param('step') step: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const view = await openPost(this.posts, ref, me);
    const form = formAt(step);
    const typed = formOf(request);
    const input = this.input(form, view, me, typed);
    const confirmed = one(typed, 'confirmed');
    if (confirmed === 'back') return this.pages.html(request, TEMPLATE, stepPage(input));
    const event = stepTyped(form, form.asks(view.facts, input.around), typed);
    const looksFirst = (form.final || form.warns?.(view.facts, event)) && confirmed !== 'yes';
    const outcome = looksFirst
      ? await this.deployments.foresee(ref, me, event)
      : await actOnPost(this.deployments, request, me, ref, event);
    if (isRefusal(outcome)) return this.refused(request, reply, input, outcome);
    if ('facts' in outcome) return this.pages.html(request, CHECK, checkPage(input, outcome));
    return seeOther(reply, hrefOfTab(ref, form.page), form.event === 'NUDGE' ? 'nudged' : 'stepTaken');
  }

  private async refused(request: Exchange, reply: Reply, input: StepPageInput, refusal: Refusal): Promise<string> {
    if (['notFound', 'notYourRole', 'notNow'].includes(refusal.code)) throw new Refused(refusal);
    const view = await openPost(this.posts, input.view.facts.ref, input.me);
    const asked = input.form.asks(view.facts, input.around);
    const errors = problemsAt(asked, refusal.fields ?? [{ path: '', message: refusal.message }]);
    return this.pages.refused(request, reply, refusal, TEMPLATE, stepPage({ ...input, view }, errors));
  }

  private input = (form: StepForm, view: PostRead, me: SignedIn, typed: Form): StepPageInput => ({
    form,
    view,
    me,
    typed,
    names: this.reference,
    around: this.around(view, me),
  });

  private around = (view: PostRead, me: SignedIn): Around => ({
    ...(me.assignments.some((a) => a.role === 'deskOfficer') ? { forAnother: true } : {}),
    today: todayAt(view, this.reference, this.clock),
    whom: nudgeOptions({ view, me, now: this.clock.now().toISOString() }),
    countries: this.reference.allCountries().map((c) => ({ value: c.code, text: c.names.en })),
  });
}

function formAt(step: string): StepForm {
  if (!Object.hasOwn(STEP_FORMS, step)) throw new Refused(NO_SUCH_STEP);
  return STEP_FORMS[step]!;
}
