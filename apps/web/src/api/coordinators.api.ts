import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Coordinators, type SignedIn, type SuccessionDraft } from '#casework';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { SuccessionShape } from './delegations.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Who is Resident Coordinator, for an administrator's programs. */
@ApiTags('Delegations')
@ApiBearerAuth()
@Controller('api/v1/coordinators')
export class CoordinatorsApi {
  constructor(private readonly coordinators: Coordinators) {}

  @Get()
  @Described('listCoordinators')
  async list(@Me() me: SignedIn) {
    if (!this.coordinators.may(me)) throw new Refused(NOT_YOURS.coordinators);
    return { items: await this.coordinators.terms() };
  }

  @Post()
  @Described('changeCoordinator')
  async change(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    if (!this.coordinators.may(me)) throw new Refused(NOT_YOURS.coordinators);
    const sent = orRefused(parseShape<SuccessionDraft>(jsonOf(request), SuccessionShape));
    const refusal = await this.coordinators.change(me, sent);
    if (refusal) throw new Refused(refusal);
    void reply.status(201);
    return { items: await this.coordinators.terms() };
  }

  @Delete(':id')
  @Described('takeBackCoordinator')
  async takeBack(@Param('id') id: string, @Me() me: SignedIn) {
    if (!this.coordinators.may(me)) throw new Refused(NOT_YOURS.coordinators);
    const refusal = await this.coordinators.takeBack(me, id);
    if (refusal) throw new Refused(refusal);
    return { items: await this.coordinators.terms() };
  }
}
