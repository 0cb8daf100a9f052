import { Inject, Injectable } from '@nestjs/common';
import { MOST_UNREAD, ReferenceData, roleLine, type SignedIn } from '#casework';
import { isRcSide, type Assignment, type Refusal, type Role } from '#domain';
import type { Environment } from '#platform';
import type { Exchange, Reply } from './exchange.js';
import { LOST_FILES } from './multipart.js';
import { paths } from './paths.js';
import { statusOf } from './refusals.js';
import { render, type NavigationItem, type Notice, type PageContext, type PageError } from './views.js';

/** The name under which the settings of the process are injected. */
export const ENVIRONMENT = Symbol('environment');

/** What a page says after an act; the address carries the key, never a text. */
const DONE = {
  saved: 'Your draft is saved.',
  broughtBack: 'The earlier text is back in the draft. What it replaced is kept among the earlier texts.',
  shortened: 'Your draft is saved. A document had a name of more than 200 characters, which was shortened.',
  formAccepted: 'What you chose from the form is saved. The rest stays as it was.',
  opened: 'The draft is open. Write its sections in any order; each is saved as you go.',
  restored: 'Your session had ended. What you wrote is back in the form below. It is not saved yet.',
  attached: 'The document is added.',
  removed: 'The document is removed.',
  accepted:
    'The request is accepted as complete. The regional team and OHCHR’s offices in the region are asked for advice.',
  returned: 'The request is returned to the country office, with your list.',
  appointed: 'The reviewers are appointed and told.',
  declinedAppointment: 'You have declined. The desk officer is told.',
  released: 'The reviewer is released and told. You can appoint another below.',
  conflictRecorded: 'The conflict of interest is recorded.',
  conflictRegistered:
    'The conflict of interest is registered. From its first day on, requests of this country are closed to whom it concerns.',
  conflictEnded: 'The conflict of interest is ended.',
  cleared: 'Your declaration is recorded. You can read and score the request.',
  conflicted:
    'Your declaration is recorded. You will not be shown this request; the desk officer appoints another reviewer.',
  scoresSaved: 'Your scores are saved. Nobody else can see them.',
  notesSaved: 'Your notes are saved. Nobody else can see them.',
  scored: 'Your scores are finished.',
  revealed: 'The scores are revealed to the reviewers and the panel chair.',
  revised: 'Your revised scores stand beside the first ones.',
  discussed: 'Your message is part of the discussion.',
  settled: 'The scores are settled.',
  exampleTaken: 'Your scores are kept. The agreed ones stand beside them.',
  exampleWritten: 'The example is in use.',
  exampleRetired: 'The example is out of use. What was scored stays.',
  partWritten: 'The part of your country is saved. Whoever had signed the text before signs again.',
  signedTogether: 'Your signature is recorded.',
  signatureTakenBack: 'Your signature is taken back. The office that leads is told.',
  countryLeft: 'It is recorded that your country leaves. The office that leads is told.',
  documentAdded: 'The document is added. Signatures that were given before are void.',
  documentRemoved: 'The document is removed.',
  commented: 'Your comment is kept for your office.',
  commentResolved: 'The comment is resolved.',
  asked: 'Your question is sent. The clock of the review stands still until it is answered.',
  answered: 'Your answer is sent. The clock of the review runs again.',
  closed: 'The review goes on without an answer.',
  amended:
    'The new version is submitted and answers the question. Those who judge the request, and those who advise on it, are told.',
  dropped: 'The change is taken back: nothing differs from what was submitted.',
  advised: 'Your advice is recorded.',
  recommended: 'The recommendation is with the approver.',
  prepared: 'The recommendation is prepared. Nothing is sent yet.',
  copied: 'The draft is open, with the text of the earlier request. Read it through: much may have changed.',
  dateEntered: 'The day is kept. Everybody who signs in can read it.',
  dateEnded: 'The day is out of use.',
  knownTaken: 'It stands in your draft now. Read it through, and say what is missing.',
  languagesKept: 'The languages are saved.',
  discarded: 'What was prepared is taken away. Nothing was sent.',
  roundSet: 'It is kept for this round.',
  hookRemoved: 'The webhook is removed, with its log.',
  hookOn: 'The webhook is on. It is told of what happens from now on.',
  hookOff: 'The webhook is off. What happens now is not told.',
  hookReplayed: 'It is on its way again.',
  panelDateHeld: 'It is saved. The mails about it are held until an administrator lets them go.',
  panelDateSet: 'The date is set. Everybody with a part in this round is told, with an entry for their calendar.',
  panelAnswered: 'Your answer is kept. Whoever convenes the panel sees it.',
  panelDateOff: 'The date is taken away. Everybody who was invited is told.',
  nudged: 'They are told that somebody waits.',
  letterSentAgain: 'The letter is on its way again.',
  mailPlaced: 'The mail is with the case now. Whoever it is for is told.',
  mailDismissed: 'The mail is put aside. It can still be read here.',
  mailReplayed: 'It is on its way again.',
  mailsLetGo: 'The mails are let go, over time.',
  mailsDropped: 'The mails are dropped. Nobody gets them.',
  seatSet: 'It is saved where they sit. Clocks that move are counted anew on their cases within a minute.',
  holidaySet: 'The holidays are changed. Due dates that move are recorded on their cases within a minute.',
  callSet: 'These days hold for what is submitted from now on.',
  reassessed: 'The request is back with the reviewers.',
  sentBack: 'The request is back with the panel.',
  decided: 'The decision is recorded and the letter is on its way.',
  coordinatorFollows: 'It is recorded. The new coordinator is told on the first day.',
  coordinatorTakenBack: 'It is taken back. The coordinator before stays, and nobody was told.',
  coordinatorFollowsHeld:
    'It is recorded. The mails of the first day are held then until an administrator lets them go.',
  delegated: 'Your colleague can act for you on these days.',
  delegationEnded: 'Your colleague does not act for you any more. What was done stays as it was recorded.',
  voiced: 'Your decision is recorded. The letter is sent once enough approvers decide the same.',
  letterCorrected: 'The corrected letter is on its way. The one before it stays in the record.',
  reopened: 'The request is reopened, and those concerned are told. It waits to be decided anew.',
  withdrawn: 'The request is withdrawn.',
  abandoned: 'The draft is abandoned.',
  offerAnswered: 'Your answer to the offer is recorded.',
  fundingEntered: 'The entry is added.',
  fundingCorrected: 'The entry is corrected. The one before it stays in the record.',
  funded: 'The first period is covered. Terms of reference, cost sharing and hosting are arranged now.',
  revalidated: 'The approval is confirmed again, and its time begins anew.',
  costShareConfirmed: 'The cost sharing is confirmed.',
  hostingConfirmed: 'The hosting is confirmed.',
  reconsideration: 'Reconsideration is asked for.',
  taken: 'The request is taken up again.',
  published:
    'The new version of the criteria is in force for requests submitted from now on. Running cases keep theirs.',
  publishedForRound:
    'The new version of the criteria is published for requests that are submitted in its round or later. Running cases keep theirs.',
  termsProposed: 'The terms are proposed. Both sides can sign this version.',
  termsSigned: 'Your signature is recorded.',
  termsPublished:
    'The new version of the standard is in force for terms that are first proposed from now on. Proposed terms keep theirs.',
  letterPublished: 'The new words are in force for letters from now on. Letters that were sent keep theirs.',
  viewSaved: 'The view is saved. It stands above the filter on every page of deployments.',
  viewRemoved: 'The saved view is removed.',
  noticesRead: 'All notices that you were shown are marked as read.',
  absenceSet: 'These days are saved. Those who wait for you can see them.',
  absenceEnded: 'You are not away on these days any more. If something waits for you, a mail says so.',
  absenceSetFor: 'It is saved that they are away.',
  absenceEndedFor: 'They are not away on these days any more.',
  wishesKept: 'Your settings are saved. They hold from the next notice on.',
  feedWithdrawn: 'The address is withdrawn: calendars that read it find nothing there any more.',
  planWritten: 'The work plan is saved. Both sides are asked to agree to it.',
  reportFiled: 'The report is filed. Each reader has been told, and reads the parts that are theirs.',
  listSaved: 'Your list is saved.',
  listFinished: 'Your list is finished. The other side is shown it, and can send it back.',
  linksSent: 'The links go out by mail now. Below you see when each is opened and answered.',
  costsAdded: 'The lines are in the cost table. Those who had endorsed the text before have to be asked again.',
  stepTaken: 'It is recorded, and those concerned are told.',
  optionRetired: 'The option is out of use. Every version of it is kept.',
  optionSaved: 'The option is saved. Every version of it is kept.',
  reconciled: 'Your choice is kept, and the posts follow it.',
  signedOut: 'You are signed out.',
} as const satisfies Record<string, string>;
/** The key of what a page says after an act. */
export type Done = keyof typeof DONE;

