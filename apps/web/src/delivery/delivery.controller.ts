import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { DeliveryDesk, type HoldLine, type SignedIn } from '#casework';
import { isRefusal, type Refusal } from '#domain';
import { asUuid } from '../shell/identifier.js';
import { formOf, Me, one, type Exchange, type Form, type Reply } from '../shell/exchange.js';
import { Pages, paths, seeOther } from '../shell/pages.js';
import { Refused } from '../shell/refusals.js';
import { deliveryContext, holdContext } from './delivery.presenter.js';

const HOLD = 'delivery/hold.njk';

/** How mail is delivered, for an administrator: what is held, what came to nothing, and what is done about it. */
@Controller('admin/delivery')
export class DeliveryController {
  constructor(
    private readonly pages: Pages,
    private readonly desk: DeliveryDesk,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn, @Query('before') before?: string): Promise<string> {
    const [counts, holds, parked] = await Promise.all([
      this.desk.counts(me),
      this.desk.holds(me),
      this.desk.parked(me, asUuid(before)),
    ]);
    if (isRefusal(counts) || isRefusal(holds) || isRefusal(parked)) throw new Refused(counts as Refusal);
    return this.pages.html(request, 'delivery/delivery.njk', deliveryContext(counts, holds, parked, before));
  }

  @Post('parked')
  async replay(@Req() request: Exchange, @Res({ passthrough: true }) reply: Reply, @Me() me: SignedIn): Promise<void> {
    const mail = one(formOf(request), 'mail');
    const chosen = mail ? [mail] : one(formOf(request), 'all').split(' ');
    const done = await this.desk.replay(me, chosen);
    if (isRefusal(done)) throw new Refused(done);
    seeOther(reply, paths.adminDelivery(), 'mailReplayed');
  }

  @Get('holds/:id')
  async hold(@Req() request: Exchange, @Me() me: SignedIn, @Param('id') id: string): Promise<string> {
    return this.pages.html(request, HOLD, holdContext(await this.found(me, id), request.kept as Form | null));
  }

  @Post('holds/:id')
  @HttpCode(200)
  async decide(
    @Req() request: Exchange,
    @Res({ passthrough: true }) reply: Reply,
    @Me() me: SignedIn,
    @Param('id') id: string,
  ): Promise<string | undefined> {
    const hold = await this.found(me, id);
    const form = formOf(request);
    const drops = one(form, 'do') === 'drop';
    const done = await (drops
      ? this.desk.drop(me, id)
      : this.desk.letGo(me, id, Number(one(form, 'perMinute') || 'NaN')));
    if (!isRefusal(done)) return void seeOther(reply, paths.adminDelivery(), drops ? 'mailsDropped' : 'mailsLetGo');
    return this.pages.refused(request, reply, done, HOLD, holdContext(hold, form, done));
  }

  private async found(me: SignedIn, id: string): Promise<HoldLine> {
    const hold = await this.desk.hold(me, id);
    if (isRefusal(hold)) throw new Refused(hold);
    return hold;
  }
}
