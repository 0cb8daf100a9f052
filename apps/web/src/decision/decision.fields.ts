import { DECISION_CODES, MODALITIES, type DecidingEvent, type Modality } from '#domain';
import type { PageError } from '../shell/views.js';
import type { DecisionStep, TypedDecision } from './decision.form.js';

/** The words of each step in the form and on the button of the last page. */
export const STEP_WORDS: Record<DecisionStep, { choose: string; hint: string; confirm: string }> = {
  APPROVE: {
    choose: 'Approve',
    hint: 'As the panel recommends, or with other conditions.',
    confirm: 'Approve and send the letter',
  },
  OFFER_REGIONAL_OPTION: {
    choose: 'Offer a regional option',
    hint: 'In place of the post that was asked for. The Resident Coordinator accepts or refuses.',
    confirm: 'Offer the regional option and send the letter',
  },
  DEFER: {
    choose: 'Defer',
    hint: 'Until a day on which the desk officer takes it up again.',
    confirm: 'Defer and send the letter',
  },
  DECLINE: {
    choose: 'Decline',
    hint: 'On stated grounds. Reconsideration can be asked for once.',
    confirm: 'Decline and send the letter',
  },
  SEND_BACK: {
    choose: 'Send back to the panel',
    hint: 'No decision and no letter: the panel chair recommends again.',
    confirm: 'Send back to the panel',
  },
};

type At = (field: string) => string | undefined;

function actionField(
  value: string,
  error: string | undefined,
  recommended: DecidingEvent | null,
  returnsOnly: boolean,
) {
  const hint = (step: string, said: string) =>
    step === recommended ? `${said} This is what the panel recommends.` : said;
  const options = Object.entries(STEP_WORDS)
    .filter(([step]) => !returnsOnly || step === 'SEND_BACK')
    .map(([step, w]) => ({ value: step, text: w.choose, hint: { text: hint(step, w.hint) } }));
  return { kind: 'radios', name: 'action', label: 'What do you decide?', value, error, options };
}

/** Which of the options is offered that came with the advice. */
const optionField = ({ option }: TypedDecision, attached: NonNullable<FormOf['attached']>, at: At) => ({
  kind: 'radios',
  name: 'option',
  label: 'Which option do you offer?',
  hint: 'The letter says its countries, days, duty station and cost. If it is accepted, the post is opened by it.',
  value: option,
  error: at('option'),
  options: [...attached, { value: '', text: 'None of these; a form of support without an option' }],
});

const modalityField = ({ modality }: TypedDecision, at: At, forms: readonly Modality[], hint?: string) => ({
  kind: 'select',
  name: 'modality',
  label: 'Form of support that is offered',
  ...(hint ? { hint } : {}),
  value: modality,
  error: at('modality'),
  options: [
    { value: '', text: 'Choose a form of support' },
    ...forms.map((form) => ({ value: form, text: MODALITIES[form] })),
  ],
});

const untilField = ({ until }: TypedDecision, at: At) => ({
  kind: 'date',
  name: 'until',
  label: 'Until when is it deferred?',
  hint: 'Within the next two years.',
  value: until,
  error: at('until-day'),
});

const codesField = ({ codes }: TypedDecision, at: At) => ({
  kind: 'checkboxes',
  name: 'codes',
  label: 'Grounds',
  hint: 'At least one when you decline. They stand in the letter.',
  small: true,
  value: codes,
  error: at('codes'),
  options: Object.entries(DECISION_CODES)
    .filter(([value]) => value !== 'OFFER_REFUSED')
    .map(([value, label]) => ({ value, text: label })),
});

const conditionsField = ({ conditions }: TypedDecision, at: At) => ({
  kind: 'long',
  name: 'conditions',
  label: 'Conditions',
  optional: true,
  hint: 'One on each line. Those that the panel recommends are filled in.',
  rows: 4,
  value: conditions,
  error: at('conditions'),
});

const reasonsField = ({ reasons }: TypedDecision, at: At, language: string) => ({
  kind: 'long',
  name: 'reasons',
  label: 'Reasons',
  hint: `They go into the letter as you write them, so write them in ${language}. When you send it back, the panel chair alone reads them.`,
  rows: 8,
  value: reasons,
  error: at('reasons'),
});

/** What the form of this approver is drawn with. */
export interface FormOf {
  /** What the panel recommends. */
  recommended: DecidingEvent | null;
  /** The approver may send the request back and not decide it. */
  returnsOnly: boolean;
  /** The language of the letter. */
  language: string;
  /** The forms of support that can be offered in place of the post. */
  forms: readonly Modality[];
  /** The options that came with the advice, by party. */
  attached?: readonly { value: string; text: string; hint: { text: string } }[];
}

/** The fields of the form. `for` says with which decisions a field is shown; without style sheets all of them stand there. */
export function decisionFields(
  typed: TypedDecision,
  errors: PageError[],
  { recommended, returnsOnly, language, forms, attached = [] }: FormOf,
): { for: string; field: { kind: string; name: string } & Record<string, unknown> }[] {
  const at: At = (id) => errors.find((e) => e.href === `#${id}`)?.text;
  return [
    { for: '', field: actionField(typed.action, at('action'), recommended, returnsOnly) },
    ...(attached.length ? [{ for: 'OFFER_REGIONAL_OPTION', field: optionField(typed, attached, at) }] : []),
    {
      for: 'OFFER_REGIONAL_OPTION',
      field: modalityField(
        typed,
        at,
        forms,
        attached.length ? 'Only where you offer none of the options above.' : undefined,
      ),
    },
    { for: 'DEFER', field: untilField(typed, at) },
    { for: 'DECLINE DEFER OFFER_REGIONAL_OPTION', field: codesField(typed, at) },
    { for: 'APPROVE OFFER_REGIONAL_OPTION', field: conditionsField(typed, at) },
    { for: '', field: reasonsField(typed, at, language) },
  ];
}
