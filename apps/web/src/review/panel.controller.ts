import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, CLOCK, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { assessmentView, isRefusal, notFound, type Refusal, type RequestEvent, type ScoreSheet } from '#domain';
import type { Clock } from '#platform';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { panelContext } from './panel.presenter.js';
import { ownCounting, revisedIn } from './revise.form.js';

const TEMPLATE = 'review/panel.njk';

/** The reviews of a request, for OHCHR: blind until all are in, then side by side. */
@Controller('requests/:ref/reviews')
export class PanelController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const kept = request.kept as Form | null;
    return this.pages.html(request, TEMPLATE, await this.context(await this.open(ref, me), me, kept ?? undefined));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const revise = one(form, 'do') === 'REVISE';
    const view = await this.open(ref, me);
    const scores = revise ? (revisedIn(form, ownCounting(assessmentView(me, view.facts))) as ScoreSheet) : {};
    const event: RequestEvent = revise ? { type: 'REVISE', scores } : { type: 'REVEAL' };
    const outcome = await act(this.casework, request, me, ref, event);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.requestReviews(ref), revise ? 'revised' : 'revealed');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    const again = await this.context(await this.open(ref, me), me, form, outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, again);
  }

  /** Only who reads the assessment of a case has this page. */
  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await openAssessment(this.cases, ref, me);
    if (!view.facts.framework) throw new Refused(notFound());
    return view;
  }

  private async context(view: CaseView, me: SignedIn, form?: Form, refusal?: Refusal) {
    const [sentBack] = await this.cases.history(view, me, { events: ['REASSESS'], limit: 1 });
    const today = this.clock.now().toISOString().slice(0, 10);
    const context = panelContext({ view, me, names: this.reference, today, sentBack, form, refusal });
    return { ...context, hidden: stepFields(view.revision) };
  }
}
