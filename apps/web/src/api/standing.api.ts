import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, ReferenceData, type SignedIn } from '#casework';
import { daysHeld, stateName } from '#domain';
import { CaseTimes } from '../request/case-times.js';
import { holdings, standing } from '../request/standing.presenter.js';
import { Me } from '../shell/exchange.js';
import { Described } from './described.js';
import { notFound } from './requests.api.js';

/** Where a request stands, in plain words and in days, for programs. */
@ApiTags('Requests')
@ApiBearerAuth()
@Controller('api/v1/requests/:ref/standing')
export class StandingApi {
  constructor(
    private readonly cases: Cases,
    private readonly reference: ReferenceData,
    private readonly times: CaseTimes,
  ) {}

  @Get()
  @Described('readStanding')
  async show(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const { facts, tiers } = view;
    const [passages, away] = await Promise.all([this.cases.passages(view), this.times.away(view)]);
    const times = this.times.today();
    const came = passages.map(({ state, at }) => ({ state, at: at.toISOString() }));
    return {
      ref: facts.ref,
      state: stateName(facts.state),
      since: came.at(-1)?.at ?? facts.createdAt,
      sentence: standing(facts, passages, this.reference, times),
      with: holdings(facts, tiers, this.reference, times, away).map(({ who, what, since, due, time, away: gone }) => ({
        who,
        what,
        since,
        due: due.text,
        time: time ?? '',
        away: gone ?? '',
      })),
      held:
        facts.version > 0
          ? daysHeld(came, facts, this.times.now().toISOString(), times.calendars).map(({ party, days }) => ({
              party,
              workingDays: days,
            }))
          : [],
    };
  }
}