/** Who follows posts: everybody but who only reviews or only keeps the settings. */
const followsDeployments = (role: Role): boolean => role !== 'reviewer' && role !== 'administrator';

/** Who compares requests of a round: the panel, the approver, the desk and the auditor. */
const comparesRounds = (role: Role): boolean =>
  role === 'panelChair' || role === 'approver' || role === 'deskOfficer' || role === 'auditor';

const NAV: { text: string; href: string; for: (roles: Role[]) => boolean }[] = [
  { text: 'Your work', href: '/', for: () => true },
  { text: 'Your reviews', href: '/reviews', for: (r) => r.includes('reviewer') },
  { text: 'Advice', href: '/advice', for: (r) => r.includes('regionalTeam') || r.includes('regionalOffice') },
  { text: 'Requests', href: '/requests', for: (r) => r.some((x) => x !== 'administrator' && x !== 'adviser') },
  { text: 'Panel', href: '/panel', for: (r) => r.some(comparesRounds) },
  { text: 'Money of the round', href: '/panel', for: (r) => r.includes('fundManager') && !r.some(comparesRounds) },
  { text: 'Deployments', href: '/deployments', for: (r) => r.some(followsDeployments) },
  { text: 'Criteria', href: '/admin/criteria', for: (r) => r.includes('administrator') },
  { text: 'Standard terms', href: '/admin/terms', for: (r) => r.includes('administrator') },
  { text: 'Letters', href: '/admin/letters', for: (r) => r.includes('administrator') },
  { text: 'Guidance', href: '/guidance', for: () => true },
];

