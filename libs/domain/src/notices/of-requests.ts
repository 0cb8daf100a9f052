import type { Role } from '../people/roles.js';
import { OFFICE, type NoticeRule } from './rule.js';

/** Who gets a copy of each decision letter: the one rule behind the mail and the words of the letter. */
export const LETTER_COPIES = ['regionalTeam', 'deskOfficer'] as const satisfies readonly Role[];
export type LetterCopy = (typeof LETTER_COPIES)[number];

/** Steps by which somebody is a reviewer of a request no more. */
const LEAVING = ['DECLARE', 'DECLINE_APPOINTMENT', 'RELEASE', 'RECORD_CONFLICT', 'HAND_BACK_REVIEW'] as const;
const request = { about: 'request' } as const;
const duty = { ...request, group: 'duties' } as const;
const event = { ...request, group: 'requests' } as const;
const place = { ...request, group: 'appointments' } as const;
const ended = { ...request, group: 'decisions' } as const;
const late = { ...request, group: 'late' } as const;
const assessed = { tells: 'assessment' } as const;

/** From the draft to the decision. */
const BEFORE_THE_DECISION = {
  requestReceived: { ...event, on: ['SUBMIT', 'RESUBMIT'], to: OFFICE },
  screeningNeeded: { ...duty, on: ['SUBMIT'], where: ['RESUBMIT'], to: ['deskOfficer'], asks: 'screening' },
  submittedUnchanged: { ...duty, where: ['RESUBMIT'], to: ['deskOfficer'], asks: 'screening' },
  requestAccepted: { ...event, on: ['ACCEPT'], to: OFFICE },
  requestReturned: { ...ended, on: ['RETURN'], to: OFFICE, asks: 'returned' },
  requestWithdrawn: {
    ...event,
    on: ['WITHDRAW'],
    to: ['deskOfficer', 'reviewers', 'regionalTeam', 'consulted', 'partners'],
  },
  requestLapsed: { ...ended, on: ['LAPSE'], to: [...OFFICE, 'deskOfficer'] },
  draftExpired: { ...ended, on: ['EXPIRE'], to: OFFICE },
  adviceWanted: {
    ...duty,
    on: ['ACCEPT'],
    where: ['RESEND_CONSULTATION'],
    to: ['consulted'],
    asks: 'consultation',
  },
  adviceByLink: { ...duty, where: ['CONSULT', 'RESEND_CONSULTATION'], to: ['consulted'], asks: 'consultation' },
  adviceExtended: { ...duty, where: ['EXTEND_CONSULTATION'], to: ['consulted'], asks: 'consultation' },
  adviceAskedAgain: { ...duty, where: ['RECONSULT'], to: ['consulted'], asks: 'consultation' },
  /** Told once more to a party that has not opened what it is asked: its time is long, and its first reminder late. */
  adviceUnseen: { ...duty, clock: 'unseen', to: ['consulted'], asks: 'consultation' },
  adviceTakenBack: { ...event, where: ['WITHDRAW_CONSULTATION'], to: ['takenBack'] },
  adviceUnreached: { ...late, ...assessed, on: ['RECORD_UNREACHED'], to: ['deskOfficer'], asks: 'unreached' },
  adviceGiven: { ...event, where: ['ADVISE'], to: ['deskOfficer'] },
  endorsementAsked: {
    ...duty,
    where: ['INVITE_ENDORSERS', 'REPLACE_ENDORSER'],
    to: ['endorsers'],
    asks: 'endorsement',
  },
  endorsementAskedAgain: { ...duty, where: ['ASK_ENDORSERS_AGAIN'], to: ['endorsers'], asks: 'endorsement' },
  endorsementTakenBack: { ...event, where: ['REPLACE_ENDORSER', 'WITHDRAW_ENDORSER'], to: ['formerEndorsers'] },
  endorsementGiven: { ...event, where: ['ENDORSE', 'DECLINE_ENDORSEMENT'], to: ['rcOffice', 'residentCoordinator'] },
  endorsementUnreached: {
    ...late,
    on: ['RECORD_ENDORSER_UNREACHED'],
    to: ['rcOffice', 'residentCoordinator'],
    asks: 'unreachedEndorser',
  },
  silenceRecorded: { ...event, on: ['RECORD_SILENCE'], to: ['deskOfficer'] },
  ownSilenceRecorded: { ...event, where: ['RECORD_SILENCE', 'RECOMMEND'], to: ['silent'] },
  adviceClosed: { ...event, where: ['RECOMMEND'], to: ['cutShort'] },
  caseTakenOver: { ...place, clock: 'term', to: ['newcomer'] },
  signatureWanted: { ...duty, where: ['CREATE', 'EDIT'], to: ['signatories'] },
  signatureVoid: {
    ...duty,
    where: ['EDIT', 'EDIT_PART', 'ATTACH', 'DETACH', 'WITHDRAW_COUNTRY'],
    to: ['signatories'],
  },
  signatureMissing: { ...event, where: ['WITHDRAW_COUNTRY', 'TAKE_BACK_SIGNATURE'], to: ['lead'] },
  signaturesComplete: { ...duty, where: ['SIGN_TOGETHER'], to: ['lead'] },
  partnersReleased: { ...event, where: ['ABANDON', 'EXPIRE'], to: ['partners'] },
  optionToSign: { ...duty, where: ['OFFER_REGIONAL_OPTION'], to: ['signatories'] },
  optionUnsigned: { ...event, where: ['TAKE_BACK_SIGNATURE', 'WITHDRAW_COUNTRY'], to: ['lead'] },
  optionSigned: { ...duty, where: ['SIGN_TOGETHER'], to: ['lead'] },
  reviewersWanted: {
    ...duty,
    ...assessed,
    on: ['ACCEPT'],
    where: LEAVING,
    to: ['deskOfficer'],
    asks: 'review',
    task: 'appoint',
  },
  reviewerAppointed: { ...place, ...assessed, where: ['APPOINT'], to: ['person'], asks: 'appointment' },
  conflictDeclared: {
    ...event,
    ...assessed,
    where: ['DECLARE', 'RECORD_CONFLICT', 'HAND_BACK_REVIEW'],
    to: ['deskOfficer'],
  },
  appointmentDeclined: { ...event, ...assessed, where: ['DECLINE_APPOINTMENT'], to: ['deskOfficer'] },
  reviewerReleased: { ...place, ...assessed, where: ['RELEASE'], to: ['person'] },
  appointmentEnded: {
    ...place,
    ...assessed,
    where: ['RECORD_CONFLICT', 'HAND_BACK_REVIEW'],
    to: ['person'],
    names: 'nothing',
  },
  scoresComplete: {
    ...duty,
    ...assessed,
    where: ['SCORE', ...LEAVING],
    to: ['deskOfficer'],
    asks: 'review',
    task: 'reveal',
  },
  scoresRevealed: { ...event, ...assessed, where: ['REVEAL'], to: ['reviewers'] },
  scoresToSettle: { ...duty, ...assessed, where: ['REVEAL'], to: ['panelChair'], asks: 'review' },
  moderationNeeded: {
    ...duty,
    ...assessed,
    where: ['REVEAL', 'REVISE'],
    to: ['reviewers', 'panelChair'],
    asks: 'review',
  },
  questionAsked: { ...duty, on: ['ASK'], to: ['rcOffice', 'residentCoordinator'], asks: 'clarification' },
  questionAnswered: { ...event, on: ['ANSWER'], to: ['deskOfficer', 'reviewers'] },
  newVersion: { ...event, on: ['AMEND'], to: ['deskOfficer', 'panelChair'], asks: 'outdatedAdvice' },
  newVersionToScore: { ...duty, on: ['AMEND'], to: ['reviewers'] },
  newVersionForAdvice: { ...event, on: ['AMEND'], to: ['heard'] },
  questionClosed: {
    ...event,
    on: ['CLOSE_QUESTION'],
    to: ['rcOffice', 'residentCoordinator', 'reviewers'],
    asks: 'review',
  },
  recommendationNeeded: {
    ...duty,
    ...assessed,
    on: ['RECONSIDER'],
    where: ['SETTLE', 'ADVISE', 'RECORD_SILENCE'],
    to: ['panelChair'],
    asks: 'recommendation',
  },
  sentBackToPanel: { ...duty, ...assessed, on: ['SEND_BACK'], to: ['panelChair'], asks: 'recommendation' },
  sentBackToReview: { ...duty, ...assessed, on: ['REASSESS'], to: ['reviewers'] },
} as const satisfies Record<string, NoticeRule>;

