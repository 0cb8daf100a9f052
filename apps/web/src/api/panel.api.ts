import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Casework, PreparedRecommendations, RoundCases, Rounds, type SignedIn, type ToApply } from '#casework';
import { isRound, notFound, readsPanel, roundPanel } from '#domain';
import { previewOf } from '../panel/prepared.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Fault, Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { appliedBody, panelBody, preparedBody, settingBody } from './panel.body.js';
import { RoundCoverageShape, RoundMoneyShape, SendPreparedShape } from './panel.dto.js';
import { jsonOf, onceOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** The requests of a round, for programs. */
@ApiTags('Rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds/:round')
export class RoundsApi {
  constructor(
    private readonly rounds: Rounds,
    private readonly cases: RoundCases,
    private readonly casework: Casework,
    private readonly prepared: PreparedRecommendations,
  ) {}

  @Get('panel')
  @Described('readRoundPanel')
  async panel(@Param('round') round: string, @Me() me: SignedIn) {
    this.reader(me, round);
    const [setting] = orRefused(await this.rounds.open(me, round));
    const { cases, more } = await this.cases.of(me, round);
    return panelBody(round, roundPanel(me, cases, setting), setting, more);
  }

  @Get('money')
  @Described('readRoundMoney')
  async money(@Param('round') round: string, @Me() me: SignedIn) {
    const settings = orRefused(await this.rounds.open(me, round));
    return { round, items: settings.map(settingBody) };
  }

  @Post('money')
  @HttpCode(200)
  @Described('enterRoundMoney')
  async enter(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    orRefused(await this.rounds.open(me, round));
    const { money, source, after } = orRefused(parseShape<RoundMoneyShape>(jsonOf(request), RoundMoneyShape));
    return settingBody(orRefused(await this.rounds.set(me, round, { money, source }, after)));
  }

  @Post('coverage')
  @HttpCode(200)
  @Described('enterRoundCoverage')
  async cover(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    orRefused(await this.rounds.open(me, round));
    const { leastCoverage, after } = orRefused(parseShape<RoundCoverageShape>(jsonOf(request), RoundCoverageShape));
    return settingBody(orRefused(await this.rounds.set(me, round, { leastCoverage }, after)));
  }

  @Get('prepared')
  @Described('previewPrepared')
  async preview(@Param('round') round: string, @Me() me: SignedIn) {
    this.reader(me, round);
    const { cases } = await this.cases.of(me, round);
    return preparedBody(round, previewOf(me, cases, this.casework));
  }

  @Post('prepared')
  @HttpCode(200)
  @Described('sendPrepared')
  async send(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    this.reader(me, round);
    const { requests } = orRefused(parseShape<{ requests: ToApply[] }>(jsonOf(request), SendPreparedShape));
    const key = onceOf(request)?.key;
    if (!key) throw new Fault(400, 'idempotencyKey', 'Send an Idempotency-Key, so that nothing is sent twice.');
    return appliedBody(round, await this.prepared.apply(me, round, requests, key));
  }

  private reader(me: SignedIn, round: string): void {
    if (!readsPanel(me)) throw new Refused(NOT_YOURS.panel);
    if (!isRound(round)) throw new Refused(notFound());
  }
}
