import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { isRefusal, mayTake, notFound, type Refusal } from '#domain';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import {
  asksForResult,
  proposedSettlement,
  settlementOf,
  typedSettlement,
  type TypedSettlement,
} from './settle.form.js';
import { settleContext, settledMeanwhile } from './settle.presenter.js';

const TEMPLATE = 'review/settle.njk';

/** The chair settles one score for each criterion. */
@Controller('requests/:ref/settle')
export class SettleController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const view = await this.open(ref, me);
    const may = mayTake(view.facts, me, 'SETTLE');
    // What cannot be settled now is read on the page of the reviews; who never settles is told so.
    if (isRefusal(may) && (may.code === 'notNow' || may.code === 'notReady') && !request.kept)
      return void seeOther(reply, paths.requestReviews(ref));
    if (isRefusal(may) && !request.kept) throw new Refused(may);
    const typed = request.kept ? typedSettlement(request.kept as Form) : proposedSettlement(view.facts);
    return this.pages.html(request, TEMPLATE, this.context(view, me, typed));
  }

  @Post()
  @HttpCode(200)
  async settle(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const typed = typedSettlement(form);
    if (asksForResult(form))
      return this.pages.html(request, TEMPLATE, this.context(await this.open(ref, me), me, typed, undefined, true));
    const outcome = await act(this.casework, request, me, ref, settlementOf(typed));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.requestReviews(ref), 'settled');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    const view = await this.open(ref, me);
    const refusal = settledMeanwhile(outcome, view.facts, me);
    return this.pages.refused(request, reply, refusal, TEMPLATE, this.context(view, me, typed, refusal));
  }

  /** The case, for who reads its revealed assessment. */
  private async open(ref: string, me: SignedIn): Promise<CaseView> {
    const view = await openAssessment(this.cases, ref, me);
    if (!view.facts.framework) throw new Refused(notFound());
    return view;
  }

  private context(view: CaseView, me: SignedIn, typed: TypedSettlement, refusal?: Refusal, withResult = false) {
    if (view.facts.revealedAt === null) throw new Refused(refusal ?? notFound());
    const names = this.reference;
    return { ...settleContext({ view, me, names, typed, refusal, withResult }), hidden: stepFields(view.revision) };
  }
}
