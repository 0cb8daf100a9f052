import type { Approval } from '../decision/approvals.js';
import type { Correction } from '../decision/correction.js';
import type { Reopening } from '../decision/record-decision.js';
import type { ChangeInHand } from '../amending/in-hand.js';
import type { FundingEntry } from '../money/funding.js';
import type { RegionalOption } from '../options/option.js';
import type { ConditionSource, Heard } from '../consultation/conditions.js';
import type { Consultee } from '../consultation/consultee.js';
import type { Endorser } from '../endorsing/endorser.js';
import type { SubmittedEndorsement } from '../endorsing/record.js';
import type { PersonRef } from '../people/roles.js';
import type { Criterion, Framework } from '../review/criteria.js';
import type { DraftSheet, ScoreSheet } from '../review/scoring.js';
import type { Timed } from '../timing/notes.js';
import type { Clock } from '../time/deadlines.js';
import type { Day, Instant } from '../time/working-days.js';
import type { BasedOn } from './copying.js';
import type { Language, Modality, RequestType, Track } from './content.js';
import type { OfferSigning, Signature, Together } from '../together/together.js';
import type { Arrangements } from './arrangements.js';
import type { Letter } from './letter.js';
import type { StateValue } from './states.js';

export { POSITIONS, type AdvicePosition, type Consultee } from '../consultation/consultee.js';

/** What lists and letters say of a request; drawn from its content. */
export interface Summary {
  title: string;
  language: Language;
  type: RequestType;
  track: Track;
  modality: Modality;
  round: string;
  countries: string[];
  regions: string[];
  dutyStation: string;
  requestedStart: Day | null;
  durationMonths: number | null;
}

export interface CaseDocument {
  id: string;
  /** As the sender gave it. Shown, never used as a path. */
  name: string;
  type: string;
  size: number;
  sha256: string;
  /** Section 1 to 9 that it belongs to. */
  section: number;
  tier: 'case' | 'risk';
  by: PersonRef;
  at: Instant;
  /** The countries for which another office than the one that leads brought it. */
  of?: string[];
}

export const CONFLICT_KINDS = {
  national: 'I am a national of the country',
  served: 'I served there within the last two years',
  family: 'A member of my family is concerned',
  drafted: 'I drafted or advised on this request',
  other: 'Another reason',
} as const;
export type ConflictKind = keyof typeof CONFLICT_KINDS;

export interface Reviewer {
  person: PersonRef;
  state: 'appointed' | 'cleared' | 'conflicted' | 'declined' | 'released' | 'scored';
  appointedAt: Instant;
  /** `by`: the panel chair, where it was recorded for them. */
  conflict: { declared: boolean; kind: ConflictKind | null; reason: string; at: Instant; by?: PersonRef } | null;
  /** Why the appointment ended before any scores were given: declined by them, or released by the desk officer. */
  left?: { code: string; reason: string; at: Instant; by: PersonRef };
  /** Scores kept while working; nobody else sees them. */
  draft: DraftSheet | null;
  /** By which version of the request each criterion of the draft was scored. */
  draftVersions?: Partial<Record<Criterion, number>>;
  first: ScoreSheet | null;
  revised: ScoreSheet | null;
  /** The version that was read when the scores were revised last. */
  revisedVersion?: number;
  /** The version of the request that was judged. */
  requestVersion: number | null;
  scoredAt: Instant | null;
}

export interface Clarification {
  id: string;
  askedBy: PersonRef;
  askedAt: Instant;
  question: string;
  section: number | null;
  answer: string | null;
  answeredBy: PersonRef | null;
  answeredAt: Instant | null;
  /** Why the review went on without an answer. */
  closedReason: string | null;
  /** The office may change the request to answer it. */
  mayChange?: true;
  /** The version that answers it. */
  answeredIn?: number;
}