const money = { ...request, group: 'money' } as const;

/** The decision, the money and the arrangements. */
const FROM_THE_DECISION_ON = {
  decisionLetter: {
    ...ended,
    on: ['APPROVE', 'OFFER_REGIONAL_OPTION', 'DEFER', 'DECLINE'],
    to: ['residentCoordinator'],
    copy: LETTER_COPIES,
    letter: true,
  },
  letterCorrected: {
    ...ended,
    on: ['CORRECT_LETTER'],
    to: ['residentCoordinator'],
    copy: LETTER_COPIES,
    letter: true,
  },
  letterSentAgain: {
    ...ended,
    on: ['SEND_LETTER_AGAIN'],
    to: ['residentCoordinator'],
    copy: LETTER_COPIES,
    letter: true,
  },
  // Whoever wrote may be a reviewer: that somebody did is no news for the country’s side.
  replyForOhchr: { ...event, ...assessed, byMail: true, to: ['deskOfficer'] },
  replyForOffice: { ...event, byMail: true, to: OFFICE },
  /** Chased once, by a person and not by a clock of the case: nothing follows from it. */
  conditionsUnseen: { ...ended, clock: 'unseen', to: ['residentCoordinator'] },
  /** A decision that nobody has got is no news that can wait for somebody to look at the page. */
  letterUnreached: { ...late, clock: 'letterBack', to: ['deskOfficer'] },
  requestReopened: { ...ended, on: ['REOPEN'], to: [...OFFICE, 'deskOfficer', 'regionalTeam', 'panelChair'] },
  decisionNeeded: { ...duty, ...assessed, on: ['RECOMMEND', 'REOPEN'], to: ['approver'], asks: 'decision' },
  approvalGiven: { ...event, ...assessed, on: ['DECIDE_WITH_OTHERS'], to: ['approver'] },
  offerAnswered: {
    ...money,
    on: ['ACCEPT_OFFER', 'REFUSE_OFFER'],
    to: ['deskOfficer', 'regionalTeam', 'approver', 'partners'],
  },
  fundsNeeded: { ...duty, on: ['APPROVE', 'ACCEPT_OFFER'], to: ['fundManager'], asks: 'awaitingFunds' },
  funded: { ...money, on: ['FUND'], to: OFFICE },
  termsToPropose: { ...duty, where: ['FUND'], to: ['deskOfficer'], asks: 'tor', task: 'proposeTerms' },
  costShareToConfirm: { ...duty, on: ['FUND'], to: ['residentCoordinator'], asks: 'costSharing' },
  hostingToConfirm: { ...duty, where: ['FUND'], to: ['rcOffice', 'residentCoordinator'], asks: 'hosting' },
  torToSign: {
    ...duty,
    on: ['PROPOSE_TOR'],
    to: ['residentCoordinator', 'deskOfficer'],
    asks: 'tor',
    task: 'signTerms',
  },
  torSigned: { ...money, where: ['SIGN_TOR'], to: [...OFFICE, 'deskOfficer'] },
  handedOver: {
    ...money,
    where: ['SIGN_TOR', 'CONFIRM_COST_SHARE', 'CONFIRM_HOSTING'],
    // The desk officer is told of the post that it leads to.
    to: [...OFFICE, 'regionalTeam', 'fundManager'],
  },
  approvalEnding: { ...late, clock: 'approvalEnding', to: ['fundManager', 'deskOfficer', 'approver'] },
  approvalRevalidated: { ...money, on: ['REVALIDATE'], to: [...OFFICE, 'fundManager'] },
  approvalLapsed: { ...ended, on: ['LAPSE_APPROVAL'], to: [...OFFICE, 'deskOfficer', 'fundManager'] },
  reconsiderationRequested: {
    ...duty,
    on: ['REQUEST_RECONSIDERATION'],
    to: ['panelChair', 'deskOfficer'],
    asks: 'recommendation',
  },
} as const satisfies Record<string, NoticeRule>;

/** Every notice of a request that a step tells, or a clock of its own. */
export const REQUEST_NOTICES = { ...BEFORE_THE_DECISION, ...FROM_THE_DECISION_ON } as const;
