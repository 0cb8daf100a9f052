import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Absences, type SignedIn } from '#casework';
import type { AbsenceDraft } from '#domain';
import { Me, type Exchange, type Reply } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { AbsenceShape } from './absences.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Days on which people are away, for programs. */
@ApiTags('Absences')
@ApiBearerAuth()
@Controller('api/v1/absences')
export class AbsencesApi {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Described('listAbsences')
  list(@Me() me: SignedIn) {
    return this.absences.with(me.id);
  }

  @Get('all')
  @Described('listAllAbsences')
  async all(@Me() me: SignedIn) {
    return { items: orRefused(await this.absences.all(me)) };
  }

  @Post()
  @Described('setAbsence')
  async set(@Req() request: Exchange, @Me() me: SignedIn, @Res({ passthrough: true }) reply: Reply) {
    const { person, from, until, note } = orRefused(
      parseShape<Omit<AbsenceDraft, 'note'> & { note?: string; person?: string }>(jsonOf(request), AbsenceShape),
    );
    const refusal = await this.absences.set(me, { from, until, note: note ?? '' }, person);
    if (refusal) throw new Refused(refusal);
    void reply.status(201);
    return this.absences.with(person ?? me.id);
  }

  @Delete(':id')
  @Described('endAbsence')
  async end(@Param('id') id: string, @Me() me: SignedIn) {
    const refusal = await this.absences.end(me, id);
    if (refusal) throw new Refused(refusal);
    return this.absences.with(me.id);
  }
}
