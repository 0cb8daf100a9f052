import { AMENDING_EVENTS, type AmendingEvent } from '../amending/events.js';
import { APPOINTING_EVENTS, type AppointingEvent } from '../appointing/events.js';
import { addressesNamedIn, CONSULTATION_EVENTS, type ConsultationEvent } from '../consultation/events.js';
import { ENDORSING_EVENTS, endorserAddresses, type EndorsingEvent } from '../endorsing/events.js';
import type { LetterChanges } from '../decision/correction.js';
import type { Role } from '../people/roles.js';
import type { Criterion } from '../review/criteria.js';
import type { DiscussionAudience } from '../review/discussion.js';
import type { Heard } from '../consultation/conditions.js';
import type { DraftSheet, ScoreSheet } from '../review/scoring.js';
import type { SentEntry } from '../money/funding-rules.js';
import { TIMING_EVENTS, type TimingEvent } from '../timing/events.js';
import { TOGETHER_EVENTS, type TogetherEvent } from '../together/events.js';
import type { TermsContent } from '../terms/terms.js';
import type { Day } from '../time/working-days.js';
import type { HostingAnswers, NamedReporting } from './arrangements.js';
import type { BasedOn } from './copying.js';
import type { ContentPatch, Modality, RequestContent } from './content.js';
import type { AdvicePosition, CaseDocument, ConflictKind, DecidingEvent, DecisionCode, Outcome } from './facts.js';

/** Everything that can be asked of a case: the command catalogue of the product. */
export type RequestEvent =
  | ConsultationEvent
  | EndorsingEvent
  | AmendingEvent
  | AppointingEvent
  | TogetherEvent
  | TimingEvent
  | { type: 'CREATE'; content: RequestContent; basedOn?: BasedOn }
  | {
      type: 'EDIT';
      patch: ContentPatch;
      /** Written in a form that was taken off line. */
      offline?: true;
      /** The line of the record whose text was brought back, and its time. */
      broughtBack?: { seq: number; at: string };
    }
  | { type: 'ATTACH'; document: Omit<CaseDocument, 'by' | 'at'> }
  | { type: 'DETACH'; documentId: string }
  | { type: 'SUBMIT'; declaration: boolean; gapsReason?: string }
  | { type: 'ABANDON'; reason?: string }
  | { type: 'EXPIRE' }
  | { type: 'ACCEPT'; note?: string }
  | { type: 'RETURN'; items: { section?: number | null; text: string }[]; codes: ReturnCode[] }
  | { type: 'RESUBMIT'; declaration: boolean; note?: string; gapsReason?: string }
  | { type: 'WITHDRAW'; code: WithdrawCode; reason: string }
  | { type: 'LAPSE' }
  | {
      type: 'ADVISE';
      position: AdvicePosition;
      text: string;
      conditions?: string[];
      from?: string;
      option?: string;
      /** The version that was read. */
      requestVersion?: number;
    }
  | { type: 'RECORD_SILENCE' }
  | { type: 'APPOINT'; reviewers: string[] }
  | { type: 'DECLARE'; conflict: { declared: boolean; kind?: ConflictKind; reason?: string } }
  | { type: 'SAVE_SCORES'; scores: DraftSheet; requestVersion?: number }
  | { type: 'SCORE'; scores: ScoreSheet; requestVersion?: number }
  | { type: 'REVEAL' }
  | { type: 'REVISE'; scores: ScoreSheet }
  | { type: 'DISCUSS'; criterion?: Criterion | null; audience: DiscussionAudience; text: string }
  | {
      type: 'SETTLE';
      settled: ScoreSheet | Record<string, { score: number | null; reason: string | null }>;
      moderation?: { note: string };
    }
  | { type: 'ASK'; question: string; section?: number | null; mayChange?: boolean }
  | { type: 'ANSWER'; questionId?: string; answer: string }
  | { type: 'CLOSE_QUESTION'; questionId?: string; reason: string }
  | ({ type: 'RECOMMEND'; outcome: Outcome; modality: Modality; conditions?: string[]; reasons: string } & Heard)
  | ({
      type: 'PREPARE_RECOMMENDATION';
      outcome: Outcome;
      modality: Modality;
      conditions?: string[];
      reasons: string;
    } & Heard)
  | { type: 'DISCARD_PREPARED' }
  | { type: 'REASSESS'; reason: string }
  | { type: 'APPROVE'; reasons: string; codes?: DecisionCode[]; conditions?: string[] }
  | {
      type: 'OFFER_REGIONAL_OPTION';
      reasons: string;
      codes?: DecisionCode[];
      conditions?: string[];
      modality?: Modality;
      /** The party with whose advice the option came. */
      option?: string;
    }
  | { type: 'DEFER'; reasons: string; until: Day; codes?: DecisionCode[] }
  | { type: 'DECLINE'; reasons: string; codes: DecisionCode[] }
  | { type: 'SEND_BACK'; reason: string }
  | {
      type: 'DECIDE_WITH_OTHERS';
      action: DecidingEvent;
      reasons: string;
      codes?: DecisionCode[];
      conditions?: string[];
      modality?: Modality;
      option?: string;
      until?: Day;
    }
  | ({ type: 'CORRECT_LETTER' } & LetterChanges)
  | { type: 'SEND_LETTER_AGAIN'; reason: string }
  | { type: 'REOPEN'; reason: string }
  | { type: 'ACCEPT_OFFER'; note?: string }
  | { type: 'REFUSE_OFFER'; reason: string }
  | { type: 'RECONSIDER'; reason?: string }
  | { type: 'REQUEST_RECONSIDERATION'; reason: string }
  | ({ type: 'ENTER_FUNDING' } & SentEntry)
  | ({ type: 'RECORD_COST_SHARE' } & SentEntry)
  | { type: 'FUND'; deployment?: string | null; note?: string }
  | { type: 'REVALIDATE'; reason: string }
  | { type: 'LAPSE_APPROVAL' }
  | { type: 'PROPOSE_TOR'; content: TermsContent; reporting?: NamedReporting[]; reason?: string }
  | { type: 'SIGN_TOR'; version: number }
  | { type: 'CONFIRM_COST_SHARE'; shares?: { entry: string; reference: string }[]; noneDue?: string }
  | { type: 'CONFIRM_HOSTING'; answers: HostingAnswers; country?: string };

