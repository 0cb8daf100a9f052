import type { Clock, RequestFacts } from '#domain';

/** What a reviewer has to do first: answer the appointment, then score. */
export const ownClock = (facts: RequestFacts, personId: string): Clock | undefined =>
  facts.clocks.filter((c) => c.personId === personId).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
