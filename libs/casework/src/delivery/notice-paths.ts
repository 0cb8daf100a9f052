import type { ClockNotice, NoticeAbout, NoticeName, PostTask, Task } from '#domain';
import type { MailToSend } from './mails.js';

type PostNotice = NoticeAbout<'post'>;
/** What is told of the time of a clock: of either kind of case. */
type TimeNotice = Exclude<NoticeAbout<'case'>, ClockNotice>;

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
const OF_NOTICE: Record<NoticeAbout<'request'>, Path> = {
  requestReceived: request,
  screeningNeeded: under('screening'),
  submittedUnchanged: under('screening'),
  requestAccepted: request,
  requestReturned: request,
  requestWithdrawn: request,
  requestLapsed: request,
  draftExpired: request,
  adviceWanted: advice,
  adviceGiven: under('consultation'),
  silenceRecorded: request,
  ownSilenceRecorded: advice,
  adviceClosed: advice,
  adviceByLink: advice,
  adviceExtended: advice,
  adviceAskedAgain: advice,
  adviceUnseen: advice,
  adviceTakenBack: advice,
  adviceUnreached: under('consultation'),
  endorsementAsked: under('endorsements'),
  endorsementAskedAgain: under('endorsements'),
  endorsementTakenBack: under('endorsements'),
  endorsementGiven: under('endorsements'),
  endorsementUnreached: under('endorsements'),
  caseTakenOver: request,
  signatureWanted: under('signatures'),
  signatureVoid: under('signatures'),
  signatureMissing: under('signatures'),
  signaturesComplete: under('check'),
  partnersReleased: request,
  optionToSign: under('signatures'),
  optionUnsigned: under('signatures'),
  optionSigned: under('signatures'),
  reviewersWanted: under('reviewers'),
  reviewerAppointed: declaration,
  conflictDeclared: under('reviewers'),
  appointmentDeclined: under('reviewers'),
  reviewerReleased: () => '/reviews',
  appointmentEnded: () => '/reviews',
  scoresComplete: under('reviews'),
  scoresRevealed: under('reviews'),
  scoresToSettle: under('settle'),
  moderationNeeded: under('reviews'),
  questionAsked: under('messages'),
  questionAnswered: under('messages'),
  questionClosed: under('messages'),
  newVersion: under('versions'),
  newVersionToScore: review,
  newVersionForAdvice: advice,
  recommendationNeeded: under('recommendation'),
  decisionNeeded: decision,
  sentBackToPanel: under('recommendation'),
  sentBackToReview: request,
  decisionLetter: under('letter'),
  letterCorrected: under('letter'),
  conditionsUnseen: under('letter'),
  letterUnreached: under('letter'),
  letterSentAgain: under('letter'),
  replyForOhchr: under('replies'),
  replyForOffice: under('replies'),
  requestReopened: under('history'),
  approvalGiven: decision,
  fundsNeeded: under('funding'),
  funded: under('arrangements'),
  termsToPropose: under('terms'),
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
  reachConsultee: under('consultation'),
  lookAtAdvice: under('consultation'),
  endorse: under('endorsements'),
  reachEndorser: under('endorsements'),
  answer: under('messages'),
  declare: declaration,
  takeUp: declaration,
  score: review,
  appoint: under('reviewers'),
  seeToReviews: under('reviews'),
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

const post: Path = (ref) => `/deployments/${ref}`;
const ofPost =
  (page: string): Path =>
  (ref) =>
    `/deployments/${ref}/${page}`;

/** Steps and tasks of posts that have a page of their own; the others are on the page of the post. */
const OF_POST_NOTICE: Partial<Record<PostNotice, Path>> = {
  postOpened: ofPost('recruitment'),
  candidateNotAgreed: ofPost('recruitment'),
  selectionConsultation: ofPost('recruitment'),
  workPlanToWrite: ofPost('work-plan'),
  workPlanToAgree: ofPost('work-plan'),
  workPlanAgreed: ofPost('work-plan'),
  reportFiled: ofPost('reports'),
  reportAsked: ofPost('reports'),
  reportDateMoved: ofPost('reports'),
  noteToOhchr: ofPost('notes'),
  replyOnPost: ofPost('replies'),
  midTermOpened: ofPost('review'),
  midTermAhead: ofPost('review'),
  midTermReviewed: ofPost('review'),
  renewalOpened: ofPost('renewal'),
  renewalAhead: ofPost('renewal'),
  extensionWished: ofPost('renewal'),
  closingOpened: ofPost('exit'),
  closingAhead: ofPost('exit'),
  checklistSentBack: ofPost('exit'),
  officeChecklistSentBack: ofPost('exit'),
  handoverReady: ofPost('exit'),
  postHandedOver: ofPost('exit'),
};
const OF_POST_TASK: Record<PostTask, Path> = {
  prepareRecruitment: ofPost('recruitment'),
  shortlist: ofPost('recruitment'),
  select: ofPost('recruitment'),
  viewCandidate: ofPost('recruitment'),
  receiveAdviser: ofPost('recruitment'),
  fillGap: post,
  findSuccessor: ofPost('recruitment'),
  writePlan: ofPost('work-plan'),
  agreePlan: ofPost('work-plan'),
  review: ofPost('review'),
  wish: ofPost('renewal'),
  decideRenewal: ofPost('renewal'),
  checklist: ofPost('exit'),
  handOver: ofPost('exit'),
  recordLeaving: ofPost('events/leave'),
  report: ofPost('reports'),
  schedule: post,
};

const CLOCKS: readonly NoticeName[] = [
  'reminder',
  'due',
  'overdue',
  'escalation',
  'holderAway',
  'nudged',
] satisfies ClockNotice[];

/** What is told of the time of a step leads to that step: before a declaration its reader may open nothing else. */
const OF_A_STEP: readonly NoticeName[] = ['moreTimeGiven', 'clockStopped', 'clockGoesOn'] satisfies TimeNotice[];
const TO_ANSWER: TimeNotice = 'moreTimeAsked';

/** The path of the page where a mail leads. */
export function pathOf({
  about,
  notice,
  task,
  ref,
  token,
  as,
}: Pick<MailToSend, 'about' | 'notice' | 'task' | 'ref' | 'token' | 'as'>): string {
  // Whoever has no account answers by the link that is theirs alone.
  if (token) return `/${as === 'endorser' ? 'endorse' : 'consulted'}/${token}`;
  const page = about === 'post' ? post : request;
  // Whoever is above the holder reads the case; the step itself is not theirs.
  if (notice === 'escalation' || notice === 'holderAway') return page(ref);
  if (CLOCKS.includes(notice) || (task && OF_A_STEP.includes(notice)))
    return (about === 'post' ? OF_POST_TASK[task as PostTask] : OF_TASK[task as Task])(ref);
  if (notice === TO_ANSWER) return `${page(ref)}/time`;
  const own = about === 'post' ? OF_POST_NOTICE[notice as PostNotice] : OF_NOTICE[notice as keyof typeof OF_NOTICE];
  return (own ?? page)(ref);
}
