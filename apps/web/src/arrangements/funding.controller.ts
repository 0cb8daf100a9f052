import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Cases, Casework, CLOCK, type SignedIn } from '#casework';
import { arrangementsOf, concernsTheFund, isRefusal, mayTake, neededFor, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther, type Done } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { fundingEvent, proposedFunding, typedFunding, UNCHOSEN, type TypedFunding } from './funding.form.js';
import { fundingContext } from './funding.presenter.js';
import { RequestPosts } from './request-posts.js';

const TEMPLATE = 'arrangements/funding.njk';

/** The money of a request: entered bit by bit, until its first period is covered. */
@Controller('requests/:ref/funding')
export class FundingController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly posts: RequestPosts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Query('correct') correct: unknown,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const { facts } = await openCase(this.cases, ref, me);
    if (!concernsTheFund(facts)) return seeOther(reply, paths.request(ref));
    const typed = request.kept && typedFunding(request.kept as Form);
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, typed ?? String(correct ?? '')));
  }

  @Post()
  @HttpCode(200)
  async enter(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | void> {
    const typed = typedFunding(formOf(request));
    const event = fundingEvent(typed);
    const outcome = event ? await act(this.casework, request, me, ref, event) : await this.unchosen(ref, me);
    if (!isRefusal(outcome)) return seeOther(reply, this.nextPage(ref, typed), doneWith(typed));
    if (['notFound', 'notYourRole', 'notNow'].includes(outcome.code)) throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, typed, outcome));
  }

  /** Whoever may not enter anything is told that before what was typed is looked at. */
  private async unchosen(ref: string, me: SignedIn): Promise<Refusal> {
    const may = mayTake((await openCase(this.cases, ref, me)).facts, me, 'ENTER_FUNDING');
    return isRefusal(may) ? may : UNCHOSEN;
  }

  private nextPage = (ref: string, typed: TypedFunding): string =>
    typed.do === 'FUND' ? paths.arrangements(ref) : paths.funding(ref);

  private async context(ref: string, me: SignedIn, given: TypedFunding | string, refusal?: Refusal) {
    const view = await openCase(this.cases, ref, me);
    const { facts } = view;
    const need =
      arrangementsOf(facts)?.need ??
      neededFor(facts, await this.cases.content(view), this.posts.names.clocks.firstPeriodMonths);
    const typed = typeof given === 'string' ? proposedFunding(facts, need.until, given) : given;
    const today = this.clock.now().toISOString().slice(0, 10);
    const posts = await this.posts.choices(facts, me);
    const drawn = fundingContext({ view, me, names: this.posts.names, need, typed, refusal, today, posts });
    return { ...drawn, hidden: stepFields(view.revision) };
  }
}

function doneWith(typed: TypedFunding): Done {
  if (typed.do === 'FUND') return 'funded';
  if (typed.do === 'REVALIDATE') return 'revalidated';
  return typed.corrects ? 'fundingCorrected' : 'fundingEntered';
}
