import type { PersonRef } from '../people/roles.js';
import type { Criterion } from '../review/criteria.js';
import type { Language, Modality } from '../request/content.js';
import type { FundingEntry } from '../money/funding.js';
import type { TermsVersion } from '../terms/terms.js';
import type { Timed } from '../timing/notes.js';
import type { Day, Instant } from '../time/working-days.js';
import type { DeploymentState } from './states.js';

/** A time in which something holds; `until` is the last day, null while no end is known. */
export interface Span {
  from: Day;
  until: Day | null;
}

/** A country that a post covers, for as long as it does. A country may come back later in a line of its own. */
export interface Coverage extends Span {
  country: string;
  /** Days a month that the adviser gives to it, where several countries share one post. */
  daysPerMonth: number | null;
}

/** Whether the post stands under the strategy's framework from a day on; OHCHR marks this in its own tables. */
export interface FrameworkMark {
  from: Day;
  under: boolean;
}

/** Who supervises: the persons change while the parts stay. */
export const REPORTING_PARTS = {
  supervisor: 'Direct supervisor',
  secondReportingOfficer: 'Second reporting officer',
  regionalGuidance: 'Regional guidance',
} as const;
export type ReportingPart = keyof typeof REPORTING_PARTS;
export interface ReportingLine extends Span {
  part: ReportingPart;
  name: string;
  title: string;
}

/** What a post is. */
export interface Post {
  title: string;
  modality: Modality;
  language: Language;
  grade: string;
  dutyStation: string;
  /** Country of the duty station; its Resident Coordinator supervises the adviser. Null for a post with a region alone. */
  host: string | null;
  coverage: Coverage[];
  regions: string[];
  framework: FrameworkMark[];
  /** The regional office that leads a cluster of posts, where it is one. */
  cluster: string | null;
  reporting: ReportingLine[];
}

/** Where a post comes from: the request that was handed over, or a table of the past. */
export interface Origin {
  kind: 'request' | 'regionalOption' | 'history';
  /** The request's id and reference, or the names of the sources. */
  requestId: string | null;
  reference: string;
  approvedOn: Day | null;
  conditions: string[];
  /** Settled scores, so that the thread from criterion to result can be followed. OHCHR's to read. */
  scores: { criterion: Criterion; name: string; settled: number | null }[];
}

/** Certainty of a day: the sources of the past often know no more than the year. */
export type Certainty = 'day' | 'year' | 'unknown';

/** One person's term in a post. Terms of a post follow one another and never overlap. */
export interface Incumbency extends Span {
  id: string;
  person: { id: string | null; name: string };
  /** The last day of the term as agreed now; `until` of the span is the day on which the adviser has left. */
  endsOn: Day | null;
  certainty: { from: Certainty; until: Certainty };
  extensions: { until: Day; on: Day; basis: string }[];
  workPlan: WorkPlan;
  obligations: Obligation[];
  reports: Report[];
  review: MidTermReview | null;
  exit: Exit | null;
  left: { on: Day; reason: LeavingReason; note: string } | null;
}

export const LEAVING_REASONS = {
  termEnded: 'The term ended',
  resigned: 'The adviser resigned',
  transferred: 'The adviser moved to another post',
  security: 'Security',
  funds: 'Funds ended',
  other: 'Another reason',
} as const;
export type LeavingReason = keyof typeof LEAVING_REASONS;

export const BRIDGE_KINDS = {
  regionalOffice: 'OHCHR regional office',
  neighbour: 'Adviser of a neighbouring country',
  surge: 'Surge adviser',
  agency: 'Officer of an agency',
} as const;
export type BridgeKind = keyof typeof BRIDGE_KINDS;

/** Another cover for the time in which a post is empty. */
export interface Bridge extends Span {
  id: string;
  kind: BridgeKind;
  by: string;
  /** Reference of the post whose adviser bridges, where it is one. */
  deployment: string | null;
}

export const RECRUITMENT_STAGES = {
  sourcing: 'Being prepared',
  shortlisting: 'Candidates being shortlisted',
  selection: 'Candidate being selected',
  onboarding: 'Arrival being prepared',
} as const;
export type RecruitmentStage = keyof typeof RECRUITMENT_STAGES;

/** One search for an adviser, with the days on which it reached each stage, so that the system makes its own medians. */
export interface Recruitment {
  id: string;
  stages: { stage: RecruitmentStage; from: Day; until: Day | null }[];
  advertisedUntil: Day | null;
  shortlisted: number | null;
  selected: { id: string | null; name: string; expectedOn: Day | null } | null;
  consulted: { by: PersonRef; on: Day; agrees: boolean; note: string; recorded?: true } | null;
  /** What a surge was spared, by rule. */
  skipped: RecruitmentStage[];
  ended: { on: Day; outcome: 'arrived' | 'cancelled'; reason: string } | null;
  notArrived: { name: string; on: Day; reason: string }[];
}

/** A line of the work plan: what will be done, and why this post was approved for it. */
export interface PlanItem {
  id: string;
  text: string;
  criterion: Criterion | null;
  /** The condition of the approval that it answers. */
  condition: string | null;
  /** Outcome or output of the cooperation framework. */
  outcome: string;
  indicator: string;
  dueOn: Day | null;
}
export interface WorkPlan {
  version: number;
  items: PlanItem[];
  /** Both sides agree to the same version; a change asks them again. */
  agreed: { side: Side; by: PersonRef; at: Instant; version: number }[];
}
/** The two sides of every agreement about a post: the Resident Coordinator's and OHCHR's. */
export const SIDES = { rc: 'Resident Coordinator', ohchr: 'OHCHR' } as const;
export type Side = keyof typeof SIDES;

