import type { CaseView, HistoryLine, HolderAway, MailLine, Passage, Person, SignedIn } from '#casework';
import {
  isActive,
  approvedModality,
  assessmentView,
  CRITERIA,
  CRITERION_NAMES,
  DECISION_CODES,
  earlierAdvice,
  isRcSide,
  lastDecision,
  mayBeChanged,
  MODALITIES,
  OUTCOMES,
  stateName,
  type Consultee,
  type Criterion,
  type DecisionCode,
  type RequestContent,
  type RequestDecision,
  type RequestFacts,
} from '#domain';
import { withSource } from '../advice/outcome-of-advice.js';
import { soFar } from '../decision/approvals.presenter.js';
import { attachedOption } from '../options/option-words.js';
import { endorsingState } from '../endorsing/endorsed-notice.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { assessmentOfCase } from './assessment.presenter.js';
import { actionsFor } from './case-actions.js';
import { caseFrame } from './case-frame.js';
import {
  DECISION_WORDS,
  OUTCOME_WORDS,
  plural,
  partyName,
  POSITION_WORDS,
  silenceWords,
  type Names,
} from './case-words.js';
import { openWords, presentWords, type Beside } from '../together/beside.js';
import { corrections } from './corrections.js';
import { draftProgress, type DraftProgress, type Submitted } from './draft.presenter.js';
import { historyItems } from './history-items.js';
import { mailLines } from './mail-lines.js';
import { progressOfCase, type Times } from './progress.presenter.js';
import { aboutCase, approvedInstead, requestFacts, type Fact } from './request-facts.js';
import { timeLink } from '../timing/time.presenter.js';
import { savedLine } from './saved-line.js';
import { hasTextInWork } from './text-in-work.js';
import { nudgesBeside } from './nudge.presenter.js';
import { heldSoFar, holdings, standing } from './standing.presenter.js';

/** Everything that the page of a request is drawn from. */
export interface RequestPageInput {
  view: CaseView;
  me: SignedIn;
  content: RequestContent;
  /** The last version, for who corrects it. */
  submitted?: Submitted | undefined;
  history: HistoryLine[];
  passages: Passage[];
  /** Null where the person has no part in the mails of the case. */
  mails: MailLine[] | null;
  deskOfficers: Person[];
  /** What the office says about its questions, and who is in which section. */
  beside?: Beside;
  /** Who could still decide, for OHCHR, once one of several approvers has. */
  stillToDecide?: string[] | null;
  /** That nobody can settle the scores, for OHCHR. */
  unsettled?: string;
  /** The post that it has led to, where this person may know of it. */
  post?: string | null;
  /** The request from whose text it was begun, where this person may read that one too. */
  begunFrom?: string | null;
  /** Who is away of those who hold its clocks, by the key of the clock. */
  away?: Map<string, HolderAway>;
  names: Names;
  times: Times;
  now: Date;
}

const HISTORY_TEXT = 280;

function adviceOf(consultee: Consultee, facts: RequestFacts, names: Names) {
  const from = partyName(consultee, names);
  const { advice } = consultee;
  if (advice)
    return {
      from,
      position: POSITION_WORDS[advice.position],
      text: advice.text,
      conditions: advice.conditions,
      option: advice.option ? attachedOption(advice.option, names) : null,
      by: `${advice.by.name}, ${date(advice.at)}${advice.late ? ', after the due date' : ''}${facts.version > 1 ? `, on version ${advice.requestVersion}` : ''}`,
    };
  const clock = facts.clocks.find((c) => c.group === 'consultation' && c.key.endsWith(consultee.key));
  const silence =
    consultee.state === 'silent'
      ? silenceWords(consultee, facts)
      : consultee.state === 'withdrawn'
        ? 'OHCHR took the question back before there was an answer.'
        : clock
          ? `Awaited until ${date(clock.dueOn)}.`
          : 'Will be asked once the request is accepted as complete.';
  const earlier = earlierAdvice(consultee).at(-1);
  const before = earlier
    ? ` Before that, on version ${earlier.requestVersion}: ${POSITION_WORDS[earlier.position]}.`
    : '';
  return { from, position: null, text: '', conditions: [], option: null, by: `${silence}${before}` };
}

