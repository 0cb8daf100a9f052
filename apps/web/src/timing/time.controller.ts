import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, ReferenceData, type SignedIn } from '#casework';
import type { Refusal } from '#domain';
import { CaseTimes } from '../request/case-times.js';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths } from '../shell/pages.js';
import { takenOrAgain } from '../shell/taken.js';
import { timeContext, timeEvent, TIME_PAGE, UNSAID } from './time.presenter.js';
import { timedRequest } from './timed-case.js';

/** The clocks of a request: more time, a stop, and what the office asks for. */
@Controller('requests/:ref/time')
export class TimeController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly times: CaseTimes,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TIME_PAGE.template, await this.context(ref, me, (request.kept ?? {}) as Form));
  }

  @Post()
  @HttpCode(200)
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Param('ref') ref: string,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    await openCase(this.cases, ref, me);
    const form = formOf(request);
    const event = timeEvent(form);
    const again = (refusal: Refusal) => this.context(ref, me, form, refusal);
    const outcome = event ? await act(this.casework, request, me, ref, event) : UNSAID;
    return takenOrAgain(outcome, {
      ...TIME_PAGE,
      pages: this.pages,
      request,
      reply,
      to: [paths.time(ref), 'stepTaken'],
      again,
    });
  }

  private async context(ref: string, me: SignedIn, typed: Form, refusal?: Refusal) {
    const view = await openCase(this.cases, ref, me);
    const times = this.times.today();
    const of = timedRequest(view, this.reference, times, await this.times.away(view));
    return {
      ...timeContext({ of, me, times, now: this.times.now().toISOString(), typed, refusal }),
      hidden: stepFields(view.revision),
    };
  }
}
