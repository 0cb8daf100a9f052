import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, CLOCK, ReferenceData, type SignedIn } from '#casework';
import { daysHeld, stateName } from '#domain';
import type { Clock } from '#platform';
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
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Described('readStanding')
  async show(@Param('ref') ref: string, @Me() me: SignedIn) {
    const view = await this.cases.find(ref, me);
    if (!view) throw notFound();
    const { facts, tiers } = view;
    const passages = await this.cases.passages(view);
    const now = this.clock.now().toISOString();
    const { calendars, clocks, calls } = this.reference;
    const times = { today: now.slice(0, 10), calendars, clocks, calls };
    const came = passages.map(({ state, at }) => ({ state, at: at.toISOString() }));
    return {
      ref: facts.ref,
      state: stateName(facts.state),
      since: came.at(-1)?.at ?? facts.createdAt,
      sentence: standing(facts, passages, this.reference, times),
      with: holdings(facts, tiers, this.reference, times).map(({ who, what, since, due, time }) => ({
        who,
        what,
        since,
        due: due.text,
        time: time ?? '',
      })),
      held:
        facts.version > 0
          ? daysHeld(came, facts, now, calendars).map(({ party, days }) => ({ party, workingDays: days }))
          : [],
    };
  }
}