export type RequestEventType = RequestEvent['type'];
export type EventOf<T extends RequestEventType> = Extract<RequestEvent, { type: T }>;

export const RETURN_CODES = {
  MISSING_DOCUMENT: 'A document is missing',
  MISSING_ANSWER: 'An answer is missing or unclear',
  COST_NOT_BALANCED: 'The cost table does not add up',
  ENDORSEMENT_MISSING: 'Endorsements are missing',
  TOR_DEVIATION_UNCLEAR: 'A change to the terms of reference is unclear',
  OTHER: 'Another reason',
} as const;
export type ReturnCode = keyof typeof RETURN_CODES;

export const WITHDRAW_CODES = {
  NO_LONGER_NEEDED: 'The need has passed',
  OTHER_SUPPORT_FOUND: 'Other support was found',
  GOVERNMENT_POSITION: 'The position of the Government changed',
  NO_FUNDS: 'The country team cannot fund its share',
  WILL_RESUBMIT: 'A new request will be made',
  OTHER: 'Another reason',
} as const;
export type WithdrawCode = keyof typeof WITHDRAW_CODES;

const DRAFTERS: readonly Role[] = ['rcOffice', 'residentCoordinator', 'actingCoordinator'];
const SIGNERS: readonly Role[] = ['residentCoordinator', 'actingCoordinator'];
const APPROVERS: readonly Role[] = ['approver'];
const FUNDERS: readonly Role[] = ['fundManager'];

/** How one kind of step is sent. */
export interface EventRule {
  /** The words on the button. */
  label: string;
  /** Who does this; empty when only the product's own clock does. */
  roles: readonly Role[];
  /** The text of the content is needed to decide. */
  needsContent?: true;
  /** It changes only the sender's own part, so another person's step in between does not stand against it. */
  ownPart?: true;
}

