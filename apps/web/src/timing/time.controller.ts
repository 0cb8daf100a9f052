import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { Cases, Casework, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { isRefusal, refuse, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { openCase } from '../request/open-case.js';
import { act, stepFields } from '../shell/act.js';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { timeContext, timeEvent } from './time.presenter.js';

const TEMPLATE = 'timing/time.njk';
const UNSAID = refuse('invalid', 'Choose what to do.', [{ path: 'act', message: 'Choose what to do' }]);

/** The clocks of a request: more time, a stop, and what the office asks for. */
@Controller('requests/:ref/time')
export class TimeController {
  constructor(
    private readonly pages: Pages,
    private readonly casework: Casework,
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Param('ref') ref: string, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(ref, me, (request.kept ?? {}) as Form));
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
    const outcome = event ? await act(this.casework, request, me, ref, event) : UNSAID;
    if (!isRefusal(outcome)) return void seeOther(reply, paths.time(ref), 'stepTaken');
    if (outcome.code === 'notFound' || outcome.code === 'notYourRole') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(ref, me, form, outcome));
  }

  private async context(ref: string, me: SignedIn, typed: Form, refusal?: Refusal) {
    const view = await openCase(this.cases, ref, me);
    const { calendars, clocks, calls } = this.reference;
    const times = { today: this.clock.now().toISOString().slice(0, 10), calendars, clocks, calls };
    const input = { view, me, names: this.reference, times, typed, ...(refusal ? { refusal } : {}) };
    return { ...timeContext(input), hidden: stepFields(view.revision) };
  }
}
