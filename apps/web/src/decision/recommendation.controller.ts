import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, notFound, readsPrepared, type Refusal } from '#domain';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { CAME_BACK_BY } from './case-summary.js';
import { proposedRecommendation, recommendationOf, stepIn, typedRecommendation } from './recommendation.form.js';
import { recommendationContext } from './recommendation.presenter.js';

const TEMPLATE = 'decision/recommendation.njk';
const DONE = {
  RECOMMEND: 'recommended',
  PREPARE_RECOMMENDATION: 'prepared',
  DISCARD_PREPARED: 'discarded',
  REASSESS: 'reassessed',
  RECONSIDER: 'taken',
} as const;

/** The panel chair recommends, or sends the request back to the reviewers. */
@Controller('requests/:ref/recommendation')
export class RecommendationController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const form = request.kept as Form | null;
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, form));
  }

  @Post()
  @HttpCode(200)
  async recommend(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const step = stepIn(form);
    const event = recommendationOf(step, typedRecommendation(form));
    const outcome = await act(this.casework, request, me, ref, event);
    if (!isRefusal(outcome)) return void seeOther(reply, await this.next(ref, me, step), DONE[step]);
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, form, outcome));
  }

  /** Who prepares goes on with the next request of the round, where all that is prepared is sent from. */
  private async next(ref: string, me: SignedIn, step: keyof typeof DONE): Promise<string> {
    const view = step === 'PREPARE_RECOMMENDATION' ? await this.cases.find(ref, me) : null;
    return view ? paths.panelRound(view.facts.summary.round) : paths.request(ref);
  }

  private async context(ref: string, me: SignedIn, form: Form | null, refusal?: Refusal) {
    const view = await openAssessment(this.cases, ref, me);
    const version = await this.cases.version(view);
    if (!version) throw new Refused(notFound());
    const [returned] = await this.cases.history(view, me, { events: CAME_BACK_BY, limit: 1 });
    const step = stepIn(form ?? {});
    const fresh = proposedRecommendation(view.facts, readsPrepared(me, view.facts) ? view.facts.prepared : null);
    // A form of one step says nothing of the fields of the other.
    const typed = !form
      ? fresh
      : step === 'RECOMMEND' || step === 'PREPARE_RECOMMENDATION'
        ? typedRecommendation(form)
        : { ...fresh, reason: typedRecommendation(form).reason };
    const input = { view, version, me, names: this.reference, typed, step, returned, refusal };
    return { ...recommendationContext(input), hidden: stepFields(view.revision) };
  }
}