/** Who may send each event, and how it reads. One row an event. */
export const EVENTS = {
  CREATE: { label: 'Start a request', roles: DRAFTERS },
  EDIT: { label: 'Change the draft', roles: DRAFTERS, needsContent: true },
  ATTACH: { label: 'Add a document', roles: DRAFTERS },
  DETACH: { label: 'Remove a document', roles: DRAFTERS },
  ...TOGETHER_EVENTS,
  SUBMIT: { label: 'Submit the request', roles: SIGNERS, needsContent: true },
  ABANDON: { label: 'Abandon the draft', roles: DRAFTERS },
  EXPIRE: { label: 'Let the draft expire', roles: [] },
  ACCEPT: { label: 'Accept as complete', roles: ['deskOfficer'] },
  RETURN: { label: 'Return for correction', roles: ['deskOfficer'] },
  RESUBMIT: { label: 'Submit again', roles: SIGNERS, needsContent: true },
  WITHDRAW: { label: 'Withdraw the request', roles: SIGNERS, needsContent: true },
  LAPSE: { label: 'Let the request lapse', roles: [] },
  ADVISE: { label: 'Give advice', roles: ['regionalTeam', 'regionalOffice', 'consultee'], ownPart: true },
  RECORD_SILENCE: { label: 'Record that no advice came', roles: [] },
  ...CONSULTATION_EVENTS,
  ...ENDORSING_EVENTS,
  APPOINT: { label: 'Appoint reviewers', roles: ['deskOfficer'] },
  DECLARE: { label: 'Declare interests', roles: ['reviewer'], ownPart: true },
  ...APPOINTING_EVENTS,
  SAVE_SCORES: { label: 'Save scores', roles: ['reviewer'], ownPart: true },
  SCORE: { label: 'Save and finish', roles: ['reviewer'], ownPart: true, needsContent: true },
  REVEAL: { label: 'Reveal the scores', roles: ['deskOfficer', 'panelChair'] },
  REVISE: { label: 'Revise scores', roles: ['reviewer'], ownPart: true, needsContent: true },
  DISCUSS: { label: 'Add to the discussion', roles: ['reviewer', 'panelChair', 'deskOfficer'], ownPart: true },
  SETTLE: { label: 'Settle the scores', roles: ['panelChair'] },
  ASK: { label: 'Ask the country office', roles: ['deskOfficer', 'reviewer', 'panelChair'] },
  ANSWER: { label: 'Answer the question', roles: DRAFTERS },
  ...AMENDING_EVENTS,
  CLOSE_QUESTION: { label: 'Go on without an answer', roles: ['deskOfficer'], needsContent: true },
  RECOMMEND: { label: 'Recommend', roles: ['panelChair'] },
  PREPARE_RECOMMENDATION: { label: 'Prepare a recommendation', roles: ['panelChair'] },
  DISCARD_PREPARED: { label: 'Take the prepared recommendation away', roles: ['panelChair'] },
  REASSESS: { label: 'Send back to the reviewers', roles: ['panelChair'] },
  APPROVE: { label: 'Approve', roles: APPROVERS },
  OFFER_REGIONAL_OPTION: { label: 'Offer a regional option', roles: APPROVERS },
  DEFER: { label: 'Defer', roles: APPROVERS },
  DECLINE: { label: 'Decline', roles: APPROVERS },
  SEND_BACK: { label: 'Send back to the panel', roles: APPROVERS },
  DECIDE_WITH_OTHERS: { label: 'Decide as one of several', roles: APPROVERS },
  CORRECT_LETTER: { label: 'Correct the letter', roles: APPROVERS },
  SEND_LETTER_AGAIN: { label: 'Send the letter again', roles: ['approver', 'deskOfficer'] },
  REOPEN: { label: 'Reopen the request', roles: APPROVERS },
  ACCEPT_OFFER: { label: 'Accept the offer', roles: SIGNERS },
  REFUSE_OFFER: { label: 'Refuse the offer', roles: SIGNERS },
  RECONSIDER: { label: 'Take up again', roles: ['deskOfficer'] },
  REQUEST_RECONSIDERATION: { label: 'Ask for reconsideration', roles: SIGNERS },
  ENTER_FUNDING: { label: 'Enter money', roles: FUNDERS },
  RECORD_COST_SHARE: { label: 'Record a share of the cost', roles: FUNDERS },
  FUND: { label: 'Declare the first period covered', roles: FUNDERS, needsContent: true },
  REVALIDATE: { label: 'Confirm the approval again', roles: ['deskOfficer', 'approver'] },
  LAPSE_APPROVAL: { label: 'Let the approval lapse', roles: [] },
  PROPOSE_TOR: { label: 'Propose terms of reference', roles: [...DRAFTERS, 'deskOfficer'] },
  SIGN_TOR: { label: 'Sign the terms of reference', roles: [...SIGNERS, 'deskOfficer', 'approver'] },
  CONFIRM_COST_SHARE: { label: 'Confirm the cost sharing', roles: SIGNERS },
  CONFIRM_HOSTING: { label: 'Confirm the hosting', roles: DRAFTERS },
  ...TIMING_EVENTS,
} as const satisfies Record<RequestEventType, EventRule>;

export const EVENT_TYPES = Object.keys(EVENTS) as RequestEventType[];
export const eventRule = (type: RequestEventType): EventRule => EVENTS[type];
/** The regional option that an event names; the write path looks it up. */
export const optionNamedIn = (event: RequestEvent): string | null => (event.type === 'ADVISE' && event.option) || null;
/** The persons whom an event names, by id or by address; the write path looks them up. */
export const personsNamedIn = (event: RequestEvent): string[] =>
  event.type === 'APPOINT' ? event.reviewers : [...addressesNamedIn(event), ...endorserAddresses(event)];

/** How a change of the text came about that was not typed into its page. */
export type HowWritten = Pick<Extract<RequestEvent, { type: 'EDIT' }>, 'offline' | 'broughtBack'>;
