import type { MailLine } from '#casework';
import type { NoticeName } from '#domain';
import { titleOf } from '../notices/audience-words.js';
import { date } from '../shell/words.js';
import { listed, type Status } from './case-words.js';

/** What became of a mail of the case. */
export interface SentLine {
  what: string;
  to: string;
  status: Status;
  /** The words of the mail server, or why nobody could be told. */
  problem: string;
}

const WHAT: Partial<Record<NoticeName, string>> = {
  requestReceived: 'Receipt of the request',
  requestAccepted: 'Request accepted as complete',
  requestReturned: 'Request returned for correction',
  requestWithdrawn: 'Request withdrawn',
  requestLapsed: 'Request lapsed',
  draftExpired: 'Draft expired',
  adviceWanted: 'Advice asked for',
  adviceGiven: 'Advice given',
  silenceRecorded: 'No advice came',
  ownSilenceRecorded: 'No advice came, to those who were asked',
  adviceClosed: 'Advice is not waited for any longer',
  adviceByLink: 'Question by link',
  adviceExtended: 'More time for advice',
  adviceAskedAgain: 'Advice asked for again',
  adviceUnseen: 'Question not opened yet',
  adviceTakenBack: 'Question taken back',
  adviceUnreached: 'A mail about advice came back',
  appointmentEnded: 'An appointment ended, without the request being named',
  endorsementAsked: 'Endorsement asked for',
  endorsementAskedAgain: 'Endorsement asked for again',
  endorsementTakenBack: 'Endorsement not asked for any more',
  endorsementGiven: 'An agency answered',
  endorsementUnreached: 'A mail to a head of agency came back',
  signatureWanted: 'Signature asked for',
  signatureVoid: 'Signature asked for again',
  signatureMissing: 'A signature or a country is missing',
  signaturesComplete: 'Every coordinator has signed',
  partnersReleased: 'Draft given up, to the other offices',
  optionToSign: 'Signature of the option asked for',
  optionUnsigned: 'A signature of the option is missing',
  optionSigned: 'Every coordinator has signed the option',
  questionAsked: 'Question',
  questionAnswered: 'Answer to a question',
  questionClosed: 'A question closed without an answer',
  newVersion: 'New version',
  newVersionToScore: 'New version, to the reviewers',
  newVersionForAdvice: 'New version, to those consulted',
  decisionLetter: 'Decision letter',
  letterCorrected: 'Corrected letter',
  letterSentAgain: 'Decision letter, sent again',
  letterUnreached: 'A decision letter came back',
  replyForOhchr: 'A reply came by mail',
  replyForOffice: 'A reply came by mail',
  requestReopened: 'Reopened',
  approvalGiven: 'One approver has decided',
  fundsNeeded: 'Funds needed',
  offerAnswered: 'Answer to the offer',
  reconsiderationRequested: 'Reconsideration asked for',
  reminder: 'Reminder',
  due: 'Reminder on the day',
  overdue: 'Notice of delay',
  nudged: 'Nudge by hand',
  escalation: 'Notice of delay to the next in line',
};

function statusOf(mail: MailLine): Status {
  switch (mail.status) {
    case 'sent':
      return { text: `Sent ${mail.handedAt ? date(mail.handedAt, 'day') : ''}`.trim(), tone: 'plain' };
    case 'refused':
      return { text: 'Refused', tone: 'red' };
    case 'bounced':
      return { text: 'Came back', tone: 'red' };
    case 'failed':
      return { text: 'Not sent', tone: 'red' };
    default:
      return { text: mail.attempts > 0 ? 'Being tried again' : 'On its way', tone: 'grey' };
  }
}

/** What an outcome says beside its tag; the reason for another try is worth a line as well. */
const problemOf = (mail: MailLine): string =>
  mail.problem ??
  mail.recipients
    .filter((r) => r.state === 'bounced')
    .map((r) => `${r.name}: ${r.problem ?? ''}`)
    .join('\n');
/** Whether it came back from somebody, though others have it. */
const someBack = (mail: MailLine): boolean => mail.recipients.some((r) => r.state === 'bounced');

/** For whom a mail is, by name where it has been sent. */
function readersOf(mail: MailLine): string {
  if (mail.to.length === 0) return 'To nobody';
  const named = (copy: boolean, otherwise: string[]): string[] => {
    const names = mail.recipients.filter((r) => r.copy === copy).map((r) => r.name);
    return names.length >= otherwise.length ? names : otherwise;
  };
  const copy = named(true, mail.copy);
  return `To ${listed(named(false, mail.to))}${copy.length ? `, copy to ${listed(copy)}` : ''}`;
}

/** The mails of a case for its page: what did not arrive first, then the newest. */
export function mailLines(mails: readonly MailLine[], most = 6): { lines: SentLine[]; more: number } {
  const bad = (m: MailLine) =>
    m.status === 'refused' ||
    m.status === 'failed' ||
    m.status === 'bounced' ||
    someBack(m) ||
    (m.status === 'sent' && m.problem);
  const ordered = [...mails.filter(bad), ...mails.filter((m) => !bad(m))];
  const lines = ordered.slice(0, most).map((mail) => ({
    // What an older system told may have no name here.
    what: mail.subject ?? WHAT[mail.notice] ?? (titleOf(mail.notice) as string | undefined) ?? 'Notice',
    to: readersOf(mail),
    status: statusOf(mail),
    problem: problemOf(mail),
  }));
  return { lines, more: Math.max(0, mails.length - lines.length) };
}
