import { Controller, Get, Inject, Param, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { CLOCK, ReferenceData, RoundCases, Rounds, type SignedIn } from '#casework';
import { isRefusal, readsPanel, roundOf, roundPanel, setsMoney } from '#domain';
import type { Clock } from '#platform';
import { exactAmountIn } from '../request/amount.js';
import { EXPORT_FORMATS } from '../request/export.js';
import { Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { roundFile } from './round-file.js';
import { roundContext, roundRows, type RoundInput } from './round.presenter.js';

const TEMPLATE = 'panel/round.njk';

/** The requests of a round side by side, for the panel, the approver, the desk and the auditor. */
@Controller('panel')
export class RoundController {
  constructor(
    private readonly pages: Pages,
    private readonly rounds: Rounds,
    private readonly cases: RoundCases,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The present round; a fund manager has its money. */
  @Get()
  present(@Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn): void {
    const round = roundOf(this.clock.now().toISOString());
    if (!readsPanel(me) && !setsMoney(me)) throw new Refused(NOT_YOURS.panel);
    seeOther(reply, readsPanel(me) ? paths.panelRound(round) : paths.panelMoney(round));
  }

  @Get(':round')
  async show(
    @Req() request: Exchange,
    @Me() me: SignedIn,
    @Param('round') round: string,
    @Query() query: Form,
  ): Promise<string | StreamableFile> {
    if (!readsPanel(me)) throw new Refused(NOT_YOURS.panel);
    const input = await this.read(me, round, one(query, 'money'));
    const format = EXPORT_FORMATS.find((f) => f === one(query, 'format'));
    const context = roundContext(input);
    if (format) return roundFile(round, format, roundRows(input), context.money.line);
    return this.pages.html(request, TEMPLATE, context);
  }

  private async read(me: SignedIn, round: string, typed: string): Promise<RoundInput> {
    const opened = await this.rounds.open(me, round);
    if (isRefusal(opened)) throw new Refused(opened);
    const [setting] = opened;
    const { cases, more } = await this.cases.of(me, round);
    const amount = typed ? exactAmountIn(typed) : null;
    const known = amount !== null && amount.length <= 15 ? amount : null;
    const panel = roundPanel(me, cases, { ...setting, money: known ?? setting.money });
    const tried = typed ? { typed, amount: known } : undefined;
    const today = this.clock.now().toISOString().slice(0, 10);
    return { round, me, panel, setting, more, names: this.reference, today, tried };
  }
}
