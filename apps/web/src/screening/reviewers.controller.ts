import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { AppointingDesk } from './appointing-desk.js';
import { chosenIn } from './reviewers.form.js';
import { reviewersContext } from './reviewers.presenter.js';

const TEMPLATE = 'screening/reviewers.njk';

/** The desk officer appoints who scores. */
@Controller('requests/:ref/reviewers')
export class ReviewersController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly desk: AppointingDesk,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    const chosen = chosenIn((request.kept ?? {}) as Form);
    return this.pages.html(
      request,
      TEMPLATE,
      await this.context(ref, me, chosen, undefined, 'suggested' in (request.query as object)),
    );
  }

  @Post()
  @HttpCode(200)
  async appoint(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const chosen = chosenIn(formOf(request));
    const outcome = await act(this.casework, request, me, ref, { type: 'APPOINT', reviewers: chosen });
    if (!isRefusal(outcome)) return void seeOther(reply, paths.requestReviews(ref), 'appointed');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, chosen, outcome));
  }

  private async context(ref: string, me: SignedIn, chosen: string[], refusal?: Refusal, takeSuggested = false) {
    const view = await openAssessment(this.cases, ref, me);
    const known = await this.desk.of(view.facts);
    const input = { view, me, names: this.reference, ...known, chosen, takeSuggested, refusal };
    return { ...reviewersContext(input), hidden: stepFields(view.revision) };
  }
}
