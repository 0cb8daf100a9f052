import type { Actor, Role } from '../people/roles.js';
import type { Criterion } from '../review/criteria.js';
import type { FundingEntry } from '../money/funding.js';
import type { TermsVersion } from '../terms/terms.js';
import type { Day } from '../time/working-days.js';
import { POST_TIMING_EVENTS, type TimingEvent } from '../timing/events.js';
import type {
  BridgeKind,
  Conversion,
  Coverage,
  EndingReason,
  ExitItem,
  ExitSide,
  LeavingReason,
  Origin,
  PlanItem,
  Post,
  Progress,
  ReportingLine,
  ReportKind,
  ReviewRating,
} from './facts.js';

/** What a report says; `planItem` names the line of the work plan. */
export interface ReportText {
  summary: string;
  results: { planItem: string; progress: Progress; text: string }[];
  challenges?: string;
  support?: string;
  confidential?: string;
}

/** Everything that can be asked of a post: the second command catalogue of the product. */
export type DeploymentEvent =
  | {
      type: 'OPEN';
      post: Post;
      origin: Origin;
      funding: FundingEntry[];
      terms: TermsVersion | null;
      /** A surge may skip the stages that the rule names. */
      urgent: boolean;
    }
  | {
      type: 'RECORD_HISTORY';
      post: Post;
      origin: Origin;
      incumbents: HistoricTerm[];
      ended: HistoricEnding | null;
    }
  | ({ type: 'AMEND_HISTORY'; because: string } & HistoryTold)
  | { type: 'ADVERTISE'; until: Day }
  | { type: 'SHORTLIST'; candidates: number }
  | { type: 'SELECT'; adviser: string; expectedOn: Day }
  | { type: 'CONSULTED'; agrees: boolean; note?: string }
  | { type: 'ARRIVE'; on: Day; endsOn: Day }
  | { type: 'NOT_ARRIVED'; reason: string }
  | { type: 'CANCEL'; reason: string }
  | { type: 'PLAN'; items: (Omit<PlanItem, 'id'> & { id?: string })[] }
  | { type: 'AGREE_WORK_PLAN' }
  | { type: 'FILE_REPORT'; obligationId?: string; kind: ReportKind; period: string; report: ReportText }
  | { type: 'ADD_OBLIGATION'; kind: ReportKind; period: string; dueOn: Day }
  | { type: 'MOVE_OBLIGATION'; obligationId: string; dueOn: Day; reason: string }
  | { type: 'NOTE_TO_OHCHR'; text: string }
  | { type: 'START_MID_TERM' }
  | { type: 'REVIEW'; rating: ReviewRating; text: string }
  | { type: 'OPEN_RENEWAL' }
  | { type: 'ASK_EXTENSION'; extend: boolean; text: string; request?: string }
  | { type: 'EXTEND'; until: Day; basis: string }
  | { type: 'PLAN_SUCCESSION'; text: string }
  | { type: 'CONVERT'; to: Conversion; text: string }
  | { type: 'START_CLOSING' }
  | { type: 'CHECK'; done: ExitItem[]; finished?: boolean; findings?: { criterion: Criterion; text: string }[] }
  | { type: 'SEND_BACK'; side: ExitSide; reason: string }
  | { type: 'HAND_OVER'; on: Day; note: string }
  | { type: 'LEAVE'; on: Day; reason: LeavingReason; note?: string }
  | { type: 'TRANSFER'; to: string; on: Day; endsOn: Day }
  | {
      type: 'RECEIVE';
      adviser: { id: string | null; name: string };
      on: Day;
      endsOn: Day;
      from: string;
      /** Who moves the adviser: the post that receives has to be theirs as well. */
      mover?: Actor;
    }
  | { type: 'BRIDGE'; kind: BridgeKind; by: string; from: Day; until: Day; deployment?: string }
  | { type: 'END_BRIDGE'; bridgeId: string; on: Day }
  | {
      type: 'CHANGE_POST';
      title?: string;
      dutyStation?: string;
      grade?: string;
      /** The country of the new duty station; it has to be covered. */
      host?: string | null;
      cluster?: string | null;
      reason: string;
    }
  | { type: 'COVER'; country: string; from: Day; until?: Day | null; daysPerMonth?: number | null; reason: string }
  | { type: 'UNCOVER'; country: string; until: Day; reason: string }
  | { type: 'MARK_FRAMEWORK'; under: boolean; from: Day; reason: string }
  | { type: 'SET_REPORTING'; part: ReportingLine['part']; name: string; title: string; from: Day }
  | { type: 'IDENTIFY'; adviser: string }
  | { type: 'TAKE_EFFECT' }
  | TimingEvent
  | { type: 'CLOSE'; reason: EndingReason; text: string };

/** A term of the past as the tables of the time tell it. */
export interface HistoricTerm {
  person: string;
  from: Day;
  until: Day | null;
  certainty: { from: 'day' | 'year' | 'unknown'; until: 'day' | 'year' | 'unknown' };
}

/** The end of a post of the past. */
export interface HistoricEnding {
  reason: EndingReason;
  /** What it became, where the sources tell. */
  conversion?: Conversion | null;
  on: Day;
  text: string;
}
/** What the sources tell of a post of the past, as a whole: it takes the place of what they told before. */
export interface HistoryTold extends Pick<Post, 'coverage' | 'framework'> {
  /** The names of the sources. */
  reference: string;
  incumbents: HistoricTerm[];
  ended: HistoricEnding | null;
}

