import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, Deployments, Posts, ReferenceData, type SignedIn } from '#casework';
import { deploymentEventRule, isRefusal, mayTakeDeployment, refuse } from '#domain';
import type { Clock } from '#platform';
import { stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import type { PageError } from '../shell/views.js';
import { actOnPost } from './act-post.js';
import { openPost } from './open-post.js';
import { postFrame } from './post-frame.js';
import { fieldsOf, problemsAt } from './step-fields.js';
import { STEP_FORMS, stepTyped, type StepForm } from './step-forms.js';

const TEMPLATE = 'deployment/step.njk';
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
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Param('step') step: string, @Me() me: SignedIn) {
    const view = await openPost(this.posts, ref, me);
    const form = this.form(step);
    const may = mayTakeDeployment(view.whole, me, form.event);
    if (isRefusal(may)) throw new Refused(may);
    const typed = (request.kept as Form | null) ?? form.at?.(view.facts, this.around()) ?? {};
    return this.pages.html(request, TEMPLATE, await this.context(form, ref, me, typed));
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
    const form = this.form(step);
    const typed = formOf(request);
    const asked = form.asks(view.facts, this.around());
    const outcome = await actOnPost(this.deployments, request, me, ref, stepTyped(form, asked, typed));
    if (!isRefusal(outcome)) return seeOther(reply, paths.deployment(ref), 'stepTaken');
    if (['notFound', 'notYourRole', 'notNow'].includes(outcome.code)) throw new Refused(outcome);
    const errors = problemsAt(asked, outcome.fields ?? [{ path: '', message: outcome.message }]);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(form, ref, me, typed, errors));
  }

  private form(step: string): StepForm {
    if (!Object.hasOwn(STEP_FORMS, step)) throw new Refused(NO_SUCH_STEP);
    return STEP_FORMS[step]!;
  }

  private around() {
    return {
      today: this.clock.now().toISOString().slice(0, 10),
      countries: this.reference.allCountries().map((c) => ({ value: c.code, text: c.names.en })),
    };
  }

  private async context(form: StepForm, ref: string, me: SignedIn, typed: Form, errors: PageError[] = []) {
    const view = await openPost(this.posts, ref, me);
    const { label } = deploymentEventRule(form.event);
    const frame = postFrame(view, me, 'summary', this.reference);
    return {
      title: `${label}: ${frame.title}`,
      breadcrumbs: [frame.breadcrumbs[0]!, { text: frame.place, href: paths.deployment(ref) }, { text: label }],
      eyebrow: `${ref}, ${frame.place}`,
      heading: label,
      lead: form.lead(view.facts),
      fields: fieldsOf(form.asks(view.facts, this.around()), typed, errors),
      hidden: stepFields(view.revision),
      back: paths.deployment(ref),
      errors,
    };
  }
}
