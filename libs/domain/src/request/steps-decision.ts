import { correctStep, reopenStep, sendAgainStep } from '../decision/steps-after.js';
import { conditionInLetter, heardOf, heardProblems, sourcesOf } from '../consultation/conditions.js';
import { offerableForms, optionBy } from '../options/attached-option.js';
import { isRefusal, refuse, refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { chosen, required, requiredList } from '../text.js';
import { officesOfOffer } from '../together/together.js';
import { dayOf, daysBetween, isDay } from '../time/working-days.js';
import { MODALITIES, type Modality } from './content.js';
import type { EventOf, RequestEventType } from './events.js';
import {
  awaitedKeys,
  cutShortBy,
  DECISION_CODES,
  OUTCOMES,
  type DecidingEvent,
  type DecisionCode,
  type Recommendation,
  type RequestDecision,
  type RequestFacts,
} from './facts.js';
import { composeLetter, signatureOf, type Letter, type LetterInput } from './letter.js';
import type { Recorded } from './record.js';
import { personRef, type DecideContext, type StepInput, type StepRule } from './steps.js';

/** What a recommendation says, sent or kept ready; both have to be whole. */
function recommendation({
  event,
  facts,
  actor,
  context,
}: Pick<StepInput<RequestEventType>, 'facts' | 'actor' | 'context'> & {
  event: EventOf<'RECOMMEND'> | EventOf<'PREPARE_RECOMMENDATION'>;
}): Recommendation | Refusal {
  const conditions = event.conditions ?? [];
  const problems = refuseFields([
    ...(OUTCOMES.includes(event.outcome) ? [] : [{ path: 'outcome', message: 'Choose what to recommend' }]),
    ...(Object.hasOwn(MODALITIES, event.modality) ? [] : [{ path: 'modality', message: 'Choose a form of support' }]),
    ...required(event.reasons, 'reasons', 'Give the reasons for the recommendation'),
    ...requiredList(conditions, 'conditions', 'conditions'),
    ...(event.outcome === 'approve with conditions' && conditions.length === 0
      ? [{ path: 'conditions', message: 'Name the conditions' }]
      : []),
    ...heardProblems(event, facts),
  ]);
  return (
    problems ?? {
      ...heardOf(event, facts),
      by: personRef(actor),
      at: context.at,
      outcome: event.outcome,
      modality: event.modality,
      conditions,
      reasons: event.reasons,
      requestVersion: facts.version,
    }
  );
}

function recommendStep(input: StepInput<'RECOMMEND'>): Recorded['RECOMMEND'] | Refusal {
  const { facts, context } = input;
  const said = recommendation(input);
  if (isRefusal(said)) return said;
  const cutShort = cutShortBy(facts, dayOf(context.at));
  return {
    recommendation: said,
    silent: awaitedKeys(facts),
    ...(Object.keys(cutShort).length ? { cutShort } : {}),
  };
}

function prepareStep(input: StepInput<'PREPARE_RECOMMENDATION'>): Recorded['PREPARE_RECOMMENDATION'] | Refusal {
  const prepared = recommendation(input);
  return isRefusal(prepared) ? prepared : { prepared };
}

const discardStep = (): Recorded['DISCARD_PREPARED'] => ({});

/** What a decision says before it is signed: what the letter is written from. */
export interface Proposal {
  action: DecidingEvent;
  reasons: string;
  codes?: DecisionCode[] | undefined;
  conditions?: string[] | undefined;
  modality?: Modality | undefined;
  until?: string | undefined;
  /** The party with whose advice the option came that is offered. */
  option?: string | undefined;
}

/** What a letter needs from outside. */
export type LetterContext = Pick<DecideContext, 'at' | 'countryName' | 'clocks' | 'letterFor'>;

function letterInput(p: Proposal, facts: RequestFacts, signature: string, context: LetterContext): LetterInput {
  const recommended = facts.recommendation;
  const option = optionBy(facts, p.option);
  // Conditions of the panel stand unless the approver names others.
  const conditions =
    p.action === 'APPROVE' || p.action === 'OFFER_REGIONAL_OPTION'
      ? (p.conditions ?? recommended?.conditions ?? [])
      : [];
  return {
    action: p.action,
    template: context.letterFor(p.action, facts.summary.language),
    reasons: p.reasons,
    conditions,
    conditionLines: conditions.map((c) => conditionInLetter(c, facts)),
    codes: p.codes ?? [],
    option,
    nameOf: (country) => context.countryName(country, facts.summary.language),
    modality: option?.modality ?? p.modality ?? recommended?.modality ?? facts.summary.modality,
    until: p.until ?? null,
    signature,
    date: dayOf(context.at),
    places: facts.summary.countries.map((c) => context.countryName(c, facts.summary.language)),
    clocks: context.clocks,
  };
}

/** The letter as it would be sent with this decision. */
export const previewLetter = (p: Proposal, facts: RequestFacts, signature: string, context: LetterContext): Letter =>
  composeLetter(facts, letterInput(p, facts, signature, context));

/** An offer takes the place of what was asked for, so it is a regional form of support, and another one. */
function formProblems(modality: Modality | undefined, facts: RequestFacts): FieldProblem[] {
  const form = modality ?? facts.recommendation?.modality ?? facts.summary.modality;
  const offerable: Modality[] = offerableForms(facts);
  // A form that there is not at all is said elsewhere.
  if (!Object.hasOwn(MODALITIES, form) || offerable.includes(form)) return [];
  const which =
    form === facts.summary.modality ? 'This is what was asked for' : 'This form of support is not a regional one';
  const names = offerable.map((key) => MODALITIES[key]).join(', ');
  return [{ path: 'modality', message: `${which}. Choose another as the regional option: ${names}` }];
}

/** Only what came with an advice can be offered: it was worked out by those who know the region, and everybody could read it. */
function optionProblems({ action, option, modality }: Proposal, facts: RequestFacts): FieldProblem[] {
  if (!option) return action === 'OFFER_REGIONAL_OPTION' ? formProblems(modality, facts) : [];
  const attached = optionBy(facts, option);
  if (!attached) return [{ path: 'option', message: 'Choose an option that came with the advice on this request' }];
  return modality !== undefined && modality !== attached.modality
    ? [{ path: 'modality', message: 'The option says its form of support. Leave this out' }]
    : [];
}

function decisionProblems(p: Proposal, at: string): FieldProblem[] {
  const until = p.until ?? '';
  const codes = p.codes ?? [];
  return [
    ...required(p.reasons, 'reasons', 'Give the reasons for the decision; they go into the letter'),
    ...requiredList(p.conditions, 'conditions', 'conditions'),
    ...codes.flatMap((code, i) => chosen(code, DECISION_CODES, `codes.${i}`)),
    ...(p.action === 'DECLINE' && codes.length === 0 ? [{ path: 'codes', message: 'Choose at least one ground' }] : []),
    ...(p.modality !== undefined && !Object.hasOwn(MODALITIES, p.modality)
      ? [{ path: 'modality', message: 'Choose a form of support' }]
      : []),
    ...(p.action !== 'DEFER'
      ? []
      : !isDay(until)
        ? [
            {
              path: 'until',
              message: until
                ? 'Enter a real date, such as 15 July 2027'
                : 'Enter the day until which the decision is deferred',
            },
          ]
        : until <= dayOf(at)
          ? [{ path: 'until', message: 'Enter a day after today' }]
          : daysBetween(dayOf(at), until) > 730
            ? [{ path: 'until', message: 'Enter a day within the next two years' }]
            : []),
  ];
}

function decideStep({
  event,
  facts,
  actor,
  as,
  context,
}: Pick<StepInput<RequestEventType>, 'facts' | 'actor' | 'as' | 'context'> & { event: EventOf<DecidingEvent> }):
  { decision: RequestDecision } | Refusal {
  const { type: action, ...said } = event;
  const p: Proposal = { ...said, action };
  const problems = refuseFields([...decisionProblems(p, context.at), ...optionProblems(p, facts)]);
  if (problems) return problems;
  const input = letterInput(p, facts, signatureOf(facts.summary.language, actor.name, as.actingFor), context);
  const { reasons, codes, conditions, modality, until, option } = input;
  const sources = sourcesOf(conditions, facts, facts.recommendation?.sources);
  return {
    decision: {
      ...(sources.length ? { sources } : {}),
      action,
      by: personRef(actor),
      at: context.at,
      reasons,
      codes,
      conditions,
      modality,
      until,
      requestVersion: facts.version,
      letter: composeLetter(facts, input),
      ...(as.actingFor ? { actingFor: as.actingFor } : {}),
      ...(option ? { option, ...officesOfOffer(facts, { action, option }) } : officesOfOffer(facts, { action })),
    },
  };
}

function reconsiderationStep({
  event,
  facts,
  context,
}: StepInput<'REQUEST_RECONSIDERATION'>): Recorded['REQUEST_RECONSIDERATION'] | Refusal {
  if (facts.reconsiderations > 0)
    return refuse('notReady', 'This request was reconsidered once already. You can make a new request.');
  const since = daysBetween(dayOf(facts.ended?.at ?? context.at), dayOf(context.at));
  if (since > context.clocks.reconsiderationDays)
    return refuse(
      'notReady',
      `Reconsideration can be asked for within ${context.clocks.reconsiderationDays} days of the decision; ${since} have passed. You can make a new request.`,
    );
  return (
    refuseFields(required(event.reason, 'reason', 'Say what should be looked at again, and why')) ?? {
      reason: event.reason,
    }
  );
}
const withReason = ({ event }: { event: { reason: string } }): { reason: string } | Refusal =>
  refuseFields(required(event.reason, 'reason', 'Give a reason')) ?? { reason: event.reason };

/** Steps of the panel and of the approver. */
export const DECISION_STEPS = {
  RECOMMEND: recommendStep,
  PREPARE_RECOMMENDATION: prepareStep,
  DISCARD_PREPARED: discardStep,
  REASSESS: withReason,
  APPROVE: decideStep,
  OFFER_REGIONAL_OPTION: decideStep,
  DEFER: decideStep,
  DECLINE: decideStep,
  SEND_BACK: withReason,
  CORRECT_LETTER: correctStep,
  SEND_LETTER_AGAIN: sendAgainStep,
  REOPEN: reopenStep,
  REQUEST_RECONSIDERATION: reconsiderationStep,
} satisfies { [T in RequestEventType]?: StepRule<T> };
