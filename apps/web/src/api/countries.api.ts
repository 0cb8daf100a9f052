import { Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CountriesKnown, type CountryKnown, type SignedIn } from '#casework';
import type { CountryDateDraft } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { CountryDateShape } from './countries.dto.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

const bodyOf = (code: string, known: CountryKnown) => ({
  country: code,
  dates: known.dates,
  listed: known.listed,
  neighbours: known.neighbours,
  regionalOffices: known.offices,
  posts: known.posts.map(({ ref, title, adviser, endsOn }) => ({ ref, title, adviser, endsOn })),
  requests: known.requests.map(({ ref, state, type }) => ({ ref, state, type })),
});

/** What is known of a country, for programs. */
@ApiTags('Countries')
@ApiBearerAuth()
@Controller('api/v1/countries/:code')
export class CountriesApi {
  constructor(private readonly known: CountriesKnown) {}

  @Get()
  @Described('readCountry')
  async show(@Param('code') code: string, @Me() me: SignedIn) {
    return bodyOf(code, orRefused(await this.known.of(me, code)));
  }

  @Post('dates')
  @HttpCode(200)
  @Described('enterCountryDate')
  async enter(@Req() request: Exchange, @Param('code') code: string, @Me() me: SignedIn) {
    const { until = null, ...draft } = orRefused(
      parseShape<Omit<CountryDateDraft, 'until'> & { until?: string | null }>(jsonOf(request), CountryDateShape),
    );
    const refusal = await this.known.enter(me, code, { ...draft, until });
    if (refusal) orRefused(refusal);
    return bodyOf(code, orRefused(await this.known.of(me, code)));
  }

  @Delete('dates/:id')
  @Described('endCountryDate')
  async end(@Param('code') code: string, @Param('id') id: string, @Me() me: SignedIn) {
    const refusal = await this.known.end(me, code, id);
    if (refusal) orRefused(refusal);
    return bodyOf(code, orRefused(await this.known.of(me, code)));
  }
}
