import type { FieldProblem } from '../refusal.js';
import type { Actor } from '../people/roles.js';
import type { Modality } from '../request/content.js';
import type { EventOf } from '../request/events.js';
import { lastDecision, type Consultee, type RequestFacts } from '../request/facts.js';
import { missingInOption } from './check-option.js';
import { OPTION_MODALITIES, type OptionModality, type RegionalOption } from './option.js';
import { mayReadOptions } from './option-access.js';

interface Attaching {
  event: Pick<EventOf<'ADVISE'>, 'position' | 'option'>;
  facts: RequestFacts;
  actor: Actor;
  consultee: Consultee;
  /** The option that the event names, as it stands. */
  option: RegionalOption | null;
  regionOf: (country: string) => string | null;
  nameOf: (country: string) => string;
}

/** What stands against attaching an option to an advice. */
export function attachingProblems(given: Attaching): FieldProblem[] {
  const { event, facts, actor, consultee, option } = given;
  if (!event.option) return [];
  const problem = (message: string) => [{ path: 'option', message }];
  if (event.position !== 'prefers a regional option')
    return problem('An option goes with the advice “prefers a regional option”. Leave it out, or change the advice');
  if (!option || option.region !== consultee.region || !mayReadOptions(actor, option.region))
    return problem('Choose an option of the region for which you advise');
  if (option.retired) return problem('This option has been taken out of use. Choose another one');
  const [missing] = missingInOption(option);
  if (missing) return problem(`This option is not finished. ${missing}`);
  const left = facts.summary.countries.filter(
    (c) => given.regionOf(c) === option.region && !option.countries.some(({ country }) => country === c),
  );
  return left.length
    ? problem(`Choose an option that covers the request: ${left.map(given.nameOf).join(', ')} is not in it`)
    : [];
}

/** The options that came with the advice on a case, by the party that gave it. */
export const attachedOptions = (facts: RequestFacts): { key: string; option: RegionalOption }[] =>
  facts.consultation.flatMap(({ key, advice }) => (advice?.option ? [{ key, option: advice.option }] : []));

/** The option that was attached by a party; null where there is none. */
export const optionBy = (facts: RequestFacts, key: string | undefined): RegionalOption | null =>
  (key && attachedOptions(facts).find((a) => a.key === key)?.option) || null;

/** The forms of support that can be offered in place of a post: regional ones, and not the one that was asked for. */
export const offerableForms = (facts: RequestFacts): OptionModality[] =>
  OPTION_MODALITIES.filter((form) => form !== facts.summary.modality);

/** The form of support that was approved, or accepted as an offer; null while there is none, or none any more. */
export function approvedModality(facts: RequestFacts): Modality | null {
  const decision = lastDecision(facts);
  if (!decision) return null;
  const offer = decision.action === 'OFFER_REGIONAL_OPTION' && facts.offerAnswer?.accepted === true;
  return decision.action === 'APPROVE' || offer ? decision.modality : null;
}

/** The option that takes the place of what was asked for: the one that was offered last. */
export function offeredOption(facts: RequestFacts): RegionalOption | null {
  const decision = lastDecision(facts);
  return (decision?.action === 'OFFER_REGIONAL_OPTION' && decision.option) || null;
}
