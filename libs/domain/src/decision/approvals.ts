import type { RegionalOption } from '../options/option.js';
import type { Actor, Assignment, PersonRef } from '../people/roles.js';

import type { DecidingEvent, DecisionCode, RequestDecision, RequestFacts } from '../request/facts.js';
import { canonical, type Modality } from '../request/content.js';
import type { Day, Instant } from '../time/working-days.js';

/** What one of several approvers decides; it takes effect when enough of them decide the same. */
export interface Approval {
  by: PersonRef;
  at: Instant;
  /** The name of the approver acted for. */
  actingFor?: string;
  /** Whose voice it is: two people who act for one approver have one voice. */
  voice: string;
  action: DecidingEvent;
  reasons: string;
  codes: DecisionCode[];
  conditions: string[];
  modality: Modality;
  until: Day | null;
  option?: RegionalOption;
  requestVersion: number;
}

/** How many approvers have to decide the same, by the criteria of the case; one where they say nothing. */
export const approvalsNeeded = (facts: RequestFacts): number => facts.framework?.approvals ?? 1;
/** What approvers decided on this recommendation that has not taken effect yet. */
export const approvalsOf = (facts: RequestFacts): readonly Approval[] => facts.approvals ?? [];
/** Whose voice an approver has in the role in which they act. */
export const voiceOf = (person: PersonRef, as: Assignment | undefined): string => as?.actingForId ?? person.id;

type Terms = Pick<Approval, 'action' | 'conditions' | 'modality' | 'until' | 'option' | 'requestVersion'>;
/** What approvers have to agree on. Reasons and grounds are each one's own; those of the last stand in the letter. */
const terms = ({ action, conditions, modality, until, option, requestVersion }: Terms): string =>
  canonical({
    action,
    conditions: action === 'APPROVE' || action === 'OFFER_REGIONAL_OPTION' ? conditions.toSorted() : [],
    modality: action === 'OFFER_REGIONAL_OPTION' ? modality : null,
    until,
    option: option ? [option.id, option.version] : null,
    requestVersion,
  });
/** Whether two approvers decide the same on the same version. */
export const agree = (a: Terms, b: Terms): boolean => terms(a) === terms(b);

/** The approvers who decided the same before, each voice once. */
export const agreeingWith = (facts: RequestFacts, decision: RequestDecision, voice: string): Approval[] =>
  approvalsOf(facts).filter((a) => a.voice !== voice && agree(a, decision));

/** What was decided by one of several, from what would have been the decision. */
export function approvalIn(decision: RequestDecision, voice: string): Approval {
  const { by, at, actingFor, action, reasons, codes, conditions, modality, until, option, requestVersion } = decision;
  return {
    by,
    at,
    ...(actingFor ? { actingFor } : {}),
    voice,
    action,
    reasons,
    codes,
    conditions,
    modality,
    until,
    ...(option ? { option } : {}),
    requestVersion,
  };
}

/** The decisions of approvers that agree, most agreed first, and how many are still to come for each to take effect. */
export function standingOf(facts: RequestFacts): { given: Approval[]; missing: number }[] {
  const groups: Approval[][] = [];
  for (const approval of approvalsOf(facts)) {
    const group = groups.find(([first]) => agree(first!, approval));
    if (group) group.push(approval);
    else groups.push([approval]);
  }
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((given) => ({ given, missing: Math.max(0, approvalsNeeded(facts) - given.length) }));
}

/** Whether approvers who decided on this recommendation decided otherwise than each other. */
export const approversDiffer = (facts: RequestFacts): boolean => standingOf(facts).length > 1;

/** Whether an approver has said what they decide: themselves, or whoever shares each voice that they have. */
export function hasDecided(facts: RequestFacts, { id, assignments }: Actor): boolean {
  const given = new Set(approvalsOf(facts).flatMap((a) => [a.by.id, a.voice]));
  const voices = assignments.filter((a) => a.role === 'approver').map((a) => a.actingForId ?? id);
  return given.has(id) || (voices.length > 0 && voices.every((voice) => given.has(voice)));
}

/** Whether nothing is asked of an approver any more but to wait for others. Where approvers differ, each of them may have to think again. */
export const waitsForOthers = (facts: RequestFacts, actor: Actor): boolean =>
  hasDecided(facts, actor) && !approversDiffer(facts);

/** What approvers decided is void once there is another recommendation; a case without any stays as it is. */
export const withoutApprovals = (facts: RequestFacts): Partial<RequestFacts> =>
  facts.approvals?.length ? { approvals: [] } : {};