export const REPORT_KINDS = {
  quarterly: 'Quarterly update',
  annual: 'Annual report',
  midTerm: 'Mid-term report',
  end: 'End-of-assignment report',
} as const;
export type ReportKind = keyof typeof REPORT_KINDS;

/** A report that is due on one day. Moving it keeps the day it was due before, the reason, and whether that day had passed. */
export interface Obligation {
  id: string;
  kind: ReportKind;
  period: string;
  dueOn: Day;
  moved: { from: Day; to: Day; reason: string; by: PersonRef; at: Instant; late: boolean }[];
  reportId: string | null;
}

export const PROGRESS = {
  notStarted: 'Not started',
  onTrack: 'On track',
  delayed: 'Delayed',
  done: 'Done',
  dropped: 'Dropped',
} as const;
export type Progress = keyof typeof PROGRESS;

/** One text, three readers: each sees the parts that are theirs. */
export interface Report {
  id: string;
  kind: ReportKind;
  period: string;
  by: PersonRef;
  at: Instant;
  summary: string;
  results: { planItem: string; progress: Progress; text: string }[];
  challenges: string;
  support: string;
  /** For OHCHR alone. */
  confidential: string;
}

/** A note from the adviser to OHCHR alone. */
export interface ConfidentialNote {
  id: string;
  by: PersonRef;
  at: Instant;
  text: string;
}

export const REVIEW_RATINGS = { asPlanned: 'As planned', partly: 'Partly', offTrack: 'Off track' } as const;
export type ReviewRating = keyof typeof REVIEW_RATINGS;
export interface MidTermReview {
  openedOn: Day;
  findings: { side: Side; by: PersonRef; at: Instant; rating: ReviewRating; text: string }[];
}

/** What is done before an adviser leaves; each side has its own list. */
export const EXIT_ITEMS = {
  filesHandedOver: { side: 'adviser', label: 'Files and contacts are handed over' },
  commitmentsListed: { side: 'adviser', label: 'Open commitments to partners are listed' },
  endReportFiled: { side: 'adviser', label: 'The end-of-assignment report is filed' },
  sensitiveDataSecured: { side: 'adviser', label: 'Sensitive information is secured or deleted' },
  successorBriefed: { side: 'rc', label: 'Who carries the work on is named and briefed' },
  equipmentReturned: { side: 'rc', label: 'Equipment, passes and accounts are returned' },
  appraisalDone: { side: 'rc', label: 'The performance appraisal is finished' },
  partnersInformed: { side: 'rc', label: 'Government and partners are informed' },
} as const satisfies Record<string, { side: 'adviser' | 'rc'; label: string }>;
export type ExitItem = keyof typeof EXIT_ITEMS;
export type ExitSide = 'adviser' | 'rc';

/** The end of a term: two checklists, the lessons, and the pack that is handed over. */
export interface Exit {
  openedOn: Day;
  /** What becomes of the post when this adviser has left. */
  next: 'continue' | 'end';
  done: ExitItem[];
  finished: { side: ExitSide; by: PersonRef; at: Instant }[];
  sentBack: { side: ExitSide; by: PersonRef; at: Instant; reason: string }[];
  /** What was found by criterion, for the one thread from request to exit. */
  findings: { criterion: Criterion; text: string }[];
  handover: { by: PersonRef; at: Instant; note: string } | null;
}

export const ENDING_REASONS = {
  funds: 'Funds ended',
  completed: 'The work is completed',
  converted: 'Converted to another form of presence',
  transferred: 'Moved to another post',
  security: 'Security',
  other: 'Another reason',
} as const;
export type EndingReason = keyof typeof ENDING_REASONS;

export const CONVERSIONS = {
  nationalPost: 'National post',
  regionalCover: 'Cover by a regional office',
  countryOffice: 'Country office',
} as const;
export type Conversion = keyof typeof CONVERSIONS;

/** How the renewal of a term was decided. */
export interface Renewal {
  /** The term that it is about. */
  term: string;
  openedOn: Day;
  decideBy: Day;
  /** The Resident Coordinator's wish, with the request that asks for it. */
  wish: { by: PersonRef; at: Instant; extend: boolean; text: string; request: string | null } | null;
  decided: {
    by: PersonRef;
    at: Instant;
    how: 'extended' | 'successor' | 'converted' | 'closed';
    text: string;
    /** Why the post ends, and what becomes of it, where it is to end. */
    ending: { reason: EndingReason; conversion: Conversion | null } | null;
  } | null;
}

/** Everything about a post. One plain object: what is written is this, folded from the record. */
export interface DeploymentFacts extends Timed {
  kind: 'deployment';
  id: string;
  ref: string;
  state: DeploymentState;
  createdAt: Instant;
  post: Post;
  origin: Origin;
  funding: FundingEntry[];
  terms: TermsVersion | null;
  incumbencies: Incumbency[];
  bridges: Bridge[];
  recruitments: Recruitment[];
  renewals: Renewal[];
  notes: ConfidentialNote[];
  ending: { reason: EndingReason; conversion: Conversion | null; text: string; on: Day; at: Instant } | null;
  /** The day of the last step: what holds from day to day, such as a country that is covered, is looked at as of it. */
  asOf: Day;
}
