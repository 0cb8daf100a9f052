import { Controller, Get, Inject, Param, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CLOCK, RoundCalls, type CallDraft, type SetCall, type SignedIn } from '#casework';
import { callsFrom, isRound, lastDayOf, notFound, type RoundCall } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { CallShape } from './calls.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** So many calls are told ahead: two years of them. */
const AHEAD = 4;
const bodyOf = (call: RoundCall & Partial<SetCall>) => ({
  round: call.round,
  opens: call.opens,
  closes: call.closes,
  graceDays: call.graceDays,
  lastDay: lastDayOf(call),
  version: call.version ?? 0,
  setAt: call.setAt ?? null,
  setBy: call.setName ?? null,
});

/** The calls of the rounds, for programs: everybody reads them, an administrator sets them. */
@ApiTags('Rounds')
@ApiBearerAuth()
@Controller('api/v1/rounds')
export class CallsApi {
  constructor(
    private readonly calls: RoundCalls,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Described('readCalls')
  async list() {
    const set = await this.calls.all();
    const today = this.clock.now().toISOString().slice(0, 10);
    const items = callsFrom(today, set, AHEAD).map((call) => bodyOf(set.find((s) => s.round === call.round) ?? call));
    return { today, items };
  }

  @Get(':round/call')
  @Described('readCall')
  async show(@Param('round') round: string) {
    return { round, items: orRefused(await this.calls.versions(round)).map(bodyOf) };
  }

  @Put(':round/call')
  @Described('setCall')
  async set(@Req() request: Exchange, @Param('round') round: string, @Me() me: SignedIn) {
    if (!isRound(round)) throw new Refused(notFound());
    const { after, ...draft } = orRefused(parseShape<CallDraft & { after: number }>(jsonOf(request), CallShape));
    return bodyOf(orRefused(await this.calls.set(me, round, draft, after)));
  }
}
