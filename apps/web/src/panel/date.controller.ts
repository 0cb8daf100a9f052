import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { PanelDates, type SignedIn } from '#casework';
import { isRefusal, type PanelDateDraft, type Refusal } from '#domain';
import type { Environment } from '#platform';
import { typedDay } from '../deployment/step-fields.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { ENVIRONMENT, Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { dateContext } from './date.presenter.js';

const TEMPLATE = 'panel/date.njk';
const wholeIn = (typed: string): number => (/^\d{1,6}$/.test(typed.trim()) ? Number(typed) : NaN);
const draftOf = (form: Form): PanelDateDraft => ({
  day: typedDay(form, 'day') ?? '',
  time: one(form, 'time').trim().replace('.', ':'),
  zone: one(form, 'zone'),
  minutes: wholeIn(one(form, 'minutes')),
  place: text(form, 'place'),
});

/** When the panel of a round meets: read by those who have a part in it, set by who chairs it or an administrator. */
@Controller('panel/:round/date')
export class PanelDateController {
  constructor(
    private readonly pages: Pages,
    private readonly dates: PanelDates,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Param('round') round: string): Promise<string> {
    return this.pages.html(request, TEMPLATE, await this.context(me, round, request.kept as Form | null));
  }

  @Post()
  @HttpCode(200)
  async set(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('round') round: string,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const off = one(form, 'do') === 'off';
    const after = wholeIn(one(form, 'after')) || 0;
    const hold = one(form, 'hold') === 'yes';
    const outcome = await this.dates.set(me, round, off ? null : draftOf(form), after, hold);
    const done = hold ? 'panelDateHeld' : off ? 'panelDateOff' : 'panelDateSet';
    if (!isRefusal(outcome)) return void seeOther(reply, paths.panelDate(round), done);
    if (outcome.code === 'notFound' || outcome.code === 'notYourRole') throw new Refused(outcome);
    return this.pages.refused(request, reply, outcome, TEMPLATE, await this.context(me, round, form, outcome));
  }

  private async context(me: SignedIn, round: string, form: Form | null, refusal?: Refusal) {
    const versions = await this.dates.versions(me, round);
    if (isRefusal(versions)) throw new Refused(versions);
    const tells = await this.dates.wouldTell(me, round);
    return dateContext({ me, versions, tells, pace: this.environment, form, ...(refusal ? { refusal } : {}) });
  }
}
