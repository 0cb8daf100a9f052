import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, isAdministrator, RoundCalls, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { typedDay } from '../deployment/step-fields.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { callContext, callsContext } from './calls.presenter.js';

const TEMPLATE = 'calls/call.njk';
const wholeIn = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : -1);

/** The calls of the rounds, for an administrator: which come, and the days of each. */
@Controller('admin/rounds')
export class CallsController {
  constructor(
    private readonly pages: Pages,
    private readonly calls: RoundCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.calls);
    return this.pages.html(request, 'calls/calls.njk', callsContext(await this.calls.all(), this.today()));
  }

  @Get(':round')
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('round') round: string): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(me, round, request.kept as Form | null));
  }

  @Post(':round')
  @HttpCode(200)
  async set(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('round') round: string,
  ): Promise<string | undefined> {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.calls);
    const form = formOf(request);
    const draft = {
      opens: typedDay(form, 'opens') ?? '',
      closes: typedDay(form, 'closes') ?? '',
      graceDays: wholeIn(one(form, 'graceDays')),
    };
    const outcome = await this.calls.set(me, round, draft, wholeIn(one(form, 'after')));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.adminRounds(), 'callSet');
    if (outcome.code === 'notFound') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, round, form, outcome));
  }

  private today = () => this.clock.now().toISOString().slice(0, 10);

  private async context(me: SignedIn, round: string, form: Form | null, refusal?: Refusal) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.calls);
    const [versions, set] = await Promise.all([this.calls.versions(round), this.calls.all()]);
    if (isRefusal(versions)) throw new Refused(versions);
    return callContext({ versions, set, today: this.today(), form, ...(refusal ? { refusal } : {}) });
  }
}
