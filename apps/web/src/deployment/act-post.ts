import type { Advanced, Deployments, SignedIn } from '#casework';
import { deploymentEventRule, type DeploymentEvent, type Refusal } from '#domain';
import { onceFor, revisionIn } from '../shell/act.js';
import { formOf, type Exchange } from '../shell/exchange.js';

/** Sends one step of a post from a form, on the revision that its page was drawn from. */
export function actOnPost(
  deployments: Pick<Deployments, 'advance'>,
  request: Exchange,
  me: SignedIn,
  ref: string,
  event: DeploymentEvent,
): Promise<Advanced | Refusal> {
  const form = formOf(request);
  const revision = deploymentEventRule(event.type).ownPart ? 'latest' : revisionIn(form);
  return deployments.advance(ref, me, event, { revision, once: onceFor(form, [ref, event]) });
}
