import type { DeploymentEventType } from './deployment/events.js';
import type { Role } from './people/roles.js';
import type { RequestEventType } from './request/events.js';

/** Whom a notice is for; `newcomer`: a coordinator whose term has begun; `signatories`: the offices that have still to sign a request of several, `lead` the one that leads it, `partners` the others; `endorsers` and `formerEndorsers`: heads of agency who are on the list, and who were; `consulted`: those whose advice is awaited; `heard`: those, and those who gave theirs; `takenBack`: those whose question was taken back; `silent`: those who were asked for advice and gave none in time; `cutShort`: those whose time the recommendation ended. Persons are found from assignments in force when it is sent, never stored. */
export type Audience =
  | Role
  | 'endorsers'
  | 'newcomer'
  | 'signatories'
  | 'lead'
  | 'partners'
  | 'formerEndorsers'
  | 'reviewers'
  | 'consulted'
  | 'heard'
  | 'takenBack'
  | 'silent'
  | 'cutShort'
  | 'person'
  | 'holder'
  | 'superior';
export interface NoticeRule {
  to: readonly Audience[];
  copy?: readonly Audience[];
  /** One message to all with the copies visible, as a letter is; else one message for each person. */
  letter?: true;
}

/** Who gets a copy of each decision letter: the one rule behind the mail and the words of the letter. */
export const LETTER_COPIES = ['regionalTeam', 'deskOfficer'] as const satisfies readonly Role[];
export type LetterCopy = (typeof LETTER_COPIES)[number];

