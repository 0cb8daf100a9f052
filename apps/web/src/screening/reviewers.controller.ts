import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, mayTake, settlingWarning } from '#domain';
import { openAssessment } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { AppointingDesk } from './appointing-desk.js';
import { asSure, chosenIn } from './reviewers.form.js';
import { reviewersContext, type ReviewersInput } from './reviewers.presenter.js';

const TEMPLATE = 'screening/reviewers.njk';
/** What is chosen, and what is said about it. */
type Given = Pick<ReviewersInput, 'chosen' | 'takeSuggested' | 'warning' | 'refusal'>;

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
    const takeSuggested = 'suggested' in (request.query as object);
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, { chosen, takeSuggested }));
  }

  @Post()
  @HttpCode(200)
  async appoint(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const chosen = chosenIn(form);
    const warning = await this.warning(ref, me, chosen);
    if (warning && one(form, 'sure') !== asSure(chosen)) {
      const context = await this.context(ref, me, { chosen, warning });
      return this.pages.html(request, TEMPLATE, context);
    }
    const outcome = await act(this.casework, request, me, ref, { type: 'APPOINT', reviewers: chosen });
    if (!isRefusal(outcome)) return void seeOther(reply, paths.requestReviews(ref), 'appointed');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(
      request,
      reply,
      outcome,
      TEMPLATE,
      await this.context(ref, me, { chosen, refusal: outcome }),
    );
  }

  /** Whether nobody would be left to settle if those who are chosen score: said once, before it is done. */
  private async warning(ref: string, me: SignedIn, chosen: string[]): Promise<string> {
    const { facts } = await openAssessment(this.cases, ref, me);
    if (isRefusal(mayTake(facts, me, 'APPOINT')) || chosen.length === 0) return '';
    return settlingWarning(facts, (await this.desk.of(facts)).chairs, chosen);
  }

  private async context(ref: string, me: SignedIn, given: Given) {
    const view = await openAssessment(this.cases, ref, me);
    const known = await this.desk.of(view.facts);
    const input = { view, me, names: this.reference, ...known, ...given };
    return { ...reviewersContext(input), hidden: stepFields(view.revision) };
  }
}
