import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Casework, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import { unsavedPage } from '../request/unsaved.js';
import { act, revisionIn, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { aheadOf } from './approvals.presenter.js';
import { DecisionCase } from './decision-case.js';
import * as forms from './decision.form.js';

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
    private readonly decisions: DecisionCase,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string> {
    const kept = request.kept && forms.typedDecision(request.kept as Form);
    const ended = kept && (await this.decisions.ended(ref, me));
    return ended
      ? unsavedPage(this.pages, request, reply, ended, forms.ownWords(kept), ref)
      : this.form(request, ref, me, kept);
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
    const ended = await this.decisions.ended(ref, me);
    if (ended) return unsavedPage(this.pages, request, reply, ended, forms.ownWords(typed), ref);
    if (one(form, 'step') === 'change') return this.form(request, ref, me, typed);
    if (!action) return this.form(request, ref, me, typed, { reply, refusal: forms.UNCHOSEN });
    const event = forms.decisionOf(typed, action);
    if (one(form, 'step') !== 'confirm') return this.check(request, ref, me, typed, event, reply);
    const { view } = await this.decisions.page(ref, me, typed, undefined);
    if (one(form, 'words') && Number(one(form, 'words')) !== this.decisions.wordsOf(view, event))
      return this.form(request, ref, me, typed, { reply, refusal: forms.OTHER_WORDS });
    const outcome = await act(this.casework, request, me, ref, event);
    if (isRefusal(outcome)) return this.form(request, ref, me, typed, { reply, refusal: outcome });
    const waits = action !== 'SEND_BACK' && outcome.state === 'decision';
    return void seeOther(
      reply,
      paths.decision(ref),
      action === 'SEND_BACK' ? 'sentBack' : waits ? 'voiced' : 'decided',
    );
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
    const ahead = aheadOf(foreseen.entry.event !== 'DECIDE_WITH_OTHERS', foreseen.facts, me);
    const { view, context } = await this.decisions.confirm(ref, me, typed, event, ahead);
    if (view.revision !== revisionIn(formOf(request)))
      return this.form(request, ref, me, typed, { reply, refusal: forms.MOVED_ON });
    return this.pages.html(request, 'decision/confirm.njk', { ...context, hidden: stepFields(view.revision) });
  }

  private async form(request: Exchange, ref: string, me: SignedIn, given: forms.TypedDecision | null, no?: NotTaken) {
    if (no?.refusal.code === 'notFound') throw new Refused(no.refusal);
    const { view, context: drawn } = await this.decisions.page(ref, me, given, no?.refusal);
    const context = { ...drawn, hidden: stepFields(view.revision) };
    return no
      ? this.pages.refused(request, no.reply, no.refusal, TEMPLATE, context)
      : this.pages.html(request, TEMPLATE, context);
  }
}
