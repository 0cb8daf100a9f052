import { Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { CLOCK, Holidays, ReferenceData, type SignedIn } from '#casework';
import { ALL_STATIONS, GENEVA, notFound, type HolidayChanged } from '#domain';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { HolidayShape } from './holidays.dto.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';

/** Holidays of duty stations, for programs: everybody reads them, an administrator changes them. */
@ApiTags('Holidays')
@ApiBearerAuth()
@Controller('api/v1/holidays')
export class HolidaysApi {
  constructor(
    private readonly holidays: Holidays,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Described('listHolidays')
  async list(@Query('station') asked: unknown, @Query('year') when: unknown) {
    const station = typeof asked === 'string' && asked ? asked.toUpperCase() : GENEVA;
    if (station !== ALL_STATIONS && !this.reference.country(station)) throw new Refused(notFound());
    const now = Number(this.clock.now().toISOString().slice(0, 4));
    const year = typeof when === 'string' && /^20\d\d$/.test(when) ? Number(when) : now;
    const { weekend, zone } = this.reference.calendars.of(station);
    return { station, year, weekend, zone: zone ?? null, items: await this.holidays.list(station, year) };
  }

  @Post('preview')
  @HttpCode(200)
  @Described('previewHoliday')
  async preview(@Req() request: Exchange, @Me() me: SignedIn) {
    return orRefused(await this.holidays.preview(me, changeIn(request)));
  }

  @Post()
  @HttpCode(200)
  @Described('changeHoliday')
  async change(@Req() request: Exchange, @Me() me: SignedIn) {
    return orRefused(await this.holidays.change(me, changeIn(request)));
  }
}

function changeIn(request: Exchange): HolidayChanged {
  const { name = '', ...rest } = orRefused(
    parseShape<Omit<HolidayChanged, 'name'> & { name?: string }>(jsonOf(request), HolidayShape),
  );
  return { ...rest, name };
}
