import { Injectable } from '@nestjs/common';
import { Acknowledgements, People, type KnownReviewer, type Seen } from '#casework';
import type { RequestFacts } from '#domain';

/** What whoever appoints has to know besides the request: who may review, and who has seen their appointment. */
@Injectable()
export class AppointingDesk {
  constructor(
    private readonly people: People,
    private readonly seen: Acknowledgements,
  ) {}

  async of(facts: RequestFacts): Promise<{ candidates: KnownReviewer[]; seen: Map<string, Seen> }> {
    const [candidates, seen] = await Promise.all([
      this.people.reviewersFor(facts.summary),
      this.seen.appointments(facts),
    ]);
    return { candidates, seen };
  }
}
