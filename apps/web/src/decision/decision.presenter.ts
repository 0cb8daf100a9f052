import type { CaseView, HistoryLine, VersionView } from '#casework';
import {
  DECISION_CODES,
  EVENTS,
  isRefusal,
  letterCopies,
  lastDecision,
  LANGUAGES,
  mayTake,
  MODALITIES,
  offerableForms,
  optionBy,
  optionTotals,
  previewLetter,
  signatureOf,
  standingLetter,
  stateName,
  type Actor,
  type Letter,
  type LetterContext,
  type Modality,
  type Refusal,
  type RegionalOption,
  type RequestDecision,
  type RequestFacts,
} from '#domain';
import { money, placesWords, stationWords } from '../options/option-words.js';
import { DECISION_WORDS, inSentence, listed, partyName, placeOf, type Names } from '../request/case-words.js';
import { pageOfStep } from '../request/step-pages.js';
import { letterShown } from '../request/letter.presenter.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { agreedBy, voiceShown, type Ahead } from './approvals.presenter.js';
import { cameBack, caseSummary, recommendationWords } from './case-summary.js';
import { followsWords, groundsWords } from './defended.presenter.js';
import { decisionFields, STEP_WORDS } from './decision.fields.js';
import {
  carried,
  decisionErrors,
  recommendedStep,
  type DecisionEvent,
  type LetteredEvent,
  type TypedDecision,
} from './decision.form.js';

export interface DecisionInput {
  view: CaseView;
  version: VersionView;
  me: Actor;
  names: Names;
  typed: TypedDecision;
  /** The step that brought it back to the panel last. */
  returned?: HistoryLine | undefined;
  refusal?: Refusal | undefined;
}

function decided(facts: RequestFacts, d: RequestDecision | null) {
  return (
    d && {
      status: DECISION_WORDS[d.action],
      by: d.actingFor ? `${d.by.name}, acting for ${d.actingFor}` : d.by.name,
      on: date(d.at),
      letter: letterShown(standingLetter(d)),
      follows: [followsWords(facts, d), groundsWords(d)].filter(Boolean).join(' '),
      agreed: agreedBy(d.approvals),
      voices: (d.approvals ?? []).map(voiceShown),
    }
  );
}

/** What was decided before, the newest first: a decision that was reconsidered, reopened or refused stands beside the one that follows. */
const decidedBefore = ({ ref, decisions }: RequestFacts, inDecision: boolean) =>
  decisions
    .slice(0, inDecision ? undefined : -1)
    .map((d, i) => ({
      status: DECISION_WORDS[d.action],
      note: `${d.by.name}, ${date(d.at)}`,
      grounds: d.codes.map((code) => DECISION_CODES[code]).join('; '),
      reasons: d.reasons,
      agreed: agreedBy(d.approvals),
      letter: `${paths.letter(ref)}?decision=${i + 1}`,
    }))
    .reverse();

/** The options that came with the advice, to choose from. */
const attachedChoices = (facts: RequestFacts, names: Names) =>
  facts.consultation.flatMap((c) => {
    const option = c.advice?.option;
    if (!option) return [];
    const hint = `${partyName(c, names)}. ${placesWords(option, names)}, from ${stationWords(option, names)}; ${money(optionTotals(option).total)}.`;
    return [{ value: c.key, text: option.name, hint: { text: hint } }];
  });

function leadOf(inDecision: boolean, wasDecided: boolean, outcome: string | undefined): string {
  // What was decided stands right below, with who and when.
  if (!inDecision) return wasDecided ? '' : 'The request is not waiting for a decision.';
  return outcome ? `The panel recommends: ${inSentence(outcome)}.` : '';
}

/** What an approver can still do about a decision. */
const afterwards = (facts: RequestFacts, me: Actor) =>
  (['CORRECT_LETTER', 'REOPEN'] as const)
    .filter((type) => !isRefusal(mayTake(facts, me, type)))
    .map((type) => ({ text: EVENTS[type].label, href: pageOfStep(facts.ref, type) ?? paths.request(facts.ref) }));

