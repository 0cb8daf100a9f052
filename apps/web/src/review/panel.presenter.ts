import type { CaseView, HistoryLine } from '#casework';
import {
  isActive,
  assessmentView,
  availableActions,
  type Actor,
  type AssessmentView,
  type Recorded,
  type Refusal,
  type RequestEventType,
  type RequestFacts,
  type Severity,
} from '#domain';
import { caseFrame } from '../request/case-frame.js';
import { listed, type Names, type Status } from '../request/case-words.js';
import type { Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { assessmentOfPanel } from './assessment.presenter.js';
import {
  discussionClosed,
  discussionErrors,
  discussionForm,
  messagesOf,
  revisedWords,
} from './discussion.presenter.js';
import { moderationSentence } from './moderation.js';
import { robustnessShown } from './robustness.presenter.js';
import { ownClock } from './own-clock.js';
import { ownCounting, revisionFields, typedRevision } from './revise.form.js';
import { sheetErrors } from './score.form.js';
import { severityShown } from './severity.presenter.js';

export interface PanelInput {
  view: CaseView;
  me: Actor;
  names: Names;
  today: string;
  /** The last line of the record that sent the request back to the reviewers. */
  sentBack: HistoryLine | undefined;
  /** What was said of the revealed scores, and when they were revised, newest first. */
  discussed: HistoryLine[];
  /** How the reviewers score against others; empty for who is not the chair. */
  severities?: Severity[];
  /** That nobody can settle the scores. */
  unsettled?: string;
  form?: Form | undefined;
  refusal?: Refusal | undefined;
  /** The criterion that the address asks to discuss. */
  about?: string | undefined;
}

const STATES: Record<AssessmentView['reviewers'][number]['state'], Status> = {
  appointed: { text: 'Has to declare interests', tone: 'amber' },
  cleared: { text: 'No conflict, is scoring', tone: 'blue' },
  scored: { text: 'Finished', tone: 'plain' },
  conflicted: { text: 'Conflict of interest', tone: 'grey' },
  declined: { text: 'Declined', tone: 'grey' },
  released: { text: 'Released', tone: 'grey' },
};

/** Who is appointed and how far they are; what they scored stays closed. */
function progress(facts: RequestFacts, view: AssessmentView) {
  return view.reviewers.map((r) => {
    const found = facts.reviewers.find((x) => x.person.id === r.person.id)!;
    const clock = ownClock(facts, r.person.id);
    return {
      reviewer: r.own ? { text: r.person.name, note: 'You' } : r.person.name,
      appointed: new Date(found.appointedAt),
      state: STATES[r.state],
      due: clock && clock.stoppedWith === null ? new Date(clock.dueOn) : null,
    };
  });
}

function blindSentence(facts: RequestFacts, view: AssessmentView): string {
  const active = view.reviewers.filter(isActive);
  const done = active.filter((r) => r.state === 'scored').length;
  const minimum = facts.framework?.minimumReviewers ?? 2;
  if (active.length === 0) return 'No reviewer is appointed.';
  const short =
    active.length < minimum ? ` At least ${words(minimum)} have to score before the scores can be revealed.` : '';
  const finished =
    active.length === 1
      ? `The one reviewer has ${done === 1 ? '' : 'not yet '}finished`
      : `${done === 0 ? 'None' : words(done, true)} of ${words(active.length)} reviewers ${done === 1 ? 'has' : 'have'} finished`;
  return `${finished}. Nobody sees a score of another before all are in and revealed.${short}`;
}

/** The form in which a reviewer revises; null for everybody who cannot. */
function revision({ view, me, form, refusal }: PanelInput, assessment: AssessmentView) {
  const may = availableActions(view.facts, me).some((a) => a.type === 'REVISE' && a.allowed);
  if (!may && !(refusal && form?.do === 'REVISE')) return null;
  const typed = typedRevision(form?.do === 'REVISE' ? form : null, ownCounting(assessment));
  return { open: form?.do === 'REVISE', criteria: revisionFields(view.facts.framework!, typed, refusal) };
}

/** What this person can do here, and where it helps, why not. */
function doing(facts: RequestFacts, me: Actor) {
  const actions = availableActions(facts, me);
  const of = (type: RequestEventType) => actions.find((a) => a.type === type);
  const [reveal, settle] = [of('REVEAL'), of('SETTLE')];
  return {
    reveal: reveal?.allowed === true,
    notYet: reveal && !reveal.allowed && reveal.code === 'notReady' ? reveal.reason : '',
    settle: settle?.allowed ? paths.settle(facts.ref) : null,
    settlesNot: settle && !settle.allowed && settle.code === 'separationOfDuties' ? settle.reason : '',
    appoint: of('APPOINT')?.allowed ? paths.reviewers(facts.ref) : null,
    ask: of('ASK')?.allowed ? paths.messages(facts.ref) : null,
    own: of('SCORE')?.allowed ? paths.review(facts.ref) : null,
    recommend: of('RECOMMEND')?.allowed ? paths.recommend(facts.ref) : null,
  };
}

/** Which version a reviewer scored, where the request has changed since. */
function scoredOn({ reviewers, version }: RequestFacts, id: string): string {
  const on = reviewers.find((r) => r.person.id === id)?.requestVersion ?? version;
  return on < version ? `Scored on version ${on}` : '';
}

/** That the scores are about an earlier version, in a sentence; null where they are about the one that stands. */
function outdatedScores({ ref, reviewers, version }: RequestFacts) {
  const before = reviewers.filter((r) => r.state === 'scored' && (r.requestVersion ?? version) < version);
  if (before.length === 0) return null;
  const first = Math.min(...before.map((r) => r.requestVersion!));
  const again = before.filter((r) => r.revisedVersion === version).map((r) => r.person.name);
  const revised = again.length ? ` Revised after reading it: ${listed(again)}.` : ' Nobody has revised them since.';
  return {
    words: `Version ${version} came after the scores were revealed. They stand for version ${first}, and can be revised until they are settled.${revised}`,
    link: { text: 'Read what changed', href: paths.changes(ref, version, first) },
  };
}

/** What was said of each criterion, and when its scores were revised, beside the scores. */
function withDiscussion(
  revealed: NonNullable<ReturnType<typeof assessmentOfPanel>>,
  { view, discussed, me }: PanelInput,
) {
  const messages = messagesOf(discussed, me, view.facts);
  return {
    ...revealed,
    outdated: outdatedScores(view.facts),
    criteria: revealed.criteria.map((c) => ({
      ...c,
      messages: messages.on(c.key),
      said: c.said.map((s) => ({
        ...s,
        revisedOn: s.revised ? revisedWords(discussed, s.id, c.key) : '',
        onVersion: scoredOn(view.facts, s.id),
      })),
    })),
  };
}

/** The discussion of the whole, and the form that adds to it. */
function discussion({ view, me, discussed, form, refusal, about }: PanelInput) {
  const { facts } = view;
  const typed = form?.do === 'DISCUSS' ? form : null;
  const messages = messagesOf(discussed, me, facts);
  return {
    messages: messages.on(null),
    count: messages.count,
    earlier: messages.earlier,
    record: `${paths.history(facts.ref)}?kind=scoring`,
    form: discussionForm({ facts, me, form: typed, about: about ?? '', refusal: typed ? refusal : undefined }),
    closed: discussionClosed(facts, me),
    here: paths.requestReviews(facts.ref),
  };
}

const errorsOf = ({ form, refusal }: PanelInput) =>
  refusal ? { errors: form?.do === 'DISCUSS' ? discussionErrors(refusal) : sheetErrors(refusal) } : {};

/** What counts, before what the reviewers gave. */
const settledAt = ({ settledTotal }: { settledTotal: string }): string =>
  settledTotal && settledTotal !== '–' ? `Settled at ${settledTotal} of 100. ` : '';

/** When the scores were revealed, and by which criteria they were given. */
const revealedWords = ({ revealedAt, framework }: RequestFacts) => ({
  revealedOn: revealedAt ? date(revealedAt) : '',
  criteria: framework!.version,
});

/** The reviews of a request: who is how far while they are blind, everything side by side once they are revealed. */
export function panelContext(input: PanelInput) {
  const { view, me, names, today, sentBack } = input;
  const { facts } = view;
  const frame = caseFrame(view, 'reviews', names);
  const assessment = assessmentView(me, facts)!;
  const revealed = assessmentOfPanel(assessment, facts.framework!);
  const robustness = robustnessShown(assessment, facts);
  const links = doing(facts, me);
  const primary = links.settle
    ? { text: 'Settle the scores', href: links.settle }
    : links.recommend
      ? { text: 'Recommend', href: links.recommend }
      : links.own
        ? { text: 'Go to your scores', href: links.own }
        : null;
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    ...errorsOf(input),
    frame,
    today,
    ref: facts.ref,
    lead: revealed ? `${settledAt(revealed)}${revealed.sentence}` : blindSentence(facts, assessment),
    actions: primary ? [primary] : [],
    links: { ...links, settlesNot: input.unsettled || links.settlesNot },
    reviewers: progress(facts, assessment),
    assessment: revealed && withDiscussion(revealed, input),
    robustness,
    severity: severityShown(input.severities ?? [], facts),
    discussion: revealed && discussion(input),
    moderation: moderationSentence(facts),
    ...revealedWords(facts),
    sentBack: sentBack && {
      by: sentBack.actorName,
      on: date(sentBack.at),
      reason: (sentBack.data as Recorded['REASSESS']).reason,
    },
    revision: revision(input, assessment),
  };
}
