import type { People, SignedIn, Work } from '#casework';
import { standingOf, approvalsNeeded, type RequestFacts } from '#domain';

/** A request that this approver has decided, and those who could still decide it. */
export interface WithOthers {
  facts: RequestFacts;
  /** Names of those who are still asked. */
  still: string[];
  /** How many decided the same so far, and how many have to. */
  given: number;
  needed: number;
}

/** What the approver has decided and waits for others to decide the same, the soonest first. */
export async function waitingForOthers(work: Work, people: People, me: SignedIn): Promise<WithOthers[]> {
  const cases = await work.waitingForOthers(me);
  const still = await people.stillToDecide(cases);
  return cases.map((facts) => ({
    facts,
    still: still.get(facts.id) ?? [],
    given: standingOf(facts)[0]?.given.length ?? 0,
    needed: approvalsNeeded(facts),
  }));
}