/** Every notice of the product. The name is also the name of its mail template. */
export const NOTICES = {
  requestReceived: { to: ['residentCoordinator', 'rcOffice'] },
  screeningNeeded: { to: ['deskOfficer'] },
  submittedUnchanged: { to: ['deskOfficer'] },
  requestAccepted: { to: ['residentCoordinator', 'rcOffice'] },
  requestReturned: { to: ['residentCoordinator', 'rcOffice'] },
  requestWithdrawn: { to: ['deskOfficer', 'reviewers', 'regionalTeam', 'consulted', 'partners'] },
  requestLapsed: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer'] },
  draftExpired: { to: ['residentCoordinator', 'rcOffice'] },
  adviceWanted: { to: ['consulted'] },
  adviceByLink: { to: ['consulted'] },
  adviceExtended: { to: ['consulted'] },
  adviceAskedAgain: { to: ['consulted'] },
  adviceTakenBack: { to: ['takenBack'] },
  adviceUnreached: { to: ['deskOfficer'] },
  adviceGiven: { to: ['deskOfficer'] },
  endorsementAsked: { to: ['endorsers'] },
  endorsementAskedAgain: { to: ['endorsers'] },
  endorsementTakenBack: { to: ['formerEndorsers'] },
  endorsementGiven: { to: ['rcOffice', 'residentCoordinator'] },
  endorsementUnreached: { to: ['rcOffice', 'residentCoordinator'] },
  silenceRecorded: { to: ['deskOfficer'] },
  ownSilenceRecorded: { to: ['silent'] },
  adviceClosed: { to: ['cutShort'] },
  caseTakenOver: { to: ['newcomer'] },
  signatureWanted: { to: ['signatories'] },
  signatureVoid: { to: ['signatories'] },
  signatureMissing: { to: ['lead'] },
  signaturesComplete: { to: ['lead'] },
  partnersReleased: { to: ['partners'] },
  optionToSign: { to: ['signatories'] },
  optionUnsigned: { to: ['lead'] },
  optionSigned: { to: ['lead'] },
  reviewersWanted: { to: ['deskOfficer'] },
  reviewerAppointed: { to: ['person'] },
  conflictDeclared: { to: ['deskOfficer'] },
  appointmentDeclined: { to: ['deskOfficer'] },
  reviewerReleased: { to: ['person'] },
  appointmentEnded: { to: ['person'] },
  scoresComplete: { to: ['deskOfficer'] },
  scoresRevealed: { to: ['reviewers', 'panelChair'] },
  moderationNeeded: { to: ['reviewers', 'panelChair'] },
  questionAsked: { to: ['rcOffice', 'residentCoordinator'] },
  questionAnswered: { to: ['deskOfficer', 'reviewers'] },
  newVersion: { to: ['deskOfficer', 'panelChair'] },
  newVersionToScore: { to: ['reviewers'] },
  newVersionForAdvice: { to: ['heard'] },
  questionClosed: { to: ['rcOffice', 'residentCoordinator', 'reviewers'] },
  recommendationNeeded: { to: ['panelChair'] },
  decisionNeeded: { to: ['approver'] },
  sentBackToPanel: { to: ['panelChair'] },
  sentBackToReview: { to: ['reviewers'] },
  decisionLetter: { to: ['residentCoordinator'], copy: LETTER_COPIES, letter: true },
  letterCorrected: { to: ['residentCoordinator'], copy: LETTER_COPIES, letter: true },
  requestReopened: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam', 'panelChair'] },
  approvalGiven: { to: ['approver'] },
  fundsNeeded: { to: ['fundManager'] },
  offerAnswered: { to: ['deskOfficer', 'regionalTeam', 'approver', 'partners'] },
  funded: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer'] },
  costShareToConfirm: { to: ['residentCoordinator'] },
  hostingToConfirm: { to: ['rcOffice', 'residentCoordinator'] },
  torToSign: { to: ['residentCoordinator', 'deskOfficer'] },
  torSigned: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer'] },
  handedOver: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam', 'fundManager'] },
  approvalEnding: { to: ['fundManager', 'deskOfficer', 'approver'] },
  approvalRevalidated: { to: ['residentCoordinator', 'rcOffice', 'fundManager'] },
  approvalLapsed: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'fundManager'] },
  reconsiderationRequested: { to: ['panelChair', 'deskOfficer'] },
  postOpened: { to: ['deskOfficer', 'residentCoordinator', 'rcOffice', 'regionalTeam'] },
  recruitmentStage: { to: ['residentCoordinator', 'rcOffice'] },
  selectionConsultation: { to: ['residentCoordinator'] },
  candidateAgreed: { to: ['deskOfficer'] },
  candidateNotAgreed: { to: ['deskOfficer'] },
  adviserExpected: { to: ['person'] },
  adviserArrived: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam'] },
  adviserNotArrived: { to: ['residentCoordinator', 'rcOffice', 'regionalTeam'] },
  recruitmentStopped: { to: ['residentCoordinator', 'rcOffice', 'regionalTeam'] },
  workPlanToAgree: { to: ['residentCoordinator', 'deskOfficer'] },
  workPlanAgreed: { to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  reportFiled: { to: ['residentCoordinator', 'deskOfficer'] },
  reportAsked: { to: ['adviser'] },
  reportDateMoved: { to: ['adviser'] },
  noteToOhchr: { to: ['deskOfficer'] },
  midTermOpened: { to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  midTermReviewed: { to: ['adviser', 'residentCoordinator', 'deskOfficer'] },
  renewalOpened: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam', 'fundManager'] },
  extensionWished: { to: ['deskOfficer'] },
  termExtended: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'regionalTeam', 'fundManager'] },
  successionPlanned: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'regionalTeam'] },
  postConverted: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'regionalTeam', 'fundManager'] },
  postToEnd: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'regionalTeam', 'fundManager'] },
  closingOpened: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'deskOfficer'] },
  checklistSentBack: { to: ['adviser'] },
  officeChecklistSentBack: { to: ['rcOffice', 'residentCoordinator'] },
  handoverReady: { to: ['adviser'] },
  postHandedOver: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam'] },
  postEmpty: { to: ['deskOfficer', 'residentCoordinator', 'rcOffice', 'regionalTeam'] },
  gapBridged: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam'] },
  bridgeEnded: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam'] },
  coverageChanged: { to: ['adviser', 'residentCoordinator', 'rcOffice', 'regionalTeam'] },
  supervisionChanged: { to: ['adviser', 'residentCoordinator', 'rcOffice'] },
  postEnded: { to: ['residentCoordinator', 'rcOffice', 'deskOfficer', 'regionalTeam', 'fundManager'] },
  reminder: { to: ['holder'] },
  due: { to: ['holder'] },
  overdue: { to: ['holder'] },
  escalation: { to: ['superior'] },
} as const satisfies Record<string, NoticeRule>;

export type NoticeName = keyof typeof NOTICES;
export const NOTICE_NAMES = Object.keys(NOTICES) as NoticeName[];
export const noticeRule = (name: NoticeName): NoticeRule => NOTICES[name];

