import {
  MODALITIES,
  OUTCOMES,
  type EventOf,
  type Modality,
  type Outcome,
  type PreparedRecommendation,
  type Refusal,
  type RequestFacts,
} from '#domain';
import { OUTCOME_WORDS } from '../request/case-words.js';
import { heardAs, heardErrors, proposedHeard, typedHeard, type TypedHeard } from './heard.form.js';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What the chair typed: a recommendation, or why the request goes back to the reviewers. */
export interface TypedRecommendation {
  outcome: string;
  modality: string;
  conditions: string;
  reasons: string;
  /** Why it goes back, or is taken up again. */
  reason: string;
  /** What becomes of each condition of the advice. */
  heard: TypedHeard[];
}
export type RecommendationStep =
  'RECOMMEND' | 'PREPARE_RECOMMENDATION' | 'DISCARD_PREPARED' | 'REASSESS' | 'RECONSIDER';
const STEPS: readonly string[] = ['PREPARE_RECOMMENDATION', 'DISCARD_PREPARED', 'REASSESS', 'RECONSIDER'];

export const stepIn = (form: Form): RecommendationStep => {
  const step = one(form, 'do');
  return STEPS.includes(step) ? (step as RecommendationStep) : 'RECOMMEND';
};

export const typedRecommendation = (form: Form): TypedRecommendation => ({
  outcome: one(form, 'outcome'),
  modality: one(form, 'modality'),
  conditions: text(form, 'conditions'),
  reasons: text(form, 'reasons'),
  reason: text(form, 'reason'),
  heard: typedHeard(form),
});

/** What stands in a fresh form: what was prepared, the last recommendation where the request came back, else what was asked for. */
export function proposedRecommendation(
  facts: RequestFacts,
  prepared: PreparedRecommendation | null = null,
): TypedRecommendation {
  const last = { ...facts, recommendation: prepared ?? facts.recommendation };
  return { ...proposed(last), heard: proposedHeard(last) };
}
const proposed = ({ recommendation: last, summary }: RequestFacts) => ({
  outcome: last?.outcome ?? '',
  modality: last?.modality ?? summary.modality,
  // What an advice asks for in other words stands beside it.
  conditions: (last?.conditions ?? []).filter((c) => !last?.sources?.some((s) => s.of && s.condition === c)).join('\n'),
  reasons: last?.reasons ?? '',
  reason: '',
});

/** What was typed as it is sent. */
export function recommendationOf(step: RecommendationStep, typed: TypedRecommendation): EventOf<RecommendationStep> {
  if (step === 'DISCARD_PREPARED') return { type: step };
  if (step === 'REASSESS') return { type: 'REASSESS', reason: typed.reason };
  if (step === 'RECONSIDER') return { type: 'RECONSIDER', ...(typed.reason ? { reason: typed.reason } : {}) };
  return {
    type: step,
    outcome: typed.outcome as Outcome,
    modality: typed.modality as Modality,
    ...heardAs(lines({ conditions: typed.conditions }, 'conditions'), typed.heard),
    reasons: typed.reasons,
  };
}

/** The problems at their fields. */
export const fieldErrors = (refusal: Refusal, heard: TypedHeard[] = []): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(
    ({ path, message }) =>
      heardErrors(path, message, heard) ??
      (path ? { text: message, href: `#${path.split('.')[0]}` } : { text: message }),
  );

const modalityOptions = Object.entries(MODALITIES).map(([value, label]) => ({ value, text: label }));

/** The fields of a recommendation. */
export function recommendationFields(typed: TypedRecommendation, errors: PageError[]) {
  const at = (id: string) => errors.find((e) => e.href === `#${id}`)?.text;
  return [
    {
      kind: 'radios',
      name: 'outcome',
      label: 'What do you recommend?',
      value: typed.outcome,
      error: at('outcome'),
      options: OUTCOMES.map((value) => ({ value, text: OUTCOME_WORDS[value] })),
    },
    {
      kind: 'select',
      name: 'modality',
      label: 'Form of support',
      value: typed.modality,
      error: at('modality'),
      options: modalityOptions,
    },
    {
      kind: 'long',
      name: 'conditions',
      label: 'Conditions',
      optional: typed.outcome !== 'approve with conditions',
      hint: 'One on each line. The approver finds them filled in and can change them.',
      rows: 4,
      value: typed.conditions,
      error: at('conditions'),
    },
    {
      kind: 'long',
      name: 'reasons',
      label: 'Reasons',
      hint: 'For the approver: what weighs most, and what is open.',
      rows: 8,
      value: typed.reasons,
      error: at('reasons'),
    },
  ];
}

/** The field with which a request goes back or is taken up again. */
export const reasonField = (step: RecommendationStep, typed: TypedRecommendation, errors: PageError[]) => ({
  kind: 'long',
  name: 'reason',
  label: step === 'RECONSIDER' ? 'Why it is taken up again' : 'What the reviewers should look at again',
  optional: step === 'RECONSIDER',
  rows: 4,
  value: typed.reason,
  error: errors.find((e) => e.href === '#reason')?.text,
});
