import type { CaseView, EndedDelegation, Person } from '#casework';
import {
  CRITERIA,
  fingerprintOf,
  ROLES,
  VOIDED_BY_A_VERSION,
  unsigned,
  warningsBefore,
  type Assignment,
  type ClockSettings,
  type Day,
  type FieldProblem,
  type RequestContent,
  type Role,
  type RoundCall,
} from '#domain';
import { callSentence } from '../calls/call-words.js';
import { stepFields } from '../shell/act.js';
import { beforeSubmission, endorsingState } from '../endorsing/endorsed-notice.js';
import { paths } from '../shell/paths.js';
import type { PageError } from '../shell/views.js';
import { date, words } from '../shell/words.js';
import { listed, placeOf, plural, type Names } from './case-words.js';
import { corrections } from './corrections.js';
import { errorOf, type Field } from './field-models.js';
import { bySection, gapsOf, overlongOf } from './gaps.js';
import { passedWarning } from './past-start.js';
import { requestFacts } from './request-facts.js';
import { errorsOfSubmission, submittingStep, type Signing, type Submitting } from './submit.form.js';
import { summaryRows } from './summary-rows.js';
import { whatFollows } from './submitted.presenter.js';

export interface SubmitInput {
  view: CaseView;
  content: RequestContent;
  /** The assignment by which this person signs; null where somebody else has to. */
  signs: Assignment | null;
  signers: (Person & { role: Role; actingFor: string | null })[];
  /** A delegation by which this person signed until a short while ago. */
  ended?: EndedDelegation | null;
  signerName: string;
  typed: Signing;
  problems?: FieldProblem[];
  /** Why the whole was refused, where it was no answer. */
  trouble?: string;
  names: Names;
  clocks: ClockSettings;
  today: Day;
  /** The calls whose days were set. */
  calls: readonly RoundCall[];
}

const DECLARATION =
  'I confirm that this request is made on behalf of the United Nations country team, that the heads of agency named in it have stated the positions given, and that it is correct to the best of my knowledge.';

/** By what right somebody signs, in words. */
export const signingAs = (role: Role, actingFor: string | null | undefined): string =>
  actingFor ? `${ROLES[role]}, acting for ${actingFor}` : ROLES[role];

function formOf(input: SubmitInput, gaps: number): Field[] {
  const { typed, problems = [], view } = input;
  const step = submittingStep(view.facts);
  const note: Field = {
    kind: 'long',
    name: 'note',
    ...(step === 'AMEND'
      ? {
          label: 'What did you change, and why?',
          hint: 'This answers the question. Everybody who may read the request reads it.',
        }
      : { label: 'What did you change?', hint: 'For the desk officer, who checks it again.', optional: true }),
    value: typed.note,
    rows: 4,
    error: errorOf(problems, 'note'),
  };
  const reason: Field = {
    kind: 'long',
    name: 'gapsReason',
    label: `Why is it submitted ${gaps === 1 ? 'without this answer' : 'without these answers'}?`,
    hint: 'Reviewers read this reason with the request.',
    value: typed.gapsReason,
    rows: 4,
    error: errorOf(problems, 'gapsReason'),
  };
  const declaration: Field = {
    kind: 'checkboxes',
    name: 'declaration',
    label: 'Declaration',
    options: [{ value: 'yes', text: DECLARATION }],
    value: typed.declaration ? ['yes'] : [],
    error: errorOf(problems, 'declaration'),
  };
  return [...(step === 'SUBMIT' ? [] : [note]), ...(gaps ? [reason] : []), declaration];
}

const ownScores = ({ selfAssessment: own = {} }: RequestContent): string => {
  const scores = CRITERIA.map((key) => own[key]?.score ?? null);
  return scores.every((s) => s === null)
    ? 'None given'
    : `${scores.map((s) => s ?? '–').join(', ')} for the five criteria`;
};

function documentsOf({ facts }: CaseView): string {
  const n = facts.documents.length;
  return n ? `${words(n, true)} ${plural(n, 'document', 'documents')}` : 'None';
}

function waitsFor({ signers, view, names }: SubmitInput): { lead: string; people: string[]; signatures?: string } {
  const people = signers.map((p) => `${p.name}, ${signingAs(p.role, p.actingFor)}`);
  const waiting = view.facts.together ? unsigned(view.facts) : [];
  if (waiting.length)
    return {
      lead: `The request can be submitted once every other coordinator has signed the text as it stands. Still to sign: ${listed(waiting.map((c) => names.countryName(c)))}.`,
      people,
      signatures: paths.signatures(view.facts.ref),
    };
  const lead = people.length
    ? 'You cannot sign this request yourself. It waits for:'
    : 'You cannot sign this request yourself, and nobody holds the assignment that is needed to sign it. Ask the help desk.';
  return { lead: view.facts.version ? lead.replace('this request', 'the corrected request') : lead, people };
}

