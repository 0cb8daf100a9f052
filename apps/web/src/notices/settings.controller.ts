import { Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { NoticeWishes, ReferenceData, Seats, type SignedIn } from '#casework';
import { isRefusal } from '#domain';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { errorsOf, Pages, paths, seeOther } from '../shell/pages.js';
import { ownCalendars } from '../seats/calendar-words.js';
import { fieldOf, settingsContext, wishesIn } from './settings.form.js';

const TEMPLATE = 'notices/settings.njk';

/** How a person wishes to be told: their own settings, and nobody else’s. */
@Controller('account/notices')
export class NoticeSettingsController {
  constructor(
    private readonly pages: Pages,
    private readonly wishes: NoticeWishes,
    private readonly reference: ReferenceData,
    private readonly seats: Seats,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const kept = await this.wishes.of(me.id);
    const shown = request.kept ? { ...wishesIn(request.kept as Form, this.reference), version: kept.version } : kept;
    const context = settingsContext(shown, this.reference);
    return this.pages.html(request, TEMPLATE, { ...context, counts: await this.counts(me) });
  }

  @Post()
  @HttpCode(200)
  async keep(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    const form = formOf(request);
    const sent = wishesIn(form, this.reference);
    const outcome = await this.wishes.keep(me.id, sent, Number(one(form, 'version')) || 0);
    if (!isRefusal(outcome)) return void seeOther(reply, paths.noticeSettings(), 'wishesKept');
    const { version } = await this.wishes.of(me.id);
    const context = settingsContext({ ...sent, version }, this.reference, outcome);
    const errors = errorsOf(outcome, fieldOf);
    return this.pages.refused(request, reply, outcome, TEMPLATE, { ...context, errors, counts: await this.counts(me) });
  }

  /** Which calendar counts for the clocks that a person holds. */
  private async counts(me: SignedIn) {
    return ownCalendars(await this.seats.own(me), this.reference);
  }
}
