import { Controller, Get, Inject, Req } from '@nestjs/common';
import { CLOCK, ReferenceData, Work, type SignedIn } from '#casework';
import type { Clock } from '#platform';
import { Me, type Exchange } from '../shell/exchange.js';
import { Pages } from '../shell/pages.js';
import { NOT_YOURS } from '../shell/not-yours.js';
import { Refused } from '../shell/refusals.js';
import { queueContext } from './review-queue.presenter.js';

/** A reviewer's queue. */
@Controller('reviews')
export class ReviewQueueController {
  constructor(
    private readonly pages: Pages,
    private readonly work: Work,
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Req() request: Exchange, @Me() me: SignedIn): Promise<string> {
    const items = await this.work.reviews(me);
    if (items.length === 0 && !me.assignments.some((a) => a.role === 'reviewer')) throw new Refused(NOT_YOURS.scores);
    const today = this.clock.now().toISOString().slice(0, 10);
    const { calendars } = this.reference;
    return this.pages.html(
      request,
      'review/review-queue.njk',
      queueContext({ items, me, names: this.reference, today, calendars }),
    );
  }
}
