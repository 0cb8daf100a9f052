import { Injectable } from '@nestjs/common';
import { Acknowledgements, People, type KnownReviewer, type Seen } from '#casework';
import type { Actor, RequestFacts } from '#domain';

/** What whoever appoints has to know besides the request: who may review, who chairs, and who has seen their appointment. */
@Injectable()
export class AppointingDesk {
  constructor(
    private readonly people: People,
    private readonly seen: Acknowledgements,
  ) {}

  async of(facts: RequestFacts): Promise<{ candidates: KnownReviewer[]; chairs: Actor[]; seen: Map<string, Seen> }> {
    const [candidates, chairs, seen] = await Promise.all([
      this.people.reviewersFor(facts.summary),
      this.people.chairs(),
      this.seen.appointments(facts),
    ]);
    return { candidates, chairs, seen };
  }
}
