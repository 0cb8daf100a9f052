import { Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { mayRegisterFor, WorkingLanguages, type SignedIn } from '#casework';
import { notFound } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { LanguagesShape } from './conflicts.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

const who = (person: string, me: SignedIn): string => (person === 'me' ? me.id : person);

/** The languages in which people work, for programs. */
@ApiTags('People')
@ApiBearerAuth()
@Controller('api/v1/people/:person/languages')
export class LanguagesApi {
  constructor(private readonly languages: WorkingLanguages) {}

  @Get()
  @Described('readLanguages')
  async read(@Param('person') person: string, @Me() me: SignedIn) {
    return { languages: orRefused(await this.languages.of(me, who(person, me))) };
  }

  @Put()
  @Described('keepLanguages')
  async keep(@Req() request: Exchange, @Param('person') person: string, @Me() me: SignedIn) {
    if (!mayRegisterFor(me, who(person, me))) throw new Refused(notFound());
    const { languages } = orRefused(parseShape<{ languages: string[] }>(jsonOf(request), LanguagesShape));
    return { languages: orRefused(await this.languages.keep(me, who(person, me), languages)) };
  }
}