/** That a decision was set aside, and how; empty while it stands, or where a step followed that sets nothing aside. */
function setAside({ decisions, reopened = [], state }: RequestFacts, index: number): string {
  const [d, next] = [decisions[index]!, decisions[index + 1]];
  // The last one stands unless the request is being judged again.
  if (!next && !['assessment', 'recommendation', 'decision'].includes(stateName(state))) return '';
  const by = reopened.find(({ at }) => at >= d.at && (!next || at <= next.at));
  if (by) return `It holds no longer: the request was reopened on ${date(by.at)}, and is decided anew.`;
  // Nothing else leads on from a refusal, or from an offer that was refused.
  if (!['DECLINE', 'OFFER_REGIONAL_OPTION'].includes(d.action)) return '';
  return `Reconsideration was asked for, and the request ${next ? 'was' : 'is'} decided anew.`;
}

/** The criterion that a ground of a decision is about; other grounds are about none. */
const ABOUT: Partial<Record<DecisionCode, Criterion>> = {
  OWNERSHIP_NOT_SHOWN: 'ownership',
  ENVIRONMENT_NOT_ENABLING: 'enablingEnvironment',
  NO_STRATEGIC_OPPORTUNITY: 'strategicOpportunities',
  SUSTAINABILITY_NOT_SHOWN: 'sustainability',
  NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION: 'sustainability',
  COMMITMENT_NOT_SHOWN: 'commitment',
};

/** The grounds of a decision: those about a criterion under its name, then the others. */
function groundsOf({ codes }: RequestDecision) {
  const words = (of: (code: DecisionCode) => boolean) => codes.filter(of).map((c) => DECISION_CODES[c]);
  return {
    byCriterion: CRITERIA.map((key) => ({ label: CRITERION_NAMES[key], lines: words((c) => ABOUT[c] === key) })).filter(
      ({ lines }) => lines.length > 0,
    ),
    grounds: words((c) => c !== 'OTHER' && !ABOUT[c]),
  };
}

function decisionOf(d: RequestDecision, facts: RequestFacts, index: number, names: Names) {
  const latest = index === facts.decisions.length - 1;
  return {
    status: DECISION_WORDS[d.action],
    on: date(d.at),
    by: d.actingFor ? `${d.by.name}, acting for ${d.actingFor}` : d.by.name,
    aside: setAside(facts, index),
    support: d.action === 'DECLINE' || d.action === 'DEFER' ? '' : MODALITIES[d.modality],
    until: d.until ? date(d.until) : '',
    ...groundsOf(d),
    reasons: d.reasons,
    conditions: d.conditions.map((c) => withSource(c, d.sources, facts, names)),
    letter: latest ? paths.letter(facts.ref) : `${paths.letter(facts.ref)}?decision=${index + 1}`,
    pdf: latest ? paths.letterPdf(facts.ref) : `${paths.letterPdf(facts.ref)}?decision=${index + 1}`,
  };
}

function recommendationOf({ view }: RequestPageInput) {
  const { recommendation: r } = view.facts;
  if (!r || !view.tiers.has('assessment') || !OUTCOMES.includes(r.outcome)) return null;
  const decided = lastDecision(view.facts);
  if (decided && decided.at >= r.at) return null;
  return {
    outcome: OUTCOME_WORDS[r.outcome],
    support: MODALITIES[r.modality],
    conditions: r.conditions,
    reasons: r.reasons,
    by: `${r.by.name}, ${date(r.at)}`,
  };
}

/** Rows that only who assesses, or only the case itself, adds to what the request says. */
function moreFacts({ view }: RequestPageInput): Fact[] {
  const { facts, tiers } = view;
  const reviewers = facts.reviewers.filter(isActive);
  const conflicts = facts.reviewers.length - reviewers.length;
  const found = conflicts
    ? `, ${words(conflicts)} ${plural(conflicts, 'other', 'others')} stood back`
    : ', no conflict of interest';
  const declared = reviewers.every((r) => r.state !== 'appointed');
  return [
    { label: 'Approved', value: approvedInstead(facts) && MODALITIES[approvedModality(facts)!] },
    { label: 'Submitted', value: facts.submittedAt ? date(facts.submittedAt) : '' },
    { label: 'Version', value: facts.version > 1 ? `${facts.version} of ${facts.version}` : '' },
    {
      label: 'Reviewers',
      value:
        tiers.has('assessment') && reviewers.length
          ? `${words(reviewers.length, true)}${declared || conflicts ? found : ''}`
          : '',
    },
  ];
}

function returnedOf(facts: RequestFacts, maySections: boolean) {
  const found = stateName(facts.state) === 'returned' ? corrections(facts) : null;
  if (!found) return null;
  return {
    on: facts.returned ? date(facts.returned.at) : '',
    codes: found.codes,
    items: found.items.map(({ text, section }) => ({
      text,
      section: section ? (maySections ? section : { text: section.text }) : null,
    })),
  };
}

