import { allScoresIn, type Clock, type RequestEventType, type RequestFacts } from '#domain';
import { paths } from '../shell/paths.js';

type Page = (ref: string) => string;

/** On which page each step is taken. Work in hand (changes, documents, saved scores) belongs to the page of its end. */
const PAGES: Partial<Record<RequestEventType, Page>> = {
  SIGN_TOGETHER: paths.signatures,
  EDIT_PART: paths.signatures,
  TAKE_BACK_SIGNATURE: paths.signatures,
  WITHDRAW_COUNTRY: paths.signatures,
  SUBMIT: paths.check,
  RESUBMIT: paths.check,
  ABANDON: paths.abandon,
  ACCEPT: paths.screening,
  RETURN: paths.screening,
  WITHDRAW: paths.withdraw,
  ADVISE: paths.advice,
  CONSULT: paths.consultation,
  EXTEND_CONSULTATION: paths.consultation,
  RECONSULT: paths.consultation,
  LET_ADVICE_STAND: paths.consultation,
  RESEND_CONSULTATION: paths.consultation,
  WITHDRAW_CONSULTATION: paths.consultation,
  INVITE_ENDORSERS: paths.endorsements,
  ASK_ENDORSERS_AGAIN: paths.endorsements,
  REPLACE_ENDORSER: paths.endorsements,
  WITHDRAW_ENDORSER: paths.endorsements,
  EXTEND_CLOCK: paths.time,
  STOP_CLOCK: paths.time,
  GO_ON_CLOCK: paths.time,
  ASK_MORE_TIME: paths.time,
  REFUSE_MORE_TIME: paths.time,
  APPOINT: paths.reviewers,
  DECLARE: paths.declaration,
  DECLINE_APPOINTMENT: paths.declineAppointment,
  RELEASE: paths.reviewers,
  SCORE: paths.review,
  REVISE: paths.requestReviews,
  REVEAL: paths.requestReviews,
  DISCUSS: paths.requestReviews,
  SETTLE: paths.settle,
  ASK: paths.messages,
  ANSWER: paths.messages,
  CLOSE_QUESTION: paths.messages,
  AMEND: paths.check,
  RECOMMEND: paths.recommend,
  PREPARE_RECOMMENDATION: paths.recommend,
  DISCARD_PREPARED: paths.recommend,
  REASSESS: paths.recommend,
  APPROVE: paths.decision,
  OFFER_REGIONAL_OPTION: paths.decision,
  DEFER: paths.decision,
  DECLINE: paths.decision,
  SEND_BACK: paths.decision,
  DECIDE_WITH_OTHERS: paths.decision,
  CORRECT_LETTER: paths.correctLetter,
  SEND_LETTER_AGAIN: paths.sendLetterAgain,
  REOPEN: paths.reopen,
  NUDGE: paths.nudge,
  ACCEPT_OFFER: paths.offer,
  REFUSE_OFFER: paths.offer,
  RECONSIDER: paths.recommend,
  REQUEST_RECONSIDERATION: paths.reconsideration,
  ENTER_FUNDING: paths.funding,
  RECORD_COST_SHARE: paths.funding,
  FUND: paths.funding,
  REVALIDATE: paths.funding,
  PROPOSE_TOR: paths.terms,
  SIGN_TOR: paths.terms,
  CONFIRM_COST_SHARE: paths.costSharing,
  CONFIRM_HOSTING: paths.hosting,
};

/** The page on which a step is taken; null for what is done in passing. */
export const pageOfStep = (ref: string, type: RequestEventType): string | null => PAGES[type]?.(ref) ?? null;

const BY_GROUP: Record<string, Page> = {
  draft: paths.request,
  screening: paths.screening,
  returned: paths.request,
  consultation: paths.advice,
  unreached: paths.consultation,
  outdatedAdvice: paths.consultation,
  unreachedEndorser: paths.endorsements,
  endorsement: paths.endorsements,
  appointment: paths.declaration,
  clarification: paths.messages,
  recommendation: paths.recommend,
  decision: paths.decision,
  offered: paths.offer,
  deferred: paths.recommend,
  awaitingFunds: paths.funding,
  tor: paths.terms,
  costSharing: paths.costSharing,
  hosting: paths.hosting,
};

/** The page on which what a clock waits for is done. */
export function pageOfClock(facts: RequestFacts, clock: Pick<Clock, 'group' | 'holder' | 'personId'>): string {
  const { ref } = facts;
  if (clock.group !== 'review') return (BY_GROUP[clock.group] ?? paths.request)(ref);
  if (clock.holder === 'panelChair') return paths.settle(ref);
  if (clock.holder === 'deskOfficer') return allScoresIn(facts) ? paths.requestReviews(ref) : paths.reviewers(ref);
  const own = facts.reviewers.find((r) => r.person.id === clock.personId);
  return own?.state === 'appointed' ? paths.declaration(ref) : paths.review(ref);
}