/** That somebody signed for the coordinator until midnight of the duty station, and does not any more. */
const endedWords = ({ actingFor, until, zone }: EndedDelegation): string =>
  `You acted for ${actingFor} until midnight of ${date(until)}${zone ? ` by the clock of the duty station (${zone})` : ' UTC'}. That is over; what you signed until then stays signed.`;

/** What is submitted, in short. */
function summaryOf({ view, content, names }: SubmitInput) {
  const endorsing = endorsingState(view.facts);
  return summaryRows([
    { label: 'Title', value: view.facts.summary.title },
    ...requestFacts(view.facts, content, names),
    { label: 'Documents', value: documentsOf(view) },
    ...(endorsing ? [{ label: 'Endorsements', value: endorsing.text }] : []),
    { label: 'Own scores', value: ownScores(content) },
  ]);
}

/** The summary of what is wrong goes down the page, as its reader does. */
function errorsDown(fields: Field[], { view, problems = [], trouble }: SubmitInput): PageError[] {
  const order = fields.map((f) => f.name);
  const sorted = [...problems].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  return [...(trouble ? [{ text: trouble }] : []), ...errorsOfSubmission(view.facts.ref, sorted)];
}

/** By what the text that is signed is known again. */
const hiddenOf = ({ view, content }: SubmitInput) => [
  ...stepFields(view.revision),
  { kind: 'hidden', name: 'drawn', value: fingerprintOf(content, view.facts.documents) },
];

/** The words of each kind of submission. */
function wordsOf(step: Submitting, { view, clocks }: SubmitInput) {
  const { ref, version } = view.facts;
  if (step !== 'AMEND') {
    const again = step === 'RESUBMIT';
    return {
      heading: again ? 'Submit the request again' : 'Submit the request',
      button: again ? 'Sign and submit again' : 'Sign and submit',
      follows: whatFollows(view.facts, clocks),
      amends: null,
    };
  }
  return {
    heading: `Submit the change as version ${version + 1}`,
    button: `Sign and submit version ${version + 1}`,
    follows: [
      `Version ${version + 1} takes the place of version ${version}, and answers the question. Version ${version} is kept.`,
      'Those who score the request, those who advise on it and the desk officer are told that there is a new version.',
      'The clock of the review runs again, unless another question waits for you.',
    ],
    amends: {
      words: VOIDED_BY_A_VERSION,
      link: { text: `Compare it with version ${version}`, href: paths.changeInHand(ref) },
    },
  };
}

/** What is told before the signature; none of it stands against it. */
const warningsOf = ({ view, content, today }: SubmitInput): string[] => [
  ...passedWarning(content.requestedStart, today),
  ...warningsBefore(view.facts, content),
  ...beforeSubmission(view.facts),
];

/** The page on which a request is signed and submitted. */
export function submitPage(input: SubmitInput) {
  const { view, content, names, signs } = input;
  const { ref, summary } = view.facts;
  const said = wordsOf(submittingStep(view.facts), input);
  const gaps = gapsOf(view.facts, content);
  const overlong = overlongOf(ref, content);
  const fields = formOf(input, gaps.length);
  const place = placeOf(summary.countries, names);
  const errors = errorsDown(fields, input);
  return {
    ...said,
    title: `${said.heading}: ${place}`,
    eyebrow: `${ref}, ${place}`,
    breadcrumbs: [
      { text: 'Your work', href: paths.home() },
      { text: place, href: paths.request(ref) },
      { text: 'Check', href: paths.check(ref) },
      { text: 'Submit' },
    ],
    summary: summaryOf(input),
    // What was submitted once keeps its round.
    call: view.facts.version > 0 ? '' : callSentence(summary.track, input.today, input.calls),
    full: paths.full(ref),
    change: paths.details(ref),
    corrections: corrections(view.facts),
    warnings: warningsOf(input),
    gaps: { count: gaps.length, sections: bySection(gaps) },
    overlong: { count: overlong.length, sections: bySection(overlong) },
    maySign: signs !== null && overlong.length === 0,
    signature: signs ? { name: input.signerName, as: signingAs(signs.role, signs.actingFor) } : null,
    waits: signs ? null : { ...waitsFor(input), ...(input.ended ? { ended: endedWords(input.ended) } : {}) },
    fields,
    hidden: hiddenOf(input),
    back: { text: 'Back to the check', href: paths.check(ref) },
    ...(errors.length ? { errors } : {}),
  };
}
