import { AMENDING_FOLDS, edited, unlessChangeable, withDocuments, type RecordedAmending } from '../amending/record.js';
import { withoutChange } from '../amending/in-hand.js';
import { appointed, APPOINTING_FOLDS, type RecordedAppointing } from '../appointing/record.js';
import { withoutApprovals } from '../decision/approvals.js';
import { DECISION_FOLDS, type RecordedDecisions } from '../decision/record-decision.js';
import { CONSULTATION_FOLDS, type RecordedConsultation } from '../consultation/record.js';
import { ENDORSING_FOLDS, endorsementsNow, type RecordedEndorsing } from '../endorsing/record.js';
import type { TextChange } from '../endorsing/text-change.js';
import type { PersonRef, Role } from '../people/roles.js';
import type { DraftSheet, ScoreSheet } from '../review/scoring.js';
import type { Clock } from '../time/deadlines.js';
import type { Day, Instant } from '../time/working-days.js';
import type { BasedOn } from './copying.js';
import type { ContentPatch, RequestContent } from './content.js';
import type { RequestEventType } from './events.js';
import {
  silenced,
  type CaseDocument,
  type Clarification,
  type ConflictKind,
  type Consultee,
  type Recommendation,
  type RequestDecision,
  type RequestFacts,
  type Reviewer,
  type Summary,
} from './facts.js';
import { ARRANGEMENT_FOLDS, type RecordedArrangements } from './record-arrangements.js';
import { blank } from './blank-case.js';
import { ENTRY_NAMES } from './entry-names.js';
import { DISCUSSION_FOLDS, type RecordedDiscussion } from './record-discussion.js';
import { PANEL_FOLDS, withoutPrepared, type RecordedPanel } from './record-panel.js';
import type { RecordedSubmission } from './record-submission.js';
import { changedBy, TOGETHER_FOLDS, type RecordedTogether } from '../together/record.js';
import { TIMING_FOLDS, type RecordedTiming } from '../timing/record.js';
import { offeredTo, standingSignatures, voided } from '../together/together.js';
import type { StateValue } from './states.js';

/** What the record keeps of each event: enough to build the case again, nothing that must be looked up. */
export interface Recorded
  extends
    RecordedAmending,
    RecordedArrangements,
    RecordedDecisions,
    RecordedConsultation,
    RecordedEndorsing,
    RecordedPanel,
    RecordedDiscussion,
    RecordedSubmission,
    RecordedTogether,
    RecordedTiming,
    RecordedAppointing {
  CREATE: { id: string; ref: string; content: RequestContent; summary: Summary; basedOn?: BasedOn; lead?: string[] };
  /** `differs`: of a request that is judged, whether the text reads differently from the version that is. */
  EDIT: {
    patch: ContentPatch;
    summary: Summary;
    lead?: string[] | null;
    offline?: true;
    broughtBack?: { seq: number; at: string };
    differs?: boolean;
  } & TextChange;
  ATTACH: { document: CaseDocument };
  DETACH: { documentId: string; name: string };
  /** `framework` where the type of the request has changed; else it keeps its criteria. */
  ABANDON: { reason: string };
  EXPIRE: Record<string, never>;
  LAPSE: Record<string, never>;
  ACCEPT: { note: string | null };
  RETURN: { items: { section: number | null; text: string }[]; codes: string[] };
  WITHDRAW: { code: string; reason: string };
  ADVISE: { key: string; advice: NonNullable<Consultee['advice']> };
  RECORD_SILENCE: { keys: string[] };
  APPOINT: { reviewers: PersonRef[] };
  DECLARE: { declared: boolean; kind: ConflictKind | null; reason: string };
  SAVE_SCORES: { scores: DraftSheet; versions?: NonNullable<Reviewer['draftVersions']> };
  SCORE: { scores: ScoreSheet; requestVersion: number };
  REVEAL: Record<string, never>;
  REVISE: { scores: ScoreSheet; requestVersion?: number };
  SETTLE: { settled: ScoreSheet; moderationNote: string | null };
  ASK: { question: Clarification };
  ANSWER: { id: string; answer: string };
  CLOSE_QUESTION: { id: string; reason: string };
  /** `silent`: the parties whose advice was still awaited; `cutShort`: until when each of them had time, if it was not over. */
  RECOMMEND: { recommendation: Recommendation; silent: string[]; cutShort?: Record<string, Day> };
  REASSESS: { reason: string };
  APPROVE: { decision: RequestDecision };
  OFFER_REGIONAL_OPTION: { decision: RequestDecision };
  DEFER: { decision: RequestDecision };
  DECLINE: { decision: RequestDecision };
  SEND_BACK: { reason: string };
  ACCEPT_OFFER: { note: string | null };
  REFUSE_OFFER: { reason: string };
  RECONSIDER: { reason: string | null };
  REQUEST_RECONSIDERATION: { reason: string };
}