/** Something to be told because of a step: a row of the outbox. It carries no text of the case. */
export interface Notice {
  name: NoticeName;
  /** For `person`: whom it is for. For clocks: the key of the clock. */
  personId?: string;
  clock?: string;
  /** The parties of a consultation, or those who endorse, that it is about, by key; without it, all. */
  parties?: string[];
}

/** What each step tells, before what it leads to is known; `decide` adds what the new state asks for. */
export const TOLD_BY: Partial<Record<RequestEventType, readonly NoticeName[]>> = {
  SUBMIT: ['requestReceived', 'screeningNeeded'],
  RESUBMIT: ['requestReceived'],
  ACCEPT: ['requestAccepted', 'adviceWanted', 'reviewersWanted'],
  RETURN: ['requestReturned'],
  WITHDRAW: ['requestWithdrawn'],
  LAPSE: ['requestLapsed'],
  EXPIRE: ['draftExpired'],
  ADVISE: ['adviceGiven'],
  RECORD_SILENCE: ['silenceRecorded'],
  RECORD_UNREACHED: ['adviceUnreached'],
  ENDORSE: ['endorsementGiven'],
  DECLINE_ENDORSEMENT: ['endorsementGiven'],
  RECORD_ENDORSER_UNREACHED: ['endorsementUnreached'],
  ASK: ['questionAsked'],
  ANSWER: ['questionAnswered'],
  AMEND: ['newVersion', 'newVersionToScore', 'newVersionForAdvice'],
  CLOSE_QUESTION: ['questionClosed'],
  RECOMMEND: ['decisionNeeded'],
  REASSESS: ['sentBackToReview'],
  SEND_BACK: ['sentBackToPanel'],
  APPROVE: ['decisionLetter', 'fundsNeeded'],
  OFFER_REGIONAL_OPTION: ['decisionLetter'],
  DEFER: ['decisionLetter'],
  DECLINE: ['decisionLetter'],
  DECIDE_WITH_OTHERS: ['approvalGiven'],
  CORRECT_LETTER: ['letterCorrected'],
  REOPEN: ['requestReopened', 'decisionNeeded'],
  ACCEPT_OFFER: ['offerAnswered', 'fundsNeeded'],
  REFUSE_OFFER: ['offerAnswered'],
  RECONSIDER: ['recommendationNeeded'],
  REQUEST_RECONSIDERATION: ['reconsiderationRequested'],
  FUND: ['funded', 'costShareToConfirm'],
  REVALIDATE: ['approvalRevalidated'],
  LAPSE_APPROVAL: ['approvalLapsed'],
  PROPOSE_TOR: ['torToSign'],
};

/** What each step of a post tells, before what it leads to is known. */
export const TOLD_BY_POST: Partial<Record<DeploymentEventType, readonly NoticeName[]>> = {
  OPEN: ['postOpened'],
  ADVERTISE: ['recruitmentStage'],
  SHORTLIST: ['recruitmentStage'],
  SELECT: ['selectionConsultation'],
  ARRIVE: ['adviserArrived'],
  RECEIVE: ['adviserArrived'],
  NOT_ARRIVED: ['adviserNotArrived'],
  CANCEL: ['recruitmentStopped'],
  PLAN: ['workPlanToAgree'],
  FILE_REPORT: ['reportFiled'],
  ADD_OBLIGATION: ['reportAsked'],
  MOVE_OBLIGATION: ['reportDateMoved'],
  NOTE_TO_OHCHR: ['noteToOhchr'],
  START_MID_TERM: ['midTermOpened'],
  OPEN_RENEWAL: ['renewalOpened'],
  ASK_EXTENSION: ['extensionWished'],
  EXTEND: ['termExtended'],
  PLAN_SUCCESSION: ['successionPlanned'],
  CONVERT: ['postConverted'],
  START_CLOSING: ['closingOpened'],
  HAND_OVER: ['postHandedOver'],
  TRANSFER: ['postEmpty'],
  BRIDGE: ['gapBridged'],
  END_BRIDGE: ['bridgeEnded'],
  COVER: ['coverageChanged'],
  UNCOVER: ['coverageChanged'],
  SET_REPORTING: ['supervisionChanged'],
};