const commentsLink = (ref: string, { comments }: Beside) => {
  const open = comments.filter((c) => !c.resolved).length;
  const text = open ? `${words(open, true)} open ${plural(open, 'comment', 'comments')}` : 'Comments';
  return { href: paths.comments(ref), text: `${text} of your office` };
};

/** Who holds the case, with who nudged them, and where this person can. */
function heldNow({ view: { facts, tiers }, me, names, times, now, away }: RequestPageInput) {
  const beside = nudgesBeside(facts, me, tiers.has('assessment'), now.toISOString());
  return holdings(facts, tiers, names, times, away).map((held) => ({ ...held, ...beside(held.key) }));
}

/** The sections with what is said about them and who is in them. */
const shownProgress = (progress: DraftProgress, { beside, view, now }: RequestPageInput, linked: boolean) => ({
  ...progress,
  saved: savedLine(view.changedAt, now),
  linked,
  sections: progress.sections.map((s, i) => {
    const more = [openWords(beside?.comments ?? [], i + 1), presentWords(beside?.present ?? [], i + 1)].filter(Boolean);
    return more.length ? { ...s, hint: `${s.hint.replace(/\.$/, '')}. ${more.join(' ')}` } : s;
  }),
});

/** From which text it was begun, with the way to what was changed since. */
const begunFrom = (ref: string, earlier: string): Fact => ({
  label: 'Begun from',
  link: { text: `${earlier}: what changed since`, href: paths.since(ref) },
});

/** What a request says of itself in brief, with where it comes from and what it led to. */
const keyFacts = (input: RequestPageInput): Fact[] => [
  { label: 'Title', value: input.view.facts.summary.title },
  ...requestFacts(input.view.facts, input.content, input.names),
  ...moreFacts(input),
  ...(input.begunFrom ? [begunFrom(input.view.facts.ref, input.begunFrom)] : []),
  ...(input.post ? [{ label: 'Post', link: { text: input.post, href: paths.deployment(input.post) } }] : []),
];

/** Where a text in work is checked, and where it is taken off line and brought back. */
const writingLinks = (ref: string) => ({
  check: paths.check(ref),
  wordForm: { take: paths.wordFormFile(ref), bring: paths.wordForm(ref) },
});

/** The page of one request: where it stands, what it says in brief, and what this person can do with it. */
export function requestPage(input: RequestPageInput) {
  const { view, me, content, names, times, passages } = input;
  const { facts } = view;
  const frame = caseFrame(view, 'summary', names);
  const writes = me.assignments.some((a) => isRcSide(a.role)) && view.readsDraft;
  const inWork = stateName(facts.state) !== 'abandoned' && hasTextInWork(view);
  const progress = inWork ? draftProgress(facts, content, input.submitted) : null;
  const actions = actionsFor(facts, me, times.today, writes && !mayBeChanged(facts) ? progress : null);
  const decisions = facts.decisions.map((d, i) => decisionOf(d, facts, i, names)).reverse();
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    today: times.today,
    lead: `${aboutCase(facts)} ${standing(facts, passages, names, times)}${input.stillToDecide ? ` ${soFar(facts, input.stillToDecide)}` : ''}`,
    steps: progressOfCase(facts, passages, times),
    actions: actions.primary ? [actions.primary] : [],
    others: actions.others,
    unsettled: input.unsettled,
    returned: returnedOf(facts, writes),
    progress: progress && shownProgress(progress, input, writes),
    change: mayBeChanged(facts) && writes ? paths.messages(facts.ref) : null,
    endorsing: writes && progress ? endorsingState(facts) : null,
    ...(writes && progress ? writingLinks(facts.ref) : {}),
    comments: input.beside ? commentsLink(facts.ref, input.beside) : null,
    assessment: assessmentOfCase(facts, assessmentView(me, facts), content.selfAssessment),
    recommendation: recommendationOf(input),
    decisions,
    history: historyItems(input.history, me, facts, HISTORY_TEXT),
    historyPage: paths.history(facts.ref),
    facts: keyFacts(input),
    holdings: heldNow(input),
    ...timeLink(facts, me),
    held: facts.version > 0 ? heldSoFar(facts, passages, input.now, times) : [],
    advice: facts.version > 0 ? facts.consultation.map((c) => adviceOf(c, facts, names)) : [],
    mails: input.mails && mailLines(input.mails),
    deskOfficers: input.deskOfficers.map((p) => ({ name: p.name, email: p.email })),
  };
}