export { ENTRY_NAMES };
export type EntryName = (typeof ENTRY_NAMES)[RequestEventType];

/** One line of the append-only record. Folding the lines of a case in order gives the case. */
export interface Entry<T extends RequestEventType = RequestEventType> {
  event: T;
  name: EntryName;
  at: Instant;
  actor: PersonRef;
  role: Role | null;
  /** For whom the actor signed, when by delegation. */
  actingFor: string | null;
  data: Recorded[T];
  /** State and clocks after the step. */
  state: StateValue;
  clocks: Clock[];
}

type Change = Partial<RequestFacts>;
type Fold<T extends RequestEventType> = (
  facts: RequestFacts,
  data: Recorded[T],
  entry: Pick<Entry, 'at' | 'actor'>,
) => Change;

const once = (persons: PersonRef[], person: PersonRef) =>
  persons.some((p) => p.id === person.id) ? persons : [...persons, person];
const duty = (facts: RequestFacts, key: keyof RequestFacts['duties'], person: PersonRef): Change => ({
  duties: { ...facts.duties, [key]: once(facts.duties[key], person) },
});
const own = (facts: RequestFacts, id: string, change: Partial<Reviewer>): Change => ({
  reviewers: facts.reviewers.map((r) => (r.person.id === id ? { ...r, ...change } : r)),
});
const question = (facts: RequestFacts, id: string, change: Partial<Clarification>): Change => ({
  clarifications: facts.clarifications.map((c) => (c.id === id ? { ...c, ...change } : c)),
});
const decided = (facts: RequestFacts, data: { decision: RequestDecision }): Change => ({
  decisions: [...facts.decisions, data.decision],
  ...offeredTo(facts, data.decision),
  ...withoutApprovals(facts),
});
const ended = (code: string, reason: string, at: Instant): Change => ({ ended: { code, reason, at } });

const submitted = (facts: RequestFacts, data: Recorded['SUBMIT' | 'RESUBMIT'], actor: PersonRef): Change => {
  const summary = { ...facts.summary, ...(data.regions && { regions: data.regions }) };
  return {
    version: data.version,
    summary,
    frozen: {
      summary,
      fingerprint: data.fingerprint,
      unchanged: 'unchanged' in data && data.unchanged,
      ...(facts.endorsers ? { endorsements: endorsementsNow(facts) } : {}),
      ...(facts.together ? { signatures: standingSignatures(facts) } : {}),
    },
    framework: data.framework ?? facts.framework,
    consultation: data.consultation,
    ...duty(facts, 'drafted', actor),
  };
};

const otherDocuments = ({ at, actor }: Pick<Entry, 'at' | 'actor'>) => ({
  at,
  by: actor,
  why: 'changed' as const,
  what: ['documents'],
  reason: null,
});

