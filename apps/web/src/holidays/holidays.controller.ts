import { Controller, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { CLOCK, Holidays, isAdministrator, ReferenceData, type SignedIn } from '#casework';
import { ALL_STATIONS, GENEVA, isRefusal, type HolidayChanged, type Refusal } from '#domain';
import type { Clock } from '#platform';
import { typedDay } from '../deployment/step-fields.js';
import { dateTyped, formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { changeContext, holidaysContext, type ListInput } from './holidays.presenter.js';

type Typed = NonNullable<ListInput['typed']>;
type Asked = Record<string, unknown>;
const said = (asked: Asked, name: string): string => (typeof asked[name] === 'string' ? asked[name].slice(0, 200) : '');
const whatOf = (text: string): HolidayChanged['what'] => (text === 'removed' ? 'removed' : 'added');

/** Holidays of duty stations, for an administrator: what is kept, and what a change would move before it is made. */
@Controller('admin/holidays')
export class HolidaysController {
  constructor(
    private readonly pages: Pages,
    private readonly holidays: Holidays,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Asked): Promise<string> {
    this.allow(me);
    const station = said(asked, 'at') || GENEVA;
    return this.pages.html(request, 'holidays/list.njk', await this.context(station, Number(said(asked, 'year'))));
  }

  /** What taking a day away would do: the way there is a link. */
  @Get('change')
  async change(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Query() asked: Asked,
  ): Promise<string> {
    this.allow(me);
    const change = {
      what: whatOf(said(asked, 'what')),
      station: said(asked, 'station'),
      day: said(asked, 'day'),
      name: said(asked, 'name'),
    };
    const preview = await this.holidays.preview(me, change);
    if (isRefusal(preview)) return this.again(request, reply, change, preview, change.day);
    return this.pages.html(request, 'holidays/change.njk', changeContext(change, preview, this.reference));
  }

  @Post('preview')
  @HttpCode(200)
  async preview(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string> {
    this.allow(me);
    const form = formOf(request);
    const change = changeIn(form, typedDay(form, 'day') ?? '');
    const preview = await this.holidays.preview(me, change);
    if (isRefusal(preview)) return this.again(request, reply, change, preview, dateTyped(form, 'day'));
    return this.pages.html(request, 'holidays/change.njk', changeContext(change, preview, this.reference));
  }

  @Post()
  @HttpCode(200)
  async save(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
  ): Promise<string | undefined> {
    this.allow(me);
    const form = formOf(request);
    const change = changeIn(form, one(form, 'day'));
    const outcome = await this.holidays.change(me, change);
    if (isRefusal(outcome)) return this.again(request, reply, change, outcome, change.day);
    return void seeOther(reply, paths.adminHolidays(change.station, change.day), 'holidaySet');
  }

  private allow(me: SignedIn): void {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.holidays);
  }

  private async again(
    request: Exchange,
    reply: Reply,
    change: HolidayChanged,
    refusal: Refusal,
    parts: Typed['parts'],
  ) {
    const context = await this.context(change.station, Number(change.day.slice(0, 4)), { ...change, parts, refusal });
    return this.pages.refused(request, reply, refusal, 'holidays/list.njk', context);
  }

  private async context(asked: string, year: number, typed?: Typed) {
    const today = this.clock.now().toISOString().slice(0, 10);
    const station = asked === ALL_STATIONS || this.reference.country(asked) ? asked : GENEVA;
    const shown = Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : Number(today.slice(0, 4));
    const kept = await this.holidays.list(station, shown);
    const input = { kept, station, year: shown, names: this.reference, today };
    return holidaysContext(typed ? { ...input, typed } : input);
  }
}

const changeIn = (form: Form, day: string): HolidayChanged => ({
  what: whatOf(one(form, 'what')),
  station: one(form, 'station'),
  day,
  name: one(form, 'name'),
});
