import { AFTER_APPROVAL } from './after-approval.js';
import { APPOINTING_MAILS } from './appointing.js';
import { HOLDER_AWAY } from './away.js';
import { BY_LINK_MAILS } from './by-link.js';
import { NEW_VERSION } from './new-version.js';
import { NUDGED } from './nudging.js';
import { POST_ENGLISH, POST_TASKS_ENGLISH } from './posts-en.js';
import { caseIn, lowerFirst, type LanguageWords, type MailFields } from './words.js';
import { SCORING_MAILS } from './scoring.js';

const request = caseIn.en;
const by = (f: MailFields): string => (f.due ? `, by ${f.due}` : '');

/** The mails in English. */
export const ENGLISH: LanguageWords = {
  notices: {
    requestReceived: {
      subject: (f) => `Request received: ${f.place}`,
      lead: (f) => `${request(f)} was submitted. It is now checked for completeness; nothing is needed from you.`,
      button: 'Open the request',
    },
    screeningNeeded: {
      subject: (f) => `Completeness check needed: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} was submitted. Check whether it is complete, then accept it or return it.`,
      button: 'Check the request',
    },
    submittedUnchanged: {
      subject: (f) => `Submitted again, unchanged: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} was submitted again. Nothing in it was changed since it was returned. Check it, then accept it or return it.`,
      button: 'Check the request',
    },
    requestAccepted: {
      subject: (f) => `Request accepted as complete: ${f.place}`,
      lead: (f) =>
        `${request(f)} is complete. It now goes to the region for advice and to reviewers for scoring; nothing is needed from you.`,
      button: 'Open the request',
    },
    requestReturned: {
      subject: (f) => `Corrections needed: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} was returned. What has to be corrected is written there.`,
      button: 'See what to correct',
    },
    requestWithdrawn: {
      subject: (f) => `Request withdrawn: ${f.place}`,
      lead: (f) => `${request(f)} was withdrawn. Nothing more is needed from you.`,
      button: 'Open the request',
    },
    requestLapsed: {
      subject: (f) => `Request lapsed: ${f.place}`,
      lead: (f) => `${request(f)} was not corrected in time and has lapsed. A new request can be made at any time.`,
      button: 'Open the request',
    },
    draftExpired: {
      subject: (f) => `Draft expired: ${f.place}`,
      lead: (f) => `${request(f)} was not submitted in time and has expired. A new request can be made at any time.`,
      button: 'Open the draft',
    },
    adviceWanted: {
      subject: (f) => `Your advice is needed: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} is complete. Say whether you support it, support it with conditions, prefer a regional option or do not support it. If no advice comes in time, that is recorded and the review goes on.`,
      button: 'Give advice',
    },
    adviceGiven: {
      subject: (f) => `Advice received${f.who ? ` from the ${f.who}` : ''}: ${f.place}`,
      lead: (f) =>
        `${f.who ? `The ${f.who} has given its advice` : 'Advice was given'} on request ${f.ref} (${f.countries}).`,
      button: 'Read the advice',
    },
    silenceRecorded: {
      subject: (f) => `No advice received in time: ${f.place}`,
      lead: (f) =>
        `The time for advice on request ${f.ref} (${f.countries}) has passed. It is recorded that none came; this counts neither for nor against the request.`,
      button: 'Open the request',
    },
    ownSilenceRecorded: {
      subject: (f) => `Recorded: no advice from you: ${f.place}`,
      lead: (f) =>
        `No advice came from you on request ${f.ref} (${f.countries}) while it was asked for. That is recorded, and counts neither for nor against the request. As long as the panel has not recommended, you can still give it; it is marked as late.`,
      button: 'See the request for advice',
    },
    reviewersWanted: {
      subject: (f) => `Reviewers to be appointed: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} is complete and waits for reviewers.`,
      button: 'Appoint reviewers',
    },
    reviewerAppointed: {
      subject: (f) => `You are appointed as a reviewer: ${f.place}${by(f)}`,
      lead: (f) =>
        `You are asked to score request ${f.ref} (${f.countries}). Declare first whether you have a conflict of interest; the request opens after that.`,
      button: 'Declare interests',
    },
    scoresComplete: {
      subject: (f) => `Scores to be revealed: ${f.place}${by(f)}`,
      lead: (f) =>
        `Every reviewer of request ${f.ref} (${f.countries}) has finished. Reveal the scores, so that they can be moderated and settled.`,
      button: 'Reveal the scores',
    },
    ...SCORING_MAILS.en,
    moderationNeeded: {
      subject: (f) => `Moderation needed: ${f.place}${by(f)}`,
      lead: (f) =>
        `The reviews of request ${f.ref} (${f.countries}) are open to its reviewers and to the panel chair. They have to be moderated before they are settled.`,
      button: 'Read the reviews',
    },
    questionAsked: {
      subject: (f) => `A question for you: ${f.place}${by(f)}`,
      lead: (f) =>
        `OHCHR has a question about request ${f.ref} (${f.countries}). While it is open, the time of the review stands still.`,
      button: 'Answer the question',
    },
    questionAnswered: {
      subject: (f) => `Question answered: ${f.place}`,
      lead: (f) => `The country office answered a question about request ${f.ref} (${f.countries}).`,
      button: 'Read the answer',
    },
    ...NEW_VERSION.en,
    questionClosed: {
      subject: (f) => `Question closed without an answer: ${f.place}${by(f)}`,
      lead: (f) =>
        `OHCHR closed a question about request ${f.ref} (${f.countries}) without an answer. The reason is written there. It does not have to be answered any more, and the review goes on.`,
      button: 'Read why',
    },
    recommendationNeeded: {
      subject: (f) => `Recommendation needed: ${f.place}${by(f)}`,
      lead: (f) => `${request(f)} is with the panel and waits for its recommendation.`,
      button: 'Recommend',
    },
    decisionNeeded: {
      subject: (f) => `Decision needed: ${f.place}${by(f)}`,
      lead: (f) => `The panel has recommended on request ${f.ref} (${f.countries}). The decision is yours.`,
      button: 'Decide',
    },
    sentBackToPanel: {
      subject: (f) => `Sent back to the panel: ${f.place}${by(f)}`,
      lead: (f) =>
        `The approver sent request ${f.ref} (${f.countries}) back to the panel. The reason is written there.`,
      button: 'Recommend again',
    },
    sentBackToReview: {
      subject: (f) => `Sent back to the reviewers: ${f.place}`,
      lead: (f) =>
        `The panel sent request ${f.ref} (${f.countries}) back to its reviewers. The reason is written there.`,
      button: 'Open the request',
    },
    decisionLetter: {
      subject: (f) => `Decision on the request: ${f.place}`,
      lead: (f) => `The decision on request ${f.ref} (${f.countries}) is in the letter attached to this message.`,
      button: 'Read the letter',
    },
    fundsNeeded: {
      subject: (f) => `Funds needed: ${f.place}${by(f)}`,
      lead: (f) =>
        `${request(f)} is approved, resources permitting. It waits until its first period is covered${f.due ? `; the approval is valid until ${f.due}` : ''}.`,
      button: 'Open the request',
    },
    offerAnswered: {
      subject: (f) => `Offer answered: ${f.place}`,
      lead: (f) =>
        `The Resident Coordinator answered the offer of a regional option for request ${f.ref} (${f.countries}).`,
      button: 'Read the answer',
    },
    reconsiderationRequested: {
      subject: (f) => `Reconsideration asked for: ${f.place}${by(f)}`,
      lead: (f) =>
        `The Resident Coordinator asks for reconsideration of request ${f.ref} (${f.countries}). It is with the panel again.`,
      button: 'Open the request',
    },
    ...BY_LINK_MAILS.en.notices,
    ...APPOINTING_MAILS.en.notices,
    ...AFTER_APPROVAL.en.notices,
    ...POST_ENGLISH,
  },
  clocks: {
    reminder: (t) => ({
      subject: (f) => `Reminder: ${lowerFirst(t.need)}, ${f.place}${by(f)}`,
      lead: t.reminder ?? ((f) => `${request(f)} waits for ${t.awaited}, by ${f.due}.`),
      button: t.button,
    }),
    due: (t) => ({
      subject: (f) => `${t.need}: ${f.place}, last day ${f.due}`,
      lead: (f) => `${request(f)} waits for ${t.awaited}. The last day is ${f.due}.`,
      button: t.button,
    }),
    overdue: (t) => ({
      subject: (f) => `${t.need}: ${f.place}, overdue since ${f.due}`,
      lead: (f) => `${request(f)} still waits for ${t.awaited}. It was due on ${f.due}.`,
      button: t.button,
    }),
    nudged: NUDGED.en,
    escalation: (t) => ({
      subject: (f) => `Overdue since ${f.due}: ${t.awaited}, ${f.place}`,
      lead: (f) =>
        `${request(f)} waits for ${t.awaited}, which was due on ${f.due}. Whoever has to act was reminded; you are told so that you can help it on.`,
      button: 'Open the page',
    }),
    ...HOLDER_AWAY.en,
  },
  tasks: {
    finishDraft: {
      need: 'Your draft is not submitted',
      awaited: 'the draft to be submitted',
      button: 'Go on with the draft',
      reminder: (f) =>
        `Draft ${f.ref} (${f.countries}) has not been changed for some time. Unless it is submitted, it expires on ${f.due}.`,
    },
    screen: {
      need: 'Completeness check needed',
      awaited: 'the completeness check',
      button: 'Check the request',
    },
    correct: {
      need: 'Corrections needed',
      awaited: 'corrections by the country office',
      button: 'Correct the request',
    },
    ...BY_LINK_MAILS.en.tasks,
    ...APPOINTING_MAILS.en.tasks,
    answer: {
      need: 'Your answer is needed',
      awaited: 'an answer by the country office',
      button: 'Answer the question',
    },
    declare: {
      need: 'Your declaration is needed',
      awaited: 'a reviewer’s declaration of interests',
      button: 'Declare interests',
    },
    score: { need: 'Your score is needed', awaited: 'a reviewer’s score', button: 'Go on scoring' },
    reveal: { need: 'Scores to be revealed', awaited: 'the scores to be revealed', button: 'Reveal the scores' },
    settle: { need: 'Scores to be settled', awaited: 'the scores to be settled', button: 'Settle the scores' },
    moderate: { need: 'Moderation needed', awaited: 'moderation of the scores', button: 'Moderate the scores' },
    recommend: { need: 'Recommendation needed', awaited: 'the recommendation of the panel', button: 'Recommend' },
    decide: { need: 'Decision needed', awaited: 'the decision', button: 'Decide' },
    answerOffer: {
      need: 'Your answer to the offer is needed',
      awaited: 'the answer of the Resident Coordinator to the offer',
      button: 'Answer the offer',
    },
    takeUpAgain: {
      need: 'Deferred request to be taken up again',
      awaited: 'the deferred request to be taken up again',
      button: 'Open the request',
    },
    findFunds: { need: 'Funds needed', awaited: 'funds for its first period', button: 'Open the request' },
    ...AFTER_APPROVAL.en.tasks,
  },
  postTasks: POST_TASKS_ENGLISH,
  placeOf: (first, others) => `${first} and ${others} other countries`,
  greeting: (f) => `Dear ${f.recipient},`,
  copyAddress: 'If the button does not work, copy this address:',
  confidential: 'For confidentiality this message contains no text from the case.',
  letterFor: (copies) =>
    `It is addressed to the Resident Coordinator, for action.${copies ? ` In copy, for information: ${copies}.` : ''}`,
  because: {
    rcOffice: 'You receive it because you work in the Resident Coordinator’s Office.',
    residentCoordinator: 'You receive it as Resident Coordinator.',
    actingCoordinator: 'You receive it because you act for the Resident Coordinator.',
    deskOfficer: 'You receive it because you are the OHCHR desk officer for this region.',
    reviewer: 'You receive it because you are a reviewer of this request.',
    panelChair: 'You receive it because you chair the panel.',
    approver: 'You receive it because you decide on requests from this region.',
    regionalTeam: 'You receive it because you speak for the Regional UNDG Team.',
    regionalOffice: 'You receive it because you speak for an OHCHR office in this region.',
    ...BY_LINK_MAILS.en.because,
    fundManager: 'You receive it because you manage the fund.',
    adviser: 'You receive it because you hold this post, or are to hold it.',
  },
  illustrative: 'Illustrative data: this is a demonstration; its people and requests are invented.',
};
