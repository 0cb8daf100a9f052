import { Controller, Get, Param } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { Cases, ReferenceData, type CaseView, type SignedIn } from '#casework';
import { daysHeld, lastNudge, stateName } from '#domain';
import { CaseTimes } from '../request/case-times.js';
import { rests } from '../request/nudge-words.js';
import { nudgesBeside, whoHolds, whomToNudge } from '../request/nudge.presenter.js';
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
    const now = this.times.now().toISOString();
    const nudges = nudgesBeside(facts, me, tiers.has('assessment'), now);
    const came = passages.map(({ state, at }) => ({ state, at: at.toISOString() }));
    return {
      ref: facts.ref,
      state: stateName(facts.state),
      since: came.at(-1)?.at ?? facts.createdAt,
      sentence: standing(facts, passages, this.reference, times),
      with: holdings(facts, tiers, this.reference, times, away).map(
        ({ key, who, what, since, due, time, ...more }) => ({
          clock: key,
          who,
          what,
          since,
          due: due.text,
          time: time ?? '',
          away: more.away ?? '',
          nudged: nudges(key).nudged ?? '',
        }),
      ),
      canNudge: this.canNudge(view, me, now),
      held:
        facts.version > 0
          ? daysHeld(came, facts, now, times.calendars).map(({ party, days }) => ({
              party,
              workingDays: days,
            }))
          : [],
    };
  }

  /** Of those who are waited for, whom the reader can nudge by the step NUDGE, and from when, where they were nudged. */
  private canNudge({ facts, tiers }: CaseView, me: SignedIn, now: string) {
    const inside = tiers.has('assessment');
    return whomToNudge(facts, me).map((clock) => {
      const last = lastNudge(facts, clock, inside);
      const who = whoHolds(facts, clock, inside, this.reference);
      return { clock: clock.key, who, from: last && rests(last, now) ? last.again : null };
    });
  }
}
