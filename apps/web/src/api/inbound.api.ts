import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { InboundTray, TRAY_STATES, type SignedIn } from '#casework';
import type { Environment, FileStore } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { FILES } from '../shell/files.js';
import { asUuid } from '../shell/identifier.js';
import { ENVIRONMENT } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { DismissMailShape, PlaceMailShape } from './inbound.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Mails that came in, for programs of whoever runs the system. */
@ApiTags('Delivery')
@ApiBearerAuth()
@Controller('api/v1/inbound')
export class InboundApi {
  constructor(
    private readonly tray: InboundTray,
    @Inject(FILES) private readonly store: FileStore,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @Described('listInbound')
  async list(@Me() me: SignedIn, @Query('state') asked?: string, @Query('before') before?: string) {
    const state = TRAY_STATES.find((s) => s === asked) ?? 'tray';
    const counts = orRefused(await this.tray.counts(me));
    return { counts, ...orRefused(await this.tray.list(me, state, asUuid(before))) };
  }

  @Get(':id')
  @Described('readInbound')
  async read(@Me() me: SignedIn, @Param('id') id: string) {
    return orRefused(await this.tray.one(me, id));
  }

  @Post(':id/placing')
  @HttpCode(200)
  @Described('placeInbound')
  async place(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string) {
    orRefused(await this.tray.one(me, id));
    const placing = orRefused(parseShape<PlaceMailShape>(jsonOf(request), PlaceMailShape));
    const limits = { maxBytes: this.environment.uploadMaxBytes };
    const refused = await this.tray.assign(me, id, placing, { store: this.store, limits });
    if (refused) throw new Refused(refused);
    return orRefused(await this.tray.one(me, id));
  }

  @Post(':id/dismissal')
  @HttpCode(200)
  @Described('dismissInbound')
  async dismiss(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string) {
    orRefused(await this.tray.one(me, id));
    const { reason } = orRefused(parseShape<DismissMailShape>(jsonOf(request), DismissMailShape));
    const refused = await this.tray.dismiss(me, id, reason);
    if (refused) throw new Refused(refused);
    return orRefused(await this.tray.one(me, id));
  }
}
