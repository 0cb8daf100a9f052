import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, ReferenceData } from '#casework';
import type { Clock } from '#platform';

/** What the home page counts days and names places by. */
@Injectable()
export class HomeTimes {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now() {
    const now = this.clock.now();
    const { calendars, calls, clocks } = this.reference;
    return {
      now,
      times: { today: now.toISOString().slice(0, 10), calendars, clocks, calls },
      framework: this.reference.frameworkFor('initial'),
      names: this.reference,
    };
  }
}
