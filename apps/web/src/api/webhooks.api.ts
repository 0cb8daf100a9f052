import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Webhooks, type SignedIn, type Webhook } from '#casework';
import { HOOK_TYPES, refuseFields } from '#domain';
import type { Environment } from '#platform';
import { asUuid } from '../shell/identifier.js';
import { Me, type Exchange } from '../shell/exchange.js';
import { ENVIRONMENT } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';
import { HookReplayShape, HookShape, HookSwitchShape } from './webhooks.dto.js';

const bodyOf = ({ ownerId: _id, ownerName, ...hook }: Webhook) => ({ ...hook, owner: ownerName });

/** Programs that are told of steps, for programs. */
@ApiTags('Webhooks')
@ApiBearerAuth()
@Controller('api/v1/webhooks')
export class WebhooksApi {
  constructor(
    private readonly hooks: Webhooks,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  @Described('readWebhooks')
  async list(@Me() me: SignedIn) {
    return { types: HOOK_TYPES, items: (await this.hooks.of(me)).map(bodyOf) };
  }

  @Post()
  @HttpCode(201)
  @Described('addWebhook')
  async add(@Req() request: Exchange, @Me() me: SignedIn) {
    const { name, url, types } = orRefused(parseShape<HookShape>(jsonOf(request), HookShape));
    const draft = { name, url, types };
    const { id, secret } = orRefused(await this.hooks.add(me, draft, this.environment.demo));
    return { ...bodyOf(orRefused(await this.hooks.find(me, id))), secret };
  }

  @Get(':id')
  @Described('readWebhook')
  async read(@Param('id') id: string, @Me() me: SignedIn) {
    return bodyOf(orRefused(await this.hooks.find(me, id)));
  }

  @Delete(':id')
  @Described('removeWebhook')
  async remove(@Param('id') id: string, @Me() me: SignedIn) {
    const hook = bodyOf(orRefused(await this.hooks.find(me, id)));
    const refused = await this.hooks.remove(me, id);
    if (refused) throw new Refused(refused);
    return hook;
  }

  @Post(':id/state')
  @HttpCode(200)
  @Described('switchWebhook')
  async switch(@Req() request: Exchange, @Param('id') id: string, @Me() me: SignedIn) {
    orRefused(await this.hooks.find(me, id));
    const { on } = orRefused(parseShape<HookSwitchShape>(jsonOf(request), HookSwitchShape));
    const refused = await this.hooks.switch(me, id, on);
    if (refused) throw new Refused(refused);
    return bodyOf(orRefused(await this.hooks.find(me, id)));
  }

  @Get(':id/deliveries')
  @Described('readHookDeliveries')
  async log(@Param('id') id: string, @Me() me: SignedIn, @Query('before') before?: string) {
    return orRefused(await this.hooks.log(me, id, asUuid(before)));
  }

  @Post(':id/replays')
  @HttpCode(200)
  @Described('replayHookDeliveries')
  async replay(@Req() request: Exchange, @Param('id') id: string, @Me() me: SignedIn) {
    orRefused(await this.hooks.find(me, id));
    const { delivery, from } = orRefused(parseShape<HookReplayShape>(jsonOf(request), HookReplayShape));
    if ((delivery === undefined) === (from === undefined))
      throw new Refused(refuseFields([{ path: 'delivery', message: 'Name one delivery, or a day in `from`' }])!);
    return orRefused(await this.hooks.replay(me, id, delivery ? { delivery } : { from: from ?? '' }));
  }
}
