import { Controller, Get, Inject, Req } from '@nestjs/common';
import { CLOCK, Consultations, ReferenceData, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { adviceQueueContext } from './advice-queue.presenter.js';

/** What the regional team or the regional office is asked to advise on. */
@Controller('advice')
export class AdviceQueueController {
  constructor(
    private readonly pages: Pages,
    private readonly consultations: Consultations,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    if (!me.assignments.some((a) => a.role === 'regionalTeam' || a.role === 'regionalOffice'))
      throw new Refused(NOT_YOURS.advice);
    const items = await this.consultations.forRegion(me);
    const today = this.clock.now().toISOString().slice(0, 10);
    const { calendars } = this.reference;
    const context = adviceQueueContext({ items, names: this.reference, today, calendars });
    return this.pages.html(request, 'advice/advice-queue.njk', context);
  }
}
