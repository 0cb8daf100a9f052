import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, notFound, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { openAssessment } from '../request/open-case.js';
import { act, revisionIn, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import * as forms from './decision.form.js';
import { confirmContext, decisionContext } from './decision.presenter.js';

const TEMPLATE = 'decision/decision.njk';
/** What was refused, with the answer that it goes into. */
interface NotTaken {
  reply: Reply;
  refusal: Refusal;
}

/** The approver fills in, sees the letter, and confirms. */
@Controller('decisions/:ref')
export class DecisionController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.form(request, ref, me, request.kept && forms.typedDecision(request.kept as Form));
  }

  @Post()
  @HttpCode(200)
  async decide(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const typed = forms.typedDecision(form);
    const action = forms.stepOf(typed);
    if (one(form, 'step') === 'change') return this.form(request, ref, me, typed);
    if (!action) return this.form(request, ref, me, typed, { reply, refusal: forms.UNCHOSEN });
    const event = forms.decisionOf(typed, action);
    if (one(form, 'step') !== 'confirm') return this.check(request, ref, me, typed, event, reply);
    const outcome = await act(this.casework, request, me, ref, event);
    if (isRefusal(outcome)) return this.form(request, ref, me, typed, { reply, refusal: outcome });
    return void seeOther(reply, paths.decision(ref), action === 'SEND_BACK' ? 'sentBack' : 'decided');
  }

  /** What the decision would come to: the letter, to be read before it is sent, or what stands against it. */
  private async check(
    request: Exchange,
    ref: string,
    me: SignedIn,
    typed: forms.TypedDecision,
    event: forms.DecisionEvent,
    reply: Reply,
  ): Promise<string> {
    const foreseen = await this.casework.foresee(ref, me, event);
    if (isRefusal(foreseen)) return this.form(request, ref, me, typed, { reply, refusal: foreseen });
    const { view } = await this.open(ref, me);
    if (view.revision !== revisionIn(formOf(request)))
      return this.form(request, ref, me, typed, { reply, refusal: forms.MOVED_ON });
    const now = { at: this.clock.now().toISOString(), clocks: this.reference.clocks, letterFor: this.reference.letterFor };
    const context = confirmContext({ view, me, names: this.reference, typed }, event, now);
    return this.pages.html(request, 'decision/confirm.njk', { ...context, hidden: stepFields(view.revision) });
  }

  private async open(ref: string, me: SignedIn) {
    const view = await openAssessment(this.cases, ref, me);
    const version = await this.cases.version(view);
    if (!version) throw new Refused(notFound());
    return { view, version };
  }

  private async form(request: Exchange, ref: string, me: SignedIn, given: forms.TypedDecision | null, no?: NotTaken) {
    if (no?.refusal.code === 'notFound') throw new Refused(no.refusal);
    const { view, version } = await this.open(ref, me);
    const typed = given ?? forms.proposedDecision(view.facts);
    const drawn = decisionContext({ view, version, me, names: this.reference, typed, refusal: no?.refusal });
    const context = { ...drawn, hidden: stepFields(view.revision) };
    return no
      ? this.pages.refused(request, no.reply, no.refusal, TEMPLATE, context)
      : this.pages.html(request, TEMPLATE, context);
  }
}
