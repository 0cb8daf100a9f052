import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Conflicts, mayRegisterFor, type SignedIn } from '#casework';
import { notFound, type ConflictToRegister } from '#domain';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { ConflictShape } from './conflicts.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

const who = (person: string, me: SignedIn): string => (person === 'me' ? me.id : person);

/** Registered conflicts of interest for programs. */
@ApiTags('Conflicts of interest')
@ApiBearerAuth()
@Controller('api/v1/people/:person/conflicts')
export class ConflictsApi {
  constructor(private readonly conflicts: Conflicts) {}

  @Get()
  @Described('listConflicts')
  async list(@Param('person') person: string, @Me() me: SignedIn) {
    return { items: orRefused(await this.conflicts.of(me, who(person, me))) };
  }

  @Post()
  @Described('registerConflict')
  async register(
    @Req() request: Exchange,
    @Param('person') person: string,
    @Me() me: SignedIn,
    @Res({ passthrough: true }) reply: Reply,
  ) {
    if (!mayRegisterFor(me, who(person, me))) throw new Refused(notFound());
    const sent = orRefused(parseShape<ConflictToRegister>(jsonOf(request), ConflictShape));
    const kept = orRefused(await this.conflicts.register(me, who(person, me), sent));
    void reply.status(201);
    return { id: kept.id };
  }

  @Delete(':id')
  @Described('endConflict')
  async end(@Param('person') person: string, @Param('id') id: string, @Me() me: SignedIn) {
    return { id: orRefused(await this.conflicts.end(me, who(person, me), id)).id };
  }
}
