import {
  attachedOptions,
  offerableForms,
  refuse,
  DECIDING_EVENTS,
  type DecidingEvent,
  type DecisionCode,
  type EventOf,
  type Modality,
  type Outcome,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { dateTyped, lines, many, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What the approver can do: decide in one of four ways, or send the request back to the panel. */
export type DecisionStep = DecidingEvent | 'SEND_BACK';
export type DecisionEvent = EventOf<DecisionStep>;
/** What a letter follows from. */
export type LetteredEvent = EventOf<DecidingEvent>;

/** What was typed. The fields of every kind of decision stand in one form; each takes only its own. */
export interface TypedDecision {
  action: string;
  reasons: string;
  conditions: string;
  modality: string;
  /** The party with whose advice the option came that is offered. */
  option: string;
  codes: string[];
  until: { day: string; month: string; year: string };
}

export const typedDecision = (form: Form): TypedDecision => ({
  action: one(form, 'action'),
  reasons: text(form, 'reasons'),
  conditions: text(form, 'conditions'),
  modality: one(form, 'modality'),
  option: one(form, 'option'),
  codes: many(form, 'codes'),
  until: dateTyped(form, 'until'),
});

const PROPOSED: Record<Outcome, DecidingEvent> = {
  approve: 'APPROVE',
  'approve with conditions': 'APPROVE',
  'offer regional option': 'OFFER_REGIONAL_OPTION',
  defer: 'DEFER',
  decline: 'DECLINE',
};

/** What stands in a fresh form: what the panel recommends, with its conditions; a form of support only where it can be offered. The decision itself is the approver's to choose. */
export const proposedDecision = (facts: RequestFacts): TypedDecision => ({
  action: '',
  reasons: '',
  conditions: (facts.recommendation?.conditions ?? []).join('\n'),
  modality: offerableForms(facts).find((form) => form === facts.recommendation?.modality) ?? '',
  option: attachedOptions(facts)[0]?.key ?? '',
  codes: [],
  until: { day: '', month: '', year: '' },
});
export const recommendedStep = (outcome: Outcome): DecidingEvent => PROPOSED[outcome];

/** No decision was chosen. */
export const UNCHOSEN = refuse('invalid', 'Choose what you decide.', [
  { path: 'action', message: 'Choose what you decide' },
]);
/** The letter is another one than the page showed. */
export const OTHER_WORDS = refuse(
  'stale',
  'The words of letters were changed since you read this one. Continue to read the letter as it is now; nothing was decided and nothing was sent.',
);
/** The approver's own text, for a page that gives it back. */
export const ownWords = ({ reasons, conditions }: TypedDecision) => ({ reasons, conditions });
/** The case is another one than the page showed. */
export const MOVED_ON = refuse(
  'stale',
  'This request has changed since you opened the page. Read what is new on it, then continue; nothing was decided.',
);

export const stepOf = ({ action }: TypedDecision): DecisionStep | null =>
  [...DECIDING_EVENTS, 'SEND_BACK'].find((a): a is DecisionStep => a === action) ?? null;

const two = (part: string): string => part.padStart(2, '0');
const dayIn = ({ day, month, year }: TypedDecision['until']): string => `${year}-${two(month)}-${two(day)}`;

/** What was typed as it is sent: each decision with its own fields and none of the others'. */
export function decisionOf(typed: TypedDecision, step: DecisionStep): DecisionEvent {
  const { reasons } = typed;
  const conditions = lines({ conditions: typed.conditions }, 'conditions');
  const codes = typed.codes as DecisionCode[];
  switch (step) {
    case 'APPROVE':
      return { type: step, reasons, conditions };
    case 'OFFER_REGIONAL_OPTION':
      // An option says its form of support itself.
      return typed.option
        ? { type: step, reasons, conditions, codes, option: typed.option }
        : { type: step, reasons, conditions, codes, modality: typed.modality as Modality };
    case 'DEFER':
      return { type: step, reasons, codes, until: dayIn(typed.until) };
    case 'DECLINE':
      return { type: step, reasons, codes };
    case 'SEND_BACK':
      return { type: step, reason: reasons };
  }
}

/** The field of the form that a problem is about. */
function fieldOf(path: string): string | null {
  const name = path.split('.')[0]!;
  if (name === 'until') return 'until-day';
  if (name === 'reason') return 'reasons';
  return ['reasons', 'conditions', 'modality', 'option', 'codes', 'action'].includes(name) ? name : null;
}
export const decisionErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => {
    const field = fieldOf(path);
    const said = path === 'until' ? message.replace(', such as 2027-07-15', '') : message;
    return field ? { text: said, href: `#${field}` } : { text: said };
  });

/** What was typed, as hidden fields of the page that shows the letter. */
export const carried = (typed: TypedDecision): { kind: 'hidden'; name: string; value: string }[] => [
  ...(['action', 'reasons', 'conditions', 'modality', 'option'] as const).map((name) => ({
    kind: 'hidden' as const,
    name,
    value: typed[name],
  })),
  ...typed.codes.map((value) => ({ kind: 'hidden' as const, name: 'codes', value })),
  ...(['day', 'month', 'year'] as const).map((part) => ({
    kind: 'hidden' as const,
    name: `until-${part}`,
    value: typed.until[part],
  })),
];