const FOLDS: { [T in RequestEventType]: Fold<T> } = {
  CREATE: (facts, { summary, basedOn, lead }, { actor }) => ({
    summary,
    ...(lead && { together: { lead, signatures: [] } }),
    ...duty(facts, 'drafted', actor),
    ...(basedOn && { basedOn }),
  }),
  EDIT: (facts, data, by) => ({
    ...edited(facts, data),
    ...(data.text ? { endorsedText: data.text } : {}),
    ...voided(facts, changedBy(data.patch, by), data.lead),
    ...duty(facts, 'drafted', by.actor),
  }),
  ATTACH: (facts, { document }, by) => ({
    ...withDocuments(facts, (known) => [...known, document]),
    ...voided(facts, otherDocuments(by)),
    ...duty(facts, 'drafted', by.actor),
  }),
  DETACH: (facts, { documentId }, by) => ({
    ...withDocuments(facts, (known) => known.filter((d) => d.id !== documentId)),
    ...voided(facts, otherDocuments(by)),
  }),
  ...TOGETHER_FOLDS,
  SUBMIT: (facts, data, { at, actor }) => ({
    ...submitted({ ...facts, summary: { ...facts.summary, round: data.round } }, data, actor),
    submittedAt: at,
    ...(data.inGrace ? { inGrace: true as const } : {}),
  }),
  RESUBMIT: (facts, data, { actor }) => ({ ...submitted(facts, data, actor), returned: null }),
  ABANDON: (_, { reason }, { at }) => ended('ABANDONED', reason, at),
  EXPIRE: (_, __, { at }) => ended('EXPIRED', 'The draft was not submitted in time.', at),
  LAPSE: (_, __, { at }) => ended('LAPSED', 'The request was not corrected in time.', at),
  ACCEPT: (facts, _, { actor }) => duty(facts, 'screened', actor),
  RETURN: (facts, data, { at, actor }) => ({ returned: { ...data, at }, ...duty(facts, 'screened', actor) }),
  WITHDRAW: (facts, data, { at }) => ({ ...ended(data.code, data.reason, at), ...withoutChange(facts) }),
  ADVISE: (facts, data) => ({
    consultation: facts.consultation.map((c) =>
      c.key === data.key ? { ...c, state: 'answered', advice: data.advice } : c,
    ),
  }),
  RECORD_SILENCE: (facts, data) => ({ consultation: silenced(facts.consultation, data.keys) }),
  ...CONSULTATION_FOLDS,
  ...ENDORSING_FOLDS,
  ...APPOINTING_FOLDS,
  ...AMENDING_FOLDS,
  APPOINT: (facts, data, { at }) => appointed(facts, data.reviewers, at),
  DECLARE: (facts, data, { at, actor }) =>
    own(facts, actor.id, { state: data.declared ? 'conflicted' : 'cleared', conflict: { ...data, at } }),
  SAVE_SCORES: (facts, data, { actor }) =>
    own(facts, actor.id, { draft: data.scores, ...(data.versions ? { draftVersions: data.versions } : {}) }),
  SCORE: (facts, data, { at, actor }) => ({
    ...own(facts, actor.id, {
      state: 'scored',
      draft: null,
      first: data.scores,
      requestVersion: data.requestVersion,
      scoredAt: at,
    }),
    ...duty(facts, 'scored', actor),
  }),
  REVEAL: (_, __, { at }) => ({ revealedAt: at }),
  REVISE: (facts, data, { actor }) =>
    own(facts, actor.id, {
      revised: { ...facts.reviewers.find((r) => r.person.id === actor.id)?.revised, ...data.scores },
      ...(data.requestVersion ? { revisedVersion: data.requestVersion } : {}),
    }),
  SETTLE: (facts, data, { actor }) => ({
    settled: data.settled,
    moderationNote: data.moderationNote ?? facts.moderationNote,
    ...duty(facts, 'settled', actor),
  }),
  ASK: (facts, data) => ({ clarifications: [...facts.clarifications, data.question] }),
  ANSWER: (facts, data, { at, actor }) =>
    question(facts, data.id, { answer: data.answer, answeredAt: at, answeredBy: actor }),
  CLOSE_QUESTION: (facts, data) => unlessChangeable(facts, question(facts, data.id, { closedReason: data.reason })),
  RECOMMEND: (facts, data, { actor }) => ({
    recommendation: data.recommendation,
    consultation: silenced(facts.consultation, data.silent, data.cutShort),
    ...withoutPrepared(facts),
    ...withoutApprovals(facts),
    ...duty(facts, 'recommended', actor),
  }),
  REASSESS: (facts) => ({ settled: null, ...withoutPrepared(facts) }),
  APPROVE: decided,
  OFFER_REGIONAL_OPTION: decided,
  DEFER: decided,
  DECLINE: (facts, data, { at }) => ({ ...decided(facts, data), ...ended('DECLINED', data.decision.reasons, at) }),
  SEND_BACK: withoutApprovals,
  ...DECISION_FOLDS,
  ACCEPT_OFFER: (_, data, { at }) => ({ offerAnswer: { accepted: true, reason: data.note ?? '', at } }),
  REFUSE_OFFER: (_, data, { at }) => ({
    offerAnswer: { accepted: false, reason: data.reason, at },
    ...ended('OFFER_REFUSED', data.reason, at),
  }),
  RECONSIDER: () => ({}),
  REQUEST_RECONSIDERATION: (facts) => ({ reconsiderations: facts.reconsiderations + 1, ended: null }),
  ...ARRANGEMENT_FOLDS,
  ...PANEL_FOLDS,
  ...DISCUSSION_FOLDS,
  ...TIMING_FOLDS,
};

/** The facts of a case with one event's data applied; state and clocks are still those of before. */
export function applied<T extends RequestEventType>(
  facts: RequestFacts | null,
  event: T,
  data: Recorded[T],
  at: Instant,
  actor: PersonRef,
): RequestFacts {
  const before = facts ?? blank(data as Recorded['CREATE'], at);
  return { ...before, ...(FOLDS[event] as Fold<T>)(before, data, { at, actor }) };
}

/** Folds one line of the record into the case. Pure: the same lines give the same case, always. */
export const evolve = (facts: RequestFacts | null, entry: Entry): RequestFacts => ({
  ...applied(facts, entry.event, entry.data, entry.at, entry.actor),
  state: entry.state,
  clocks: entry.clocks,
});

/** The kinds of line that carry a change of the text. */
export const CHANGES_OF_TEXT: readonly RequestEventType[] = ['CREATE', 'EDIT', 'EDIT_PART', 'WITHDRAW_COUNTRY'];
export const changesText = (type: RequestEventType): boolean => CHANGES_OF_TEXT.includes(type);
