import type { AnsweredMail, AnsweredMails, InboundMails, Mails, MailWaits, Unreached, WaitingMail } from '#casework';
import { keepMessageFiles } from '#casework';
import { kindOfMail, replyAudience, replyNotice, type MailKind, type Unmatched } from '#domain';
import {
  readMail,
  spokenIn,
  type Clock,
  type FileStore,
  type Log,
  type ReadMail,
  type ReturnAddresses,
} from '#platform';
import type { InvitationAnswers } from './invitation-answers.js';
import { namedBy, notKeptOf } from './not-kept.js';

export interface SorterParts {
  inbound: Pick<InboundMails, 'take' | 'settle' | 'bounced' | 'post'>;
  answered: Pick<AnsweredMails, 'find' | 'isReader' | 'writer'>;
  invitations: Pick<InvitationAnswers, 'take'>;
  mails: Pick<Mails, 'unrecorded'>;
  onUnreached: (unreached: Unreached) => Promise<void>;
  addresses: Pick<ReturnAddresses, 'read' | 'domain'>;
  files: FileStore;
  /** The address from which this system writes. */
  ourAddress: string;
  largestFile: number;
  clock: Clock;
  log: Pick<Log, 'info' | 'warn'>;
}

/** After so many tries a mail waits for somebody instead: it is the likely cause of what ends each of them. */
const MOST_TRIES = 5;
const NOBODY = { from: { name: '', address: '' }, subject: '', text: '' };

/** Looks at the mails that came in, one after the other, and makes of each what it is. */
export class Sorter {
  constructor(private readonly parts: SorterParts) {}

  /** Sorts everything that waits; says how many mails that were. */
  async turn(): Promise<number> {
    let done = 0;
    for (let mail = await this.parts.inbound.take(); mail; mail = await this.parts.inbound.take()) {
      await this.sort(mail);
      done += 1;
    }
    return done;
  }

  private async sort(mail: WaitingMail): Promise<void> {
    if (mail.attempts > MOST_TRIES) {
      const text = mail.source.toString('utf8').slice(0, 20_000);
      const reason = 'This mail could not be read. It is shown as it came.';
      return this.parts.inbound.settle(mail.id, 'tray', { ...NOBODY, text }, reason);
    }
    const read = await readMail(mail.source);
    const to = this.parts.addresses.read(mail.recipient);
    if (to?.use === 'panel') return this.invited(mail, read, to.id);
    const answered = to && (await this.parts.answered.find(to.id));
    // What comes back comes to a reader, whatever the mail was about; a reply needs a case.
    const isOurs = to && (answered !== null || (to.use === 'bounce' && (await this.parts.answered.isReader(to.id))));
    const kind = this.kindOf(mail, read, isOurs ? to.use : null);
    this.parts.log.info({ inbound: mail.id, kind: kind.kind }, 'A mail came in');
    if (kind.kind === 'reply') return this.reply(mail, read, answered!);
    if (kind.kind === 'bounce') return this.bounce(mail, read, to!.id, kind.problem);
    const state = kind.kind === 'stray' ? 'tray' : kind.kind === 'report' ? 'bounce' : 'automatic';
    const tells = kind.kind === 'stray' ? this.waits(read, kind.why) : null;
    return this.parts.inbound.settle(mail.id, state, read, kind.reason, { caseId: answered?.caseId ?? null, tells });
  }

  /** What came to the address at which somebody answers invitations; a calendar program says of itself that it is one, and is believed. */
  private async invited(mail: WaitingMail, read: ReadMail, personId: string): Promise<void> {
    const { inbound, invitations } = this.parts;
    const taken = await invitations.take(read, personId);
    if (taken)
      return inbound.settle(mail.id, taken.why ? 'tray' : 'answer', read, taken.reason, {
        tells: this.waits(read, taken.why ?? null),
      });
    const kind = this.kindOf(mail, read, null);
    if (kind.kind === 'automatic') return inbound.settle(mail.id, 'automatic', read, kind.reason);
    const why = kind.kind === 'stray' && kind.why ? 'invitation' : null;
    return inbound.settle(mail.id, 'tray', read, 'It answers an invitation, in words.', {
      tells: this.waits(read, why),
    });
  }

  private waits = (read: ReadMail, why: Unmatched | null): MailWaits | null =>
    why && { why, receivedAt: this.parts.clock.now().toISOString(), answers: namedBy(read) };

  private kindOf(mail: WaitingMail, read: ReadMail, use: 'bounce' | 'reply' | null): MailKind {
    const { addresses, ourAddress } = this.parts;
    return kindOfMail({
      use,
      sender: mail.sender,
      from: read.from.address,
      subject: read.subject,
      text: read.text,
      headers: read.headers,
      hops: read.hops,
      reports: read.reports,
      ourAddress,
      ourDomain: addresses.domain,
    });
  }

  private async bounce(mail: WaitingMail, read: ReadMail, recipient: string, problem: string): Promise<void> {
    await this.parts.inbound.bounced(mail.id, recipient, read, problem);
    // A worker that dies here leaves it to the next look of the relay.
    for (const unreached of await this.parts.mails.unrecorded()) await this.parts.onUnreached(unreached);
  }

  private async reply(mail: WaitingMail, read: ReadMail, answered: AnsweredMail): Promise<void> {
    const { inbound, files, largestFile } = this.parts;
    const aside = (why: Unmatched, reason: string) =>
      inbound.settle(mail.id, 'tray', read, reason, { caseId: answered.caseId, tells: this.waits(read, why) });
    const { address } = read.from;
    if (address !== answered.address.toLowerCase())
      return aside('otherAddress', `It answers a mail to ${answered.address}, and comes from ${address || 'nobody'}.`);
    const writer = await this.parts.answered.writer(answered);
    if (!writer) return aside('ended', 'Whoever wrote it may not open the case any more.');
    if (!read.text && read.files.length === 0) return aside('empty', 'It says nothing.');
    const { facts, role, notice, caseId } = answered;
    const about = 'kind' in facts ? 'post' : 'request';
    const submitted = 'kind' in facts || facts.version > 0;
    const audience = replyAudience(role, notice, submitted);
    const kept = await keepMessageFiles(files, mail.id, read.files, { maxBytes: largestFile });
    await inbound.post(mail.id, 'received', {
      ...read,
      caseId,
      audience,
      spoken: spokenIn(read.text),
      by: { id: writer.id, name: writer.name, role },
      notice,
      files: kept,
      notKept: notKeptOf(read, answered, kept, { name: writer.name, mostBytes: largestFile }),
      tells: replyNotice(about, role, audience),
    });
  }
}
