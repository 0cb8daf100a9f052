import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, Rounds, type RoundChange, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { exactAmountIn } from '../request/amount.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { moneyContext } from './money.presenter.js';

const TEMPLATE = 'panel/money.njk';
const wholeIn = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : -1);

/** What a form sets. An amount that cannot be read is refused where amounts are checked. */
const changeIn = (form: Form): RoundChange =>
  one(form, 'do') === 'coverage'
    ? { leastCoverage: wholeIn(one(form, 'leastCoverage')) }
    : { money: exactAmountIn(one(form, 'money')) ?? '', source: text(form, 'source') };

/** The money that is known for a round, and how much has to be assessed for a place in it. */
@Controller('panel/:round/money')
export class RoundMoneyController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: Rounds,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('round') round: string): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(me, round, request.kept as Form | null));
  }

  @Post()
  @HttpCode(200)
  async set(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('round') round: string,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const outcome = await this.rounds.set(me, round, changeIn(form), wholeIn(one(form, 'after')));
    if (!isRefusal(outcome)) return void seeOther(reply, paths.panelMoney(round), 'roundSet');
    if (outcome.code === 'notFound' || outcome.code === 'notYourRole') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, round, form, outcome));
  }

  private async context(me: SignedIn, round: string, form: Form | null, refusal?: Refusal) {
    const settings = await this.rounds.open(me, round);
    if (isRefusal(settings)) throw new Refused(settings);
    const today = this.clock.now().toISOString().slice(0, 10);
    return moneyContext({ me, round, settings, form, refusal, today });
  }
}
