import { Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { PanelAnswers, PanelDates, type SignedIn } from '#casework';
import { isRefusal, type PanelDateDraft, type Refusal } from '#domain';
import type { Environment } from '#platform';
import { typedDay } from '../deployment/step-fields.js';
import { formOf, Me, one, text, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { ENVIRONMENT, Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { answersContext } from './date-answers.presenter.js';
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
    private readonly answers: PanelAnswers,
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

  @Post('answer')
  @HttpCode(200)
  async answer(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('round') round: string,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const refused = await this.answers.say(me, round, { answer: one(form, 'answer'), note: text(form, 'note') });
    if (!refused) return void seeOther(reply, paths.panelDate(round), 'panelAnswered');
    if (refused.code !== 'invalid') throw new Refused(refused);
    return this.pages.refused(request, reply, refused, TEMPLATE, await this.context(me, round, form, refused));
  }

  private async context(me: SignedIn, round: string, form: Form | null, refusal?: Refusal) {
    const versions = await this.dates.versions(me, round);
    if (isRefusal(versions)) throw new Refused(versions);
    const [tells, answers] = await Promise.all([this.dates.wouldTell(me, round), this.answers.read(me, round)]);
    // Each of the two forms of this page keeps what was typed into it alone.
    const [own, set] = form && 'after' in form ? [null, form] : [form, null];
    const context = dateContext({
      me,
      versions,
      tells,
      pace: this.environment,
      form: set,
      ...(refusal ? { refusal } : {}),
    });
    return { ...context, ...answersContext({ now: versions[0], answers, form: own, refusal }) };
  }
}
