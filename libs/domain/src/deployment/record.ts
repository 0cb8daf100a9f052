import type { FundingEntry } from '../money/funding.js';
import type { PersonRef, Role } from '../people/roles.js';
import type { TermsVersion } from '../terms/terms.js';
import { TIMING_ENTRY_NAMES, type RecordedTiming } from '../timing/record.js';
import type { Clock } from '../time/deadlines.js';
import { dayOf, type Day, type Instant } from '../time/working-days.js';
import type { DeploymentEventType, HistoricEnding } from './events.js';
import type {
  Bridge,
  Conversion,
  Coverage,
  DeploymentFacts,
  EndingReason,
  Exit,
  ExitItem,
  ExitSide,
  FrameworkMark,
  Incumbency,
  LeavingReason,
  Obligation,
  Origin,
  PlanItem,
  Post,
  Recruitment,
  Renewal,
  Report,
  ReportingLine,
  ReviewRating,
  Side,
} from './facts.js';
import { DEPLOYMENT_FOLDS } from './folds.js';
import type { DeploymentState } from './states.js';

/** A term that begins, with what it does to bridges that were to last longer. */
interface Begun {
  term: Incumbency;
  bridges: Bridge[];
  /** What begins with the first arrival, where that comes before the day that was planned. */
  post?: Pick<Post, 'coverage' | 'framework' | 'reporting'>;
}
/** What the record keeps of each event of a post: enough to build it again, nothing that must be looked up. */
export interface DeploymentRecorded extends RecordedTiming {
  OPEN: {
    id: string;
    ref: string;
    post: Post;
    origin: Origin;
    funding: FundingEntry[];
    terms: TermsVersion | null;
    recruitment: Recruitment;
    state: DeploymentState;
  };
  RECORD_HISTORY: {
    id: string;
    ref: string;
    post: Post;
    origin: Origin;
    incumbencies: Incumbency[];
    ended: HistoricEnding | null;
    state: DeploymentState;
  };
  AMEND_HISTORY: Pick<Post, 'coverage' | 'framework'> & {
    because: string;
    reference: string;
    incumbencies: Incumbency[];
    ended: HistoricEnding | null;
    state: DeploymentState;
  };
  ADVERTISE: { recruitment: string; until: Day; day: Day };
  SHORTLIST: { candidates: number; day: Day };
  SELECT: { selected: NonNullable<Recruitment['selected']> };
  /** `recorded`: OHCHR wrote down a view that reached it in another way. */
  CONSULTED: { agrees: boolean; note: string; day: Day; recorded?: true };
  ARRIVE: Begun;
  RECEIVE: Begun & { from: string };
  NOT_ARRIVED: { name: string; reason: string; day: Day };
  CANCEL: { reason: string; day: Day };
  PLAN: { items: PlanItem[] };
  AGREE_WORK_PLAN: { side: Side; version: number };
  FILE_REPORT: { report: Report; obligationId: string | null };
  ADD_OBLIGATION: { obligation: Obligation };
  MOVE_OBLIGATION: { obligationId: string; from: Day; to: Day; reason: string; late: boolean };
  NOTE_TO_OHCHR: { id: string; text: string };
  START_MID_TERM: { day: Day };
  REVIEW: { side: Side; rating: ReviewRating; text: string };
  OPEN_RENEWAL: { renewal: Renewal };
  ASK_EXTENSION: { extend: boolean; text: string; request: string | null };
  EXTEND: {
    until: Day;
    from: Day | null;
    basis: string;
    day: Day;
    obligations: Obligation[];
    bridges: Bridge[];
    renewal: Renewal | null;
  };
  PLAN_SUCCESSION: { text: string };
  CONVERT: { to: Conversion; text: string };
  START_CLOSING: { exit: Exit };
  CHECK: { side: ExitSide; done: ExitItem[]; finished: boolean; findings: Exit['findings'] };
  SEND_BACK: { side: ExitSide; reason: string };
  HAND_OVER: { on: Day; note: string; ends: boolean };
  /** `ends`: the post ends with this term, as was decided; not there in lines of before. */
  LEAVE: { on: Day; reason: LeavingReason; note: string; ends?: boolean };
  TRANSFER: { to: string; on: Day; endsOn: Day };
  BRIDGE: { bridge: Bridge };
  END_BRIDGE: { bridgeId: string; on: Day };
  CHANGE_POST: {
    change: Partial<Pick<Post, 'title' | 'dutyStation' | 'grade' | 'host' | 'cluster'>>;
    reason: string;
  };
  COVER: { coverage: Coverage; reason: string };
  UNCOVER: { country: string; until: Day; reason: string };
  MARK_FRAMEWORK: { mark: FrameworkMark; reason: string };
  SET_REPORTING: { line: ReportingLine };
  IDENTIFY: { person: { id: string; name: string }; of: 'term' | 'selected' };
  TAKE_EFFECT: Record<string, never>;
  CLOSE: { reason: EndingReason; text: string; day: Day; renewal: Renewal | null };
}
/** What any step may keep besides: the regions of the post, where they are drawn otherwise than before. */
export type Kept<T extends DeploymentEventType> = DeploymentRecorded[T] & { regions?: string[] };

