import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { isAdministrator, ReferenceData, Seats, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import { formOf, Me, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { seatContext, seatIn, seatsContext } from './seats.presenter.js';

const LIST = 'seats/list.njk';

/** Where people and offices sit, for an administrator: who sits where, and what a change would move before it is saved. */
@Controller('admin/seats')
export class SeatsController {
  constructor(
    private readonly pages: Pages,
    private readonly seats: Seats,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  async list(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    return this.pages.html(request, LIST, await this.context(me, (request.kept ?? {}) as Form));
  }

  /** The form with somebody chosen: the way there is a link. */
  @Get('change')
  async change(@Req() request: Exchange, @Me() me: SignedIn, @Query() asked: Form): Promise<string> {
    return this.pages.html(request, LIST, await this.context(me, (request.kept ?? asked) as Form));
  }

  @Post('preview')
  @HttpCode(200)
  async preview(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn) {
    const draft = seatIn(formOf(request));
    const preview = await this.seats.preview(me, draft);
    if (isRefusal(preview)) return this.again(request, reply, me, preview);
    return this.pages.html(request, 'holidays/change.njk', seatContext(draft, preview, this.reference));
  }

  @Post()
  @HttpCode(200)
  async save(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn) {
    const outcome = await this.seats.change(me, seatIn(formOf(request)));
    if (isRefusal(outcome)) return this.again(request, reply, me, outcome);
    return void seeOther(reply, paths.adminSeats(), 'seatSet');
  }

  private async again(request: Exchange, reply: Reply, me: SignedIn, refusal: Refusal): Promise<string> {
    if (refusal.code === 'notYourRole') throw new Refused(NOT_YOURS.seats);
    return this.pages.refused(request, reply, refusal, LIST, await this.context(me, formOf(request), refusal));
  }

  private async context(me: SignedIn, form: Form, refusal?: Refusal) {
    if (!isAdministrator(me)) throw new Refused(NOT_YOURS.seats);
    const [seats, changes] = await Promise.all([this.seats.list(), this.seats.changes()]);
    return seatsContext({ seats, changes, names: this.reference, form, refusal });
  }
}
