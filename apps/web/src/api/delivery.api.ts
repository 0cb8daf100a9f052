import { Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { DeliveryDesk, type SignedIn } from '#casework';
import { asUuid } from '../shell/identifier.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { HoldDecisionShape, ReplayShape } from './delivery.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** How mail is delivered, for programs of whoever runs the system. */
@ApiTags('Delivery')
@ApiBearerAuth()
@Controller('api/v1/delivery')
export class DeliveryApi {
  constructor(private readonly desk: DeliveryDesk) {}

  @Get()
  @Described('readDelivery')
  async read(@Me() me: SignedIn) {
    return { ...orRefused(await this.desk.counts(me)), holds: orRefused(await this.desk.holds(me)) };
  }

  @Get('parked')
  @Described('readParkedMails')
  async parked(@Me() me: SignedIn, @Query('before') before?: string) {
    return orRefused(await this.desk.parked(me, asUuid(before)));
  }

  @Post('replays')
  @HttpCode(200)
  @Described('replayMails')
  async replay(@Req() request: Exchange, @Me() me: SignedIn) {
    const { mails } = orRefused(parseShape<ReplayShape>(jsonOf(request), ReplayShape));
    return orRefused(await this.desk.replay(me, mails));
  }

  @Post('holds/:id')
  @HttpCode(200)
  @Described('decideHold')
  async decide(@Req() request: Exchange, @Param('id') id: string, @Me() me: SignedIn) {
    orRefused(await this.desk.hold(me, id));
    const { decision, perMinute } = orRefused(parseShape<HoldDecisionShape>(jsonOf(request), HoldDecisionShape));
    const drops = decision === 'drop';
    return orRefused(await (drops ? this.desk.drop(me, id) : this.desk.letGo(me, id, perMinute ?? NaN)));
  }
}
