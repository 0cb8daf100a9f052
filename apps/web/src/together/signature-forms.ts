import { isRefusal, mayTake, partnersOf, signsOffer, type FieldProblem, type TogetherEventType } from '#domain';
import { errorOf, type Field } from '../request/field-models.js';
import { listed } from '../request/case-words.js';
import { signingAs } from '../request/submit.presenter.js';
import type { SignaturesInput } from './signatures.presenter.js';
import type { TypedSignature } from './signatures.form.js';

const DECLARATION =
  'I confirm that this request, as it stands now, is made on behalf of the United Nations country team too, and that the part of the country is correct to the best of my knowledge.';

const OPTION =
  'I confirm on behalf of the United Nations country team that our country takes part in this option as it is offered, with its days and its cost.';

/** A field of one of several forms on the page. */
type Placed = Field & { id: string };
interface Given extends SignaturesInput {
  /** The countries of this person's offices. */
  own: string[];
  may: (type: TogetherEventType) => boolean;
  hidden: Field[];
}
const hidden = (name: string, value: string) => ({ kind: 'hidden' as const, name, value });

/** The part of one country. */
function partForm(country: string, given: Given) {
  const { content, typed, refusal, names } = given;
  const part = content.sections?.coveragePlan?.find((p) => p.country === country);
  const here = typed?.step === 'EDIT_PART' && typed.country === country ? typed : null;
  const problems: readonly FieldProblem[] = here ? (refusal?.fields ?? []) : [];
  const field = (name: 'daysPerYear' | 'first' | 'shareUSD', stored: unknown, more: Partial<Field>): Placed => ({
    ...more,
    name,
    id: `${name}-${country}`,
    label: more.label!,
    value: here ? here[name] : String(stored ?? ''),
    error: errorOf(problems, name),
  });
  return {
    id: country,
    title: names.countryName(country),
    hidden: [...given.hidden, hidden('step', 'EDIT_PART'), hidden('country', country)],
    fields: [
      field('daysPerYear', part?.daysPerYear, {
        kind: 'number',
        label: 'How many days a year does the adviser have for it?',
        width: 3,
      }),
      field('shareUSD', part?.shareUSD, {
        kind: 'number',
        label: 'What does it pay of the cost of a year?',
        prefix: 'US$',
        width: 10,
        optional: true,
      }),
      field('first', part?.first, {
        kind: 'long',
        label: 'What does the adviser do there first, and why?',
        rows: 6,
        optional: true,
      }),
    ],
  };
}

const reasonField = (step: string, label: string, typed: TypedSignature | null, given: Given): Placed => ({
  kind: 'long',
  name: 'reason',
  id: `reason-${step}`,
  label,
  rows: 3,
  value: typed?.step === step ? typed.reason : '',
  error: typed?.step === step ? errorOf(given.refusal?.fields ?? [], 'reason') : undefined,
});

function signForm(given: Given) {
  const { typed, refusal, names, own, view } = given;
  const here = typed?.step === 'SIGN_TOGETHER';
  const offer = signsOffer(view.facts);
  const as = mayTake(view.facts, given.me, 'SIGN_TOGETHER');
  return {
    hidden: [...given.hidden, hidden('step', 'SIGN_TOGETHER')],
    what: offer
      ? 'the option as it is offered.'
      : 'the text as it stands now. If anybody changes it before you send this, nothing is signed and you are told.',
    as: isRefusal(as) ? '' : signingAs(as.role, as.actingFor),
    places: listed(own.filter((c) => partnersOf(view.facts).includes(c)).map((c) => names.countryName(c))),
    field: {
      kind: 'checkboxes',
      name: 'declaration',
      id: 'declaration-SIGN_TOGETHER',
      label: 'Declaration',
      options: [{ value: 'yes', text: offer ? OPTION : DECLARATION }],
      value: [],
      error: here ? errorOf(refusal?.fields ?? [], 'declaration') : undefined,
    },
  };
}

/** The forms of the page that this person can send now. */
export function signatureForms(given: Given) {
  const { own, may, typed, view, names } = given;
  const offer = signsOffer(view.facts);
  const gone = offer ? (view.facts.offerSigning!.left ?? []).map((l) => l.country) : [];
  const leaving = own.filter((c) => partnersOf(view.facts).includes(c) && !gone.includes(c));
  return {
    parts: may('EDIT_PART') ? own.map((country) => partForm(country, given)) : [],
    sign: may('SIGN_TOGETHER') ? signForm(given) : null,
    takeBack: may('TAKE_BACK_SIGNATURE')
      ? {
          hidden: [...given.hidden, hidden('step', 'TAKE_BACK_SIGNATURE')],
          field: reasonField('TAKE_BACK_SIGNATURE', 'Why do you take your signature back?', typed, given),
          open: typed?.step === 'TAKE_BACK_SIGNATURE',
        }
      : null,
    leave: may('WITHDRAW_COUNTRY')
      ? leaving.map((country) => ({
          summary: offer
            ? `${names.countryName(country)} does not take part`
            : `Withdraw ${names.countryName(country)} from this request`,
          button: offer ? 'Say that it does not take part' : `Withdraw ${names.countryName(country)}`,
          hidden: [...given.hidden, hidden('step', 'WITHDRAW_COUNTRY'), hidden('country', country)],
          field: reasonField(
            'WITHDRAW_COUNTRY',
            offer
              ? `Why does ${names.countryName(country)} not take part?`
              : `Why does ${names.countryName(country)} leave the request?`,
            typed,
            given,
          ),
          open: typed?.step === 'WITHDRAW_COUNTRY',
        }))
      : [],
  };
}
