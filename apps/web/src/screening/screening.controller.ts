import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, notFound, type Refusal } from '#domain';
import { openAssessment } from '../request/open-case.js';
import { unsavedPage } from '../request/unsaved.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { acceptance, asksToReturn, returning, typedScreening, writtenPoints } from './screening.form.js';
import { screeningContext } from './screening.presenter.js';

const TEMPLATE = 'screening/screening.njk';

/** The completeness check: accept, or return with what has to be corrected. */
@Controller('requests/:ref/screening')
export class ScreeningController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, (request.kept ?? {}) as Form));
  }

  @Post()
  @HttpCode(200)
  async screen(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const typed = typedScreening(form);
    const back = asksToReturn(form);
    const outcome = await act(this.casework, request, me, ref, back ? returning(typed) : acceptance(typed));
    if (!isRefusal(outcome))
      return void seeOther(reply, back ? paths.request(ref) : paths.reviewers(ref), back ? 'returned' : 'accepted');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    const { facts } = await openAssessment(this.cases, ref, me);
    // The check is over: what was written is given back, the two ways on are not.
    if (isRefusal(mayTake(facts, me, 'ACCEPT')))
      return unsavedPage(this.pages, request, reply, outcome, writtenPoints(typed), ref);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, form, outcome));
  }

  private async context(ref: string, me: SignedIn, form: Form, refusal?: Refusal) {
    const view = await openAssessment(this.cases, ref, me);
    const version = await this.cases.version(view);
    if (!version) throw new Refused(notFound());
    const typed = typedScreening(form);
    const input = { view, version, me, names: this.reference, typed, refusal };
    return { ...screeningContext(input), hidden: stepFields(view.revision) };
  }
}