/** Pages that stand under an item of the navigation, and not under its address. */
const PART_OF: Readonly<Record<string, string>> = { '/presences': '/deployments' };

/** Draws pages: what every one of them shares is added here. */
@Injectable()
export class Pages {
  constructor(
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    private readonly reference: ReferenceData,
  ) {}

  private place = (a: Assignment): string => {
    const names = isRcSide(a.role)
      ? a.countries.map((c) => this.reference.countryName(c))
      : a.regions.map((r) => this.reference.regionName(r));
    return names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(', ');
  };

  /** The words under a person's name. */
  roleLine = (person: SignedIn): string => roleLine(person, this.place);

  private nav(person: SignedIn | null, url: string): NavigationItem[] {
    const path = url.split('?')[0]!;
    const roles = person?.assignments.map((a) => a.role) ?? [];
    return (person ? NAV : NAV.filter((n) => n.href === '/guidance'))
      .filter((n) => n.for(roles))
      .map(({ text, href }) => ({
        text,
        href,
        current: href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`) || PART_OF[path] === href,
      }));
  }

  private notice(request: Exchange): Notice | null {
    if (request.kept) return { text: DONE.restored + lostFiles(request.kept), kind: 'important' };
    const key = (request.query as { done?: string } | undefined)?.done;
    const text = typeof key === 'string' && Object.hasOwn(DONE, key) ? DONE[key as Done] : null;
    return text === null ? null : { text, kind: 'success' };
  }

  /** The page as HTML. `context` may override anything that is shared. */
  html(request: Exchange, template: string, context: PageContext & Record<string, unknown>): string {
    const person = request.signedIn;
    return render(template, {
      nav: this.nav(person, request.url),
      demo: this.environment.demo,
      ...(person
        ? { user: { id: person.id, name: person.name, role: this.roleLine(person), unread: unreadOf(request) } }
        : {}),
      notice: this.notice(request),
      ...context,
    });
  }

  /** The page of a form whose content was refused: same page, same text, the problems beside the fields, the right status. */
  refused(
    request: Exchange,
    reply: Reply,
    refusal: Refusal,
    template: string,
    context: PageContext & Record<string, unknown>,
  ): string {
    void reply.status(statusOf(refusal));
    return this.html(request, template, { ...context, errors: context.errors ?? errorsOf(refusal), notice: null });
  }
}

/** How many notices are unread, where there are any. */
const unreadOf = ({ unread }: Exchange): string =>
  unread ? (unread >= MOST_UNREAD ? `${MOST_UNREAD - 1}+` : String(unread)) : '';

/** What has to be chosen again after a session ended: texts are kept, files are not. */
function lostFiles(kept: Record<string, unknown>): string {
  const names = [kept[LOST_FILES] ?? []].flat().map((name) => `“${String(name)}”`);
  if (names.length === 0) return '';
  return ` ${new Intl.ListFormat('en-GB').format(names)} ${names.length > 1 ? 'were documents that you had chosen: they were' : 'was a document that you had chosen: it was'} not kept, so choose ${names.length > 1 ? 'them' : 'it'} again.`;
}

/** The problems of a refusal as the error summary shows them. `idOf` finds the field of a path where names differ. */
export function errorsOf(refusal: Refusal, idOf: (path: string) => string = (path) => path): PageError[] {
  return refusal.fields?.length
    ? refusal.fields.map((f) => ({ text: f.message, href: `#${idOf(f.path)}` }))
    : [{ text: refusal.message }];
}
/** After an act: 303 to a page that says what was done. */
export function seeOther(reply: Reply, path: string, done?: Done): void {
  // The framework sends the empty answer itself once the controller is done.
  const [address, place] = path.split('#') as [string, string?];
  const told = done ? `${address}${address.includes('?') ? '&' : '?'}done=${done}` : address;
  void reply.status(303).header('location', place === undefined ? told : `${told}#${place}`);
}
export { paths };