export const OUTCOMES = ['approve', 'approve with conditions', 'offer regional option', 'defer', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Recommendation extends Heard {
  by: PersonRef;
  at: Instant;
  outcome: Outcome;
  modality: Modality;
  conditions: string[];
  reasons: string;
  requestVersion: number;
}

/** A recommendation that the chair keeps ready until several are sent together. It binds nobody. */
export type PreparedRecommendation = Recommendation;

export const DECISION_CODES = {
  OWNERSHIP_NOT_SHOWN: 'Ownership is not shown',
  ENVIRONMENT_NOT_ENABLING: 'The national environment gives too few openings now',
  NO_STRATEGIC_OPPORTUNITY: 'No strategic programming opportunity falls in the period',
  SUSTAINABILITY_NOT_SHOWN: 'Sustainability is not shown',
  COMMITMENT_NOT_SHOWN: 'The commitment of the RC and UNCT is not shown',
  REGIONAL_OPTION_SERVES_BETTER: 'A regional option serves better',
  NO_FUNDED_EXIT_AFTER_REPEATED_EXTENSION: 'No funded exit after repeated extension',
  DUPLICATES_PRESENCE: 'Another OHCHR presence already covers the need',
  RESOURCES_NOT_AVAILABLE: 'Resources do not permit',
  OFFER_REFUSED: 'The Resident Coordinator refused the offer',
  OTHER: 'Another reason, given in words',
} as const;
export type DecisionCode = keyof typeof DECISION_CODES;

export const DECIDING_EVENTS = ['APPROVE', 'OFFER_REGIONAL_OPTION', 'DEFER', 'DECLINE'] as const;
export type DecidingEvent = (typeof DECIDING_EVENTS)[number];

export interface RequestDecision {
  action: DecidingEvent;
  by: PersonRef;
  at: Instant;
  reasons: string;
  codes: DecisionCode[];
  conditions: string[];
  modality: Modality;
  until: Day | null;
  requestVersion: number;
  letter: Letter;
  /** Whose conditions these are, where they came with advice. */
  sources?: ConditionSource[];
  /** For whom the approver acted. */
  actingFor?: string;
  /** The other approvers who decided the same, where it takes several. */
  approvals?: Approval[];
  /** Letters that took the place of the first, each kept. */
  corrections?: Correction[];
  /** When one of its letters was sent once more, and why. */
  sentAgain?: { number: number; by: PersonRef; at: Instant; reason: string }[];
  /** The option that is offered, as it came with the advice. */
  option?: RegionalOption;
  /** An offer for countries of several coordinators: who answers it, and every country that it is for. */
  offices?: { lead: string[]; countries: string[] };
}

/** Everything about a case except the text of its content. One plain object: what is written is this, folded from the record. */
export interface RequestFacts extends Timed {
  id: string;
  ref: string;
  state: StateValue;
  summary: Summary;
  createdAt: Instant;
  submittedAt: Instant | null;
  /** The request from whose text it was begun. */
  basedOn?: BasedOn;
  /** It was submitted after its call had closed, on the days of grace. */
  inGrace?: true;
  /** Number of the last frozen version; 0 while it was never submitted. */
  version: number;
  /** What the last frozen version says of itself, by what it is told from another, and whether it is the same as the one before. */
  frozen: {
    summary: Summary;
    fingerprint: string;
    unchanged: boolean;
    endorsements?: SubmittedEndorsement[];
    signatures?: Signature[];
  } | null;
  documents: CaseDocument[];
  /** What the office changes to answer a question, beside the version that is judged; nobody but the office reads it. */
  changeInHand?: ChangeInHand | null;
  /** A new version came when there was advice on the one of before. */
  adviceToLookAt?: boolean;
  /** Who did what, for the separation of duties. */
  duties: {
    drafted: PersonRef[];
    screened: PersonRef[];
    scored: PersonRef[];
    settled: PersonRef[];
    recommended: PersonRef[];
  };
  returned: { items: { section: number | null; text: string }[]; codes: string[]; at: Instant } | null;
  clarifications: Clarification[];
  consultation: Consultee[];
  /** The criteria that this case is judged by: fixed when it is first submitted, and chosen anew with another type of request. */
  framework: FrozenFramework | null;
  reviewers: Reviewer[];
  /** Others who judge, and recorded a conflict of their own in this request. */
  stoodBack?: { person: PersonRef; kind: ConflictKind; reason: string; at: Instant }[];
  revealedAt: Instant | null;
  moderationNote: string | null;
  settled: ScoreSheet | null;
  recommendation: Recommendation | null;
  decisions: RequestDecision[];
  offerAnswer: { accepted: boolean; reason: string; at: Instant } | null;
  reconsiderations: number;
  ended: { code: string; reason: string; at: Instant } | null;
  // What follows an approval is there from its first step on: cases of before it was kept read as they are.
  funding?: FundingEntry[];
  /** Each time that the approval was confirmed again before it ran out. */
  revalidated?: { by: PersonRef; at: Instant; reason: string; until: Day }[];
  arrangements?: Arrangements | null;
  /** What approvers decided where it takes several, until enough of them agree. */
  approvals?: Approval[];
  reopened?: Reopening[];
  /** What the chair keeps ready for the panel's round; null once it was used or is void. */
  prepared?: PreparedRecommendation | null;
  /** The offices of a request of several, one of which leads; none where one office serves all its countries. */
  together?: Together | null;
  /** The signatures of an option that was offered for countries of several coordinators. */
  offerSigning?: OfferSigning | null;
  /** Heads of agency who are asked to endorse it. */
  endorsers?: Endorser[];
  /** By what the text that they stand behind is told from another, from the first who is asked on. */
  endorsedText?: string;
}

/** The figures of a framework that scores depend on; its texts stay in the database under `id`. */
export interface FrozenFramework {
  id: string;
  version: number;
  criteria: { key: Criterion; name: string; weight: number; threshold: number }[];
  totalThreshold: number;
  moderationSpread: number;
  minimumReviewers: number;
  /** How many approvers have to decide the same; one where it is not said. */
  approvals?: number;
}

/** Keeps of a framework what scores depend on. */
export const freeze = (f: Framework): FrozenFramework => ({
  id: f.id,
  version: f.version,
  criteria: f.criteria.map(({ key, name, weight, threshold }) => ({ key, name, weight, threshold })),
  totalThreshold: f.totalThreshold,
  moderationSpread: f.moderationSpread,
  minimumReviewers: f.minimumReviewers,
  ...(f.approvals && f.approvals > 1 ? { approvals: f.approvals } : {}),
});

/** The sheet of a reviewer that counts: the first scores, with what was revised laid over them. */
export const countingSheet = (r: Reviewer): ScoreSheet | null => (r.first ? { ...r.first, ...r.revised } : null);
/** The sheets of all who scored, by person. */
export const countingSheets = (facts: RequestFacts): Record<string, ScoreSheet> =>
  Object.fromEntries(
    facts.reviewers.filter((r) => r.state === 'scored' && r.first).map((r) => [r.person.id, countingSheet(r)!]),
  );
export const lastDecision = (facts: RequestFacts): RequestDecision | null => facts.decisions.at(-1) ?? null;
/** Whether a reviewer is one still: not conflicted, and neither declined nor released. */
export const isActive = ({ state }: Pick<Reviewer, 'state'>): boolean =>
  state !== 'conflicted' && state !== 'declined' && state !== 'released';
/** Reviewers who count towards the quorum. */
export const activeReviewers = (facts: RequestFacts): Reviewer[] => facts.reviewers.filter(isActive);
export const allScoresIn = (facts: RequestFacts): boolean => {
  const active = activeReviewers(facts);
  return active.length >= (facts.framework?.minimumReviewers ?? 2) && active.every((r) => r.state === 'scored');
};
/** The parties whose advice is still awaited, by key. */
export const awaitedKeys = (facts: RequestFacts): string[] =>
  facts.consultation.filter((c) => c.state === 'awaited').map((c) => c.key);
/** Until when each party whose advice is still awaited has time, where that time is not over yet. */
export const cutShortBy = (facts: RequestFacts, today: Day): Record<string, Day> =>
  Object.fromEntries(
    awaitedKeys(facts).flatMap((key) => {
      const clock = facts.clocks.find((c) => c.key === `consultation:${key}`);
      return clock && clock.dueOn >= today ? [[key, clock.dueOn]] : [];
    }),
  );
/** The consultation with these parties silent, and until when they would have had time. */
export const silenced = (asked: Consultee[], keys: string[], cutShort: Record<string, Day> = {}): Consultee[] =>
  asked.map((c) =>
    keys.includes(c.key) ? { ...c, state: 'silent', ...(cutShort[c.key] ? { cutShort: cutShort[c.key]! } : {}) } : c,
  );
/** Whose advice a clock waits for; null for every other clock. */
export const partyOf = (facts: RequestFacts, clock: Pick<Clock, 'key'>): Consultee | null =>
  facts.consultation.find((c) => clock.key === `consultation:${c.key}`) ?? null;
export const openQuestions = (facts: RequestFacts): Clarification[] =>
  facts.clarifications.filter((c) => c.answer === null && c.closedReason === null);