/** Everything needed to decide on one page, and the form. */
export function decisionContext({ view, version, me, names, typed, returned, refusal }: DecisionInput) {
  const { facts } = view;
  const summary = caseSummary(view, version, me, names);
  const errors = refusal ? decisionErrors(refusal) : [];
  const may = mayTake(facts, me, 'APPROVE');
  const inDecision = stateName(facts.state) === 'decision';
  const due = facts.clocks.find((c) => c.group === 'decision');
  const last = recommendationWords(facts, names);
  const language = LANGUAGES[facts.summary.language];
  const recommended = facts.recommendation ? recommendedStep(facts.recommendation.outcome) : null;
  // Sending back is no decision: it stays open to an approver who had another part in the case.
  const returns = isRefusal(may) && !isRefusal(mayTake(facts, me, 'SEND_BACK'));
  return {
    title: `Decision: ${summary.place}, ${facts.ref}`,
    breadcrumbs: [
      { text: 'Requests', href: paths.requests() },
      { text: summary.place, href: paths.request(facts.ref) },
      { text: 'Decision' },
    ],
    ...(errors.length ? { errors } : {}),
    ...summary,
    lead: leadOf(inDecision, facts.decisions.length > 0, last?.outcome),
    due: due ? `Due ${date(due.dueOn)}` : '',
    last,
    open: !isRefusal(may) || returns || refusal !== undefined,
    why: isRefusal(may) && inDecision ? may.message : '',
    fields: decisionFields(typed, errors, {
      recommended,
      returnsOnly: returns,
      language,
      forms: offerableForms(facts),
      attached: attachedChoices(facts, names),
    }),
    decided: inDecision ? null : decided(facts, lastDecision(facts)),
    cameBack: cameBack(returned),
    before: decidedBefore(facts, inDecision),
    letterLanguage: language,
    letterHref: paths.letter(facts.ref),
    after: afterwards(facts, me),
  };
}

/** The rows that say once more what is about to be done. */
function summaryRows(event: DecisionEvent, modality: Modality, option: RegionalOption | null) {
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const action = row('Decision', STEP_WORDS[event.type].choose);
  if (event.type === 'SEND_BACK')
    return [action, row('Reasons', event.reason), row('Who reads them', 'The panel chair')];
  const conditions = 'conditions' in event ? (event.conditions ?? []) : null;
  const codes = 'codes' in event ? (event.codes ?? []) : [];
  return [
    action,
    ...(conditions ? [row('Form of support', MODALITIES[modality])] : []),
    ...(option ? [row('Option', `${option.name}, ${money(optionTotals(option).total)}`)] : []),
    ...('until' in event ? [row('Deferred until', date(event.until))] : []),
    ...(codes.length ? [row('Grounds', codes.map((code) => DECISION_CODES[code]).join('; '))] : []),
    ...(conditions
      ? [row('Conditions', conditions.length ? `${words(conditions.length, true)}, as the letter says` : 'None')]
      : []),
    row('Letter to', `The Resident Coordinator, with copies to the ${listed(letterCopies('en'))}`),
  ];
}

/** The line under the letter: who decides, and for whom. */
function signatureAs(facts: RequestFacts, me: Actor, { type }: DecisionEvent): string {
  const as = mayTake(facts, me, type);
  return signatureOf(facts.summary.language, me.name, isRefusal(as) ? undefined : as.actingFor);
}

/** The letter of a decision as it would be sent now, by whoever takes it. */
export const letterAhead = (facts: RequestFacts, me: Actor, event: LetteredEvent, now: LetterContext): Letter =>
  previewLetter({ ...event, action: event.type }, facts, signatureAs(facts, me, event), now);

/** The last page before a decision: what it is, and the letter as it will be sent. */
export function confirmContext(
  { view, me, names, typed }: Pick<DecisionInput, 'view' | 'me' | 'names' | 'typed'>,
  event: DecisionEvent,
  now: Pick<LetterContext, 'at' | 'clocks' | 'letterFor'>,
  { completes, otherwise }: Ahead,
) {
  const { facts } = view;
  const letter =
    event.type === 'SEND_BACK' ? null : letterAhead(facts, me, event, { ...now, countryName: names.countryName });
  const offers = event.type === 'OFFER_REGIONAL_OPTION';
  const option = offers ? optionBy(facts, event.option) : null;
  const asked = option?.modality ?? facts.recommendation?.modality ?? facts.summary.modality;
  return {
    title: letter ? 'Check the letter before you decide' : 'Send back to the panel',
    completes,
    ref: facts.ref,
    place: placeOf(facts.summary.countries, names),
    lead: !completes
      ? `${otherwise}Your decision is recorded and read by OHCHR. The letter is sent once enough approvers decide the same; it then carries the reasons of the last of them.`
      : letter
        ? 'This is the letter as it will be sent. A decision that is taken cannot be taken back.'
        : 'The panel chair recommends again; you decide after that.',
    rows: summaryRows(event, offers ? (event.modality ?? asked) : asked, option),
    letter: letter && letterShown(letter),
    carried: carried(typed),
    confirm: completes ? STEP_WORDS[event.type].confirm : 'Record your decision',
    warning: event.type === 'DECLINE',
  };
}
