import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CLOCK, CountriesKnown, ReferenceData, type SignedIn } from '#casework';
import { entersDates, isRefusal, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { typedDay } from '../deployment/step-fields.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { countryContext } from './country.presenter.js';

const TEMPLATE = 'country/country.njk';

/** What is known of a country, and the days that people enter for it. */
@Controller('countries/:code')
export class CountryController {
  constructor(
    private readonly pages: Pages,
    private readonly known: CountriesKnown,
    private readonly names: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('code') code: string): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(me, code, request.kept as Form | null));
  }

  @Post('dates')
  @HttpCode(200)
  async enter(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('code') code: string,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const end = one(form, 'end');
    const outcome = end ? await this.known.end(me, code, end) : await this.known.enter(me, code, draftIn(form));
    if (!outcome) return void seeOther(reply, paths.country(code), end ? 'dateEnded' : 'dateEntered');
    if (outcome.code !== 'invalid') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, code, form, outcome));
  }

  private async context(me: SignedIn, code: string, form: Form | null, refusal?: Refusal) {
    const known = await this.known.of(me, code);
    if (isRefusal(known)) throw new Refused(known);
    const enters = entersDates(me, code, this.names.regionOf(code));
    const today = this.clock.now().toISOString().slice(0, 10);
    return countryContext({ code, known, enters, form, refusal, names: this.names, today });
  }
}

const draftIn = (form: Form) => ({
  kind: one(form, 'kind'),
  title: text(form, 'title'),
  from: typedDay(form, 'from') ?? '',
  until: typedDay(form, 'until'),
  source: text(form, 'source'),
});
