import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Delegations, type DelegationDraft, type SignedIn } from '#casework';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { DelegationShape } from './delegations.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Who acts for an approver, for programs. */
@ApiTags('Delegations')
@ApiBearerAuth()
@Controller('api/v1/delegations')
export class DelegationsApi {
  constructor(private readonly delegations: Delegations) {}

  @Get()
  @Described('listDelegations')
  async list(@Me() me: SignedIn) {
    this.own(me);
    const [items, colleagues] = await Promise.all([this.delegations.of(me), this.delegations.colleagues(me)]);
    return { items, colleagues };
  }

  @Post()
  @Described('giveDelegation')
  async give(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    this.own(me);
    const draft = orRefused(parseShape<DelegationDraft>(jsonOf(request), DelegationShape));
    orRefused(await this.delegations.give(me, draft));
    void reply.status(201);
    return { items: await this.delegations.of(me) };
  }

  @Delete(':id')
  @Described('endDelegation')
  async end(@Param('id') id: string, @Me() me: SignedIn) {
    this.own(me);
    orRefused(await this.delegations.end(me, id));
    return { items: await this.delegations.of(me) };
  }

  private own(me: SignedIn): void {
    if (!this.delegations.may(me)) throw new Refused(NOT_YOURS.delegation);
  }
}
