import type { NoticeName, Task } from '#domain';
import type { ClockNotice, StepNotice } from './words.js';

type Path = (ref: string) => string;
const request: Path = (ref) => `/requests/${ref}`;
const under =
  (page: string): Path =>
  (ref) =>
    `/requests/${ref}/${page}`;
const advice: Path = (ref) => `/advice/${ref}`;
const review: Path = (ref) => `/reviews/${ref}`;
const declaration: Path = (ref) => `/reviews/${ref}/declaration`;
const decision: Path = (ref) => `/decisions/${ref}`;

/** Where the button of each mail leads. Only what its reader may open: before a declaration, nothing but the declaration. */
const OF_NOTICE: Record<StepNotice, Path> = {
  requestReceived: request,
  screeningNeeded: under('screening'),
  submittedUnchanged: under('screening'),
  requestAccepted: request,
  requestReturned: request,
  requestWithdrawn: request,
  requestLapsed: request,
  draftExpired: request,
  adviceWanted: advice,
  adviceGiven: request,
  silenceRecorded: request,
  ownSilenceRecorded: advice,
  reviewersWanted: under('reviewers'),
  reviewerAppointed: declaration,
  conflictDeclared: under('reviewers'),
  scoresComplete: under('reviews'),
  scoresRevealed: under('reviews'),
  moderationNeeded: under('reviews'),
  questionAsked: under('messages'),
  questionAnswered: under('messages'),
  questionClosed: under('messages'),
  recommendationNeeded: under('recommendation'),
  decisionNeeded: decision,
  sentBackToPanel: under('recommendation'),
  sentBackToReview: request,
  decisionLetter: under('letter'),
  fundsNeeded: under('funding'),
  funded: under('arrangements'),
  costShareToConfirm: under('cost-sharing'),
  hostingToConfirm: under('hosting'),
  torToSign: under('terms'),
  torSigned: under('arrangements'),
  handedOver: request,
  approvalEnding: under('funding'),
  approvalRevalidated: under('funding'),
  approvalLapsed: request,
  offerAnswered: request,
  reconsiderationRequested: request,
};

const OF_TASK: Record<Task, Path> = {
  finishDraft: request,
  screen: under('screening'),
  correct: request,
  advise: advice,
  answer: under('messages'),
  declare: declaration,
  score: review,
  appoint: under('reviewers'),
  reveal: under('reviews'),
  settle: under('settle'),
  moderate: under('settle'),
  recommend: under('recommendation'),
  decide: decision,
  answerOffer: under('offer'),
  takeUpAgain: request,
  findFunds: under('funding'),
  proposeTerms: under('terms'),
  signTerms: under('terms'),
  confirmCostShare: under('cost-sharing'),
  confirmHosting: under('hosting'),
};

const isClock = (notice: NoticeName): notice is ClockNotice => !Object.hasOwn(OF_NOTICE, notice);

/** The path of the page where a mail leads. */
export function pathOf(notice: NoticeName, task: Task | null, ref: string): string {
  if (!isClock(notice)) return OF_NOTICE[notice](ref);
  // Whoever is above the holder reads the case; the step itself is not theirs.
  return notice === 'escalation' || !task ? request(ref) : OF_TASK[task](ref);
}