export type DeploymentEventType = DeploymentEvent['type'];
export type DeploymentEventOf<T extends DeploymentEventType> = Extract<DeploymentEvent, { type: T }>;
export type NewCoverage = Omit<Coverage, 'until'>;

const RC: readonly Role[] = ['residentCoordinator', 'actingCoordinator'];
const DESK: readonly Role[] = ['deskOfficer'];
const ADVISER: readonly Role[] = ['adviser'];

interface DeploymentEventRule {
  /** The words on the button. */
  label: string;
  /** Who does this; empty when only the product itself does. */
  roles: readonly Role[];
  /** The product takes it as well: when its time has come, or as the other half of a step. */
  bySystem?: true;
  /** It changes only the sender's own part, so another person's step in between does not stand against it. */
  ownPart?: true;
}

/** Who may send each event, and how it reads. One row an event. */
export const DEPLOYMENT_EVENTS = {
  OPEN: { label: 'Open the post', roles: [] },
  RECORD_HISTORY: { label: 'Record a post of the past', roles: [] },
  AMEND_HISTORY: { label: 'Amend a post of the past from its sources', roles: [] },
  ADVERTISE: { label: 'Record that the post is advertised', roles: DESK },
  SHORTLIST: { label: 'Record the shortlist', roles: DESK },
  SELECT: { label: 'Record who is selected', roles: DESK },
  CONSULTED: { label: 'Record the view of the Resident Coordinator', roles: [...RC, ...DESK] },
  ARRIVE: { label: 'Record the arrival', roles: ['deskOfficer', 'rcOffice', ...RC] },
  NOT_ARRIVED: { label: 'Record that the adviser does not come', roles: DESK },
  CANCEL: { label: 'Stop the recruitment', roles: DESK },
  PLAN: { label: 'Write the work plan', roles: ADVISER },
  AGREE_WORK_PLAN: { label: 'Agree to the work plan', roles: [...RC, ...DESK], ownPart: true },
  FILE_REPORT: { label: 'File a report', roles: ADVISER },
  ADD_OBLIGATION: { label: 'Add a report that is due', roles: DESK },
  MOVE_OBLIGATION: { label: 'Move the date of a report', roles: DESK },
  NOTE_TO_OHCHR: { label: 'Write a note to OHCHR alone', roles: ADVISER, ownPart: true },
  START_MID_TERM: { label: 'Begin the mid-term review', roles: [] },
  REVIEW: { label: 'Give the mid-term review', roles: [...RC, ...DESK], ownPart: true },
  OPEN_RENEWAL: { label: 'Open the renewal', roles: DESK, bySystem: true },
  ASK_EXTENSION: { label: 'Say whether the post should go on', roles: RC },
  EXTEND: { label: 'Extend the term', roles: DESK, bySystem: true },
  PLAN_SUCCESSION: { label: 'Keep the post and find a successor', roles: DESK },
  CONVERT: { label: 'Convert the post', roles: DESK },
  START_CLOSING: { label: 'Begin the handover', roles: DESK, bySystem: true },
  CHECK: { label: 'Work through the exit checklist', roles: ['adviser', 'rcOffice', ...RC], ownPart: true },
  SEND_BACK: { label: 'Send a checklist back', roles: ['deskOfficer', 'adviser', ...RC] },
  HAND_OVER: { label: 'Hand over', roles: ADVISER },
  LEAVE: { label: 'Record that the adviser has left', roles: DESK },
  TRANSFER: { label: 'Move the adviser to another post', roles: DESK },
  // The other half of a transfer, which the desk officer of the former post takes.
  RECEIVE: { label: 'Receive an adviser from another post', roles: [] },
  BRIDGE: { label: 'Bridge the gap', roles: ['deskOfficer', 'regionalTeam', 'regionalOffice'] },
  END_BRIDGE: { label: 'End a bridge', roles: ['deskOfficer', 'regionalTeam', 'regionalOffice'] },
  CHANGE_POST: { label: 'Change the post', roles: DESK },
  COVER: { label: 'Add a country', roles: DESK },
  UNCOVER: { label: 'Take a country away', roles: DESK },
  MARK_FRAMEWORK: { label: 'Change the framework mark', roles: DESK },
  SET_REPORTING: { label: 'Name who supervises', roles: DESK },
  IDENTIFY: { label: 'Link the adviser to an account', roles: DESK },
  TAKE_EFFECT: { label: 'Let a dated change take effect', roles: [] },
  CLOSE: { label: 'End the post', roles: DESK },
  ...POST_TIMING_EVENTS,
} as const satisfies Record<DeploymentEventType, DeploymentEventRule>;

export const DEPLOYMENT_EVENT_TYPES = Object.keys(DEPLOYMENT_EVENTS) as DeploymentEventType[];
export const deploymentEventRule = (type: DeploymentEventType): DeploymentEventRule => DEPLOYMENT_EVENTS[type];
/** The persons whom an event names, by id or by address; the write path looks them up. */
export const personsNamedInDeployment = (event: DeploymentEvent): string[] =>
  event.type === 'SELECT' || event.type === 'IDENTIFY' ? [event.adviser] : [];
