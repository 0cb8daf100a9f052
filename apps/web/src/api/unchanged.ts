import type { Advanced, Cases, SignedIn } from '#casework';
import { changesNothing, stateLabelFor, stateName, type Refusal, type RequestEvent } from '#domain';

/** The outcome of a step, where a change of content that changes nothing is one: the request as it is, and nothing is written. */
export async function orUnchanged(
  outcome: Advanced | Refusal,
  cases: Cases,
  me: SignedIn,
  ref: string,
  event: RequestEvent,
): Promise<Advanced | Refusal> {
  if (event.type !== 'EDIT' || !('code' in outcome) || outcome.code !== 'notReady') return outcome;
  const view = await cases.find(ref, me);
  if (!view || !changesNothing(await cases.content(view), event.patch)) return outcome;
  const { facts, revision } = view;
  const state = stateName(facts.state);
  return { ref, revision, state, label: stateLabelFor(me, facts), repeated: false };
}
