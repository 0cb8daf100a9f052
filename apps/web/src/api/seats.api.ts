import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import { isAdministrator, ReferenceData, Seats, type SignedIn } from '#casework';
import type { SeatDraft } from '#domain';
import { Me, type Exchange } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { Described } from './described.js';
import { jsonOf, parseShape } from './parse.js';
import { orRefused } from './requests.api.js';
import { SeatShape } from './holidays.dto.js';

/** Where people and offices sit, for programs: everybody reads their own, an administrator reads and sets them all. */
@ApiTags('Holidays')
@ApiBearerAuth()
@Controller('api/v1/seats')
export class SeatsApi {
  constructor(
    private readonly seats: Seats,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  @Described('listSeats')
  async list(@Me() me: SignedIn) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.seats);
    const [items, changes] = await Promise.all([this.seats.list(), this.seats.changes()]);
    return { items, changes };
  }

  @Get('mine')
  @Described('listOwnSeats')
  async own(@Me() me: SignedIn) {
    const items = (await this.seats.own(me)).map(({ role, station }) => {
      const { weekend, zone } = this.reference.calendars.of(station);
      return { role, station, weekend, zone: zone ?? null };
    });
    return { items };
  }

  @Post('preview')
  @HttpCode(200)
  @Described('previewSeat')
  async preview(@Req() request: Exchange, @Me() me: SignedIn) {
    return orRefused(await this.seats.preview(me, draftIn(request)));
  }

  @Post()
  @HttpCode(200)
  @Described('changeSeat')
  async change(@Req() request: Exchange, @Me() me: SignedIn) {
    return orRefused(await this.seats.change(me, draftIn(request)));
  }
}

function draftIn(request: Exchange): SeatDraft {
  const {
    was,
    station = null,
    holder,
  } = orRefused(
    parseShape<{ holder: string; station?: string | null; was?: string | null }>(jsonOf(request), SeatShape),
  );
  return { holder, station, ...(typeof was === 'string' ? { was } : {}) };
}
