import { AMENDING_ENTRY_NAMES } from '../amending/record.js';
import { APPOINTING_ENTRY_NAMES } from '../appointing/record.js';
import { DECISION_ENTRY_NAMES } from '../decision/record-decision.js';
import { CONSULTATION_ENTRY_NAMES } from '../consultation/record.js';
import { ENDORSING_ENTRY_NAMES } from '../endorsing/record.js';
import { TOGETHER_ENTRY_NAMES } from '../together/record.js';
import { TIMING_ENTRY_NAMES } from '../timing/record.js';
import { ARRANGEMENT_ENTRY_NAMES } from './record-arrangements.js';
import { DISCUSSION_ENTRY_NAMES } from './record-discussion.js';
import { PANEL_ENTRY_NAMES } from './record-panel.js';
import type { RequestEventType } from './events.js';

/** The name of each entry in the record, in the past tense. */
export const ENTRY_NAMES = {
  ...TIMING_ENTRY_NAMES,
  CREATE: 'created',
  EDIT: 'edited',
  ATTACH: 'attached',
  DETACH: 'detached',
  SUBMIT: 'submitted',
  ...TOGETHER_ENTRY_NAMES,
  RESUBMIT: 'resubmitted',
  ABANDON: 'abandoned',
  EXPIRE: 'expired',
  LAPSE: 'lapsed',
  ACCEPT: 'accepted',
  RETURN: 'returned',
  WITHDRAW: 'withdrawn',
  ADVISE: 'advised',
  RECORD_SILENCE: 'silenceRecorded',
  ...CONSULTATION_ENTRY_NAMES,
  ...ENDORSING_ENTRY_NAMES,
  ...APPOINTING_ENTRY_NAMES,
  ...AMENDING_ENTRY_NAMES,
  APPOINT: 'reviewersAppointed',
  DECLARE: 'interestsDeclared',
  SAVE_SCORES: 'scoresSaved',
  SCORE: 'scored',
  REVEAL: 'scoresRevealed',
  REVISE: 'scoresRevised',
  SETTLE: 'scoresSettled',
  ASK: 'asked',
  ANSWER: 'answered',
  CLOSE_QUESTION: 'questionClosed',
  RECOMMEND: 'recommended',
  REASSESS: 'sentBackToReview',
  APPROVE: 'approved',
  OFFER_REGIONAL_OPTION: 'regionalOptionOffered',
  DEFER: 'deferred',
  DECLINE: 'declined',
  SEND_BACK: 'sentBackToPanel',
  ...DECISION_ENTRY_NAMES,
  ACCEPT_OFFER: 'offerAccepted',
  REFUSE_OFFER: 'offerRefused',
  RECONSIDER: 'takenUpAgain',
  REQUEST_RECONSIDERATION: 'reconsiderationRequested',
  ...ARRANGEMENT_ENTRY_NAMES,
  ...PANEL_ENTRY_NAMES,
  ...DISCUSSION_ENTRY_NAMES,
} as const satisfies Record<RequestEventType, string>;