/** The name of each entry in the record of a post, in the past tense. */
export const DEPLOYMENT_ENTRY_NAMES = {
  OPEN: 'opened',
  RECORD_HISTORY: 'historyRecorded',
  AMEND_HISTORY: 'historyAmended',
  ADVERTISE: 'advertised',
  SHORTLIST: 'shortlisted',
  SELECT: 'candidateSelected',
  CONSULTED: 'coordinatorConsulted',
  ARRIVE: 'arrived',
  NOT_ARRIVED: 'notArrived',
  CANCEL: 'recruitmentStopped',
  PLAN: 'workPlanWritten',
  AGREE_WORK_PLAN: 'workPlanAgreed',
  FILE_REPORT: 'reportFiled',
  ADD_OBLIGATION: 'reportAskedFor',
  MOVE_OBLIGATION: 'reportDateMoved',
  NOTE_TO_OHCHR: 'noteWritten',
  START_MID_TERM: 'midTermBegun',
  REVIEW: 'midTermReviewed',
  OPEN_RENEWAL: 'renewalOpened',
  ASK_EXTENSION: 'wishGiven',
  EXTEND: 'extended',
  PLAN_SUCCESSION: 'successionPlanned',
  CONVERT: 'conversionDecided',
  START_CLOSING: 'closingBegun',
  CHECK: 'checklistWorked',
  SEND_BACK: 'checklistSentBack',
  HAND_OVER: 'handedOver',
  LEAVE: 'left',
  TRANSFER: 'transferred',
  RECEIVE: 'received',
  BRIDGE: 'bridged',
  END_BRIDGE: 'bridgeEnded',
  CHANGE_POST: 'postChanged',
  COVER: 'countryAdded',
  UNCOVER: 'countryTakenAway',
  MARK_FRAMEWORK: 'frameworkMarked',
  SET_REPORTING: 'supervisionNamed',
  IDENTIFY: 'adviserIdentified',
  TAKE_EFFECT: 'tookEffect',
  CLOSE: 'closed',
  ...TIMING_ENTRY_NAMES,
} as const satisfies Record<DeploymentEventType, string>;
export type DeploymentEntryName = (typeof DEPLOYMENT_ENTRY_NAMES)[DeploymentEventType];

/** One line of the append-only record of a post. */
export interface DeploymentEntry<T extends DeploymentEventType = DeploymentEventType> {
  event: T;
  name: DeploymentEntryName;
  at: Instant;
  actor: PersonRef;
  role: Role | null;
  actingFor: string | null;
  data: Kept<T>;
  state: DeploymentState;
  clocks: Clock[];
}

const blank = (data: DeploymentRecorded['OPEN'] | DeploymentRecorded['RECORD_HISTORY'], at: Instant) => ({
  kind: 'deployment' as const,
  id: data.id,
  ref: data.ref,
  state: data.state,
  createdAt: at,
  post: data.post,
  origin: data.origin,
  funding: [],
  terms: null,
  incumbencies: [],
  bridges: [],
  recruitments: [],
  renewals: [],
  notes: [],
  ending: null,
  clocks: [],
  asOf: dayOf(at),
});

/** The facts of a post with one event's data applied; state and clocks are still those of before. */
export function appliedToDeployment<T extends DeploymentEventType>(
  facts: DeploymentFacts | null,
  event: T,
  data: Kept<T>,
  at: Instant,
  actor: PersonRef,
): DeploymentFacts {
  const before: DeploymentFacts = facts ?? blank(data as DeploymentRecorded['OPEN'], at);
  const after = { ...before, ...DEPLOYMENT_FOLDS[event](before, data, { at, actor }), asOf: dayOf(at) };
  return data.regions ? { ...after, post: { ...after.post, regions: data.regions } } : after;
}

/** Folds one line of the record into the post. Pure: the same lines give the same post, always. */
export const evolveDeployment = (facts: DeploymentFacts | null, entry: DeploymentEntry): DeploymentFacts => ({
  ...appliedToDeployment(facts, entry.event, entry.data, entry.at, entry.actor),
  state: entry.state,
  clocks: entry.clocks,
});
