import { Inject, Injectable } from '@nestjs/common';
import { AwayHolders, CLOCK, ReferenceData, type CaseView, type HolderAway } from '#casework';
import type { DeploymentFacts } from '#domain';
import type { Clock } from '#platform';
import type { Times } from './progress.presenter.js';

/** By what the times of a case are said: the day, calendars and settings, and who is away of those who hold it. */
@Injectable()
export class CaseTimes {
  constructor(
    private readonly reference: ReferenceData,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly holders: AwayHolders,
  ) {}

  now = (): Date => this.clock.now();

  /** The times that hold today. */
  today(): Times {
    const { calendars, clocks, calls } = this.reference;
    return { today: this.now().toISOString().slice(0, 10), calendars, clocks, calls };
  }

  /** Who is away of those who hold its clocks, by the key of the clock. */
  away({ facts }: Pick<CaseView, 'facts'> | { facts: DeploymentFacts }): Promise<Map<string, HolderAway>> {
    return this.holders.of(facts);
  }
}
