import type { ApartMails, MailParty, Mails, Outcome, RecipientToSend, Unreached } from '#casework';
import {
  AddressRefused,
  MessageRefused,
  type Job,
  type JobQueue,
  type Log,
  type MailReceipt,
  type QueueDefaults,
} from '#platform';
import { insist, Unrecorded, type HandOver } from './hand-over.js';
import { composeApart } from './templates/apart.js';
import { compose, type MessageFor, type Sender } from './templates/compose.js';
import { composeDigest } from './templates/digest.js';

/** The job of one mail. */
export interface MailJob {
  mail: string;
  /** It is about no one case. */
  apart?: true;
  /** Only these recipients are left: the server took the others when it refused these for the moment. */
  only?: string[];
  /** What the server said of recipients that are lost already. */
  noted?: string;
}

export interface MailParts {
  mails: Pick<Mails, 'claim' | 'settle' | 'later' | 'unreached'>;
  apart: Pick<ApartMails, 'claim'>;
  /** Records on the case that parties of a consultation are not reached. */
  onUnreached: (unreached: Unreached) => Promise<void>;
  handOver: Pick<HandOver, 'send'>;
  queue: Pick<JobQueue<MailJob>, 'add'>;
  /** A mail is done with, and another to the same person may have waited for it. */
  onDone: () => void;
  sender: Sender;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
}

/** A mail that was taken to be sent, with how it is written. */
interface Parcel {
  id: string;
  to: MailParty[];
  copy: MailParty[];
  recipients: RecipientToSend[];
  notice: string;
  write(): Promise<MessageFor>;
}

/** A mail server that is away for a night must not cost a mail: the last of these tries comes after almost a day, where the first comes after ten seconds. */
export const MAIL_TRIES: Partial<QueueDefaults> = { attempts: 14 };
export const MAIL_QUEUE = 'mail';

/** A mail that cannot be written is parked after so many tries. */
const WRITING_TRIES = 3;
const REST_DELAY_MS = 60_000;

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const lines = (...all: (string | undefined)[]): string => all.filter(Boolean).join('\n');

/** What became of a mail when these of its recipients did not get it: without its first readers it failed. */
function outcomeWithout(mail: Parcel, missed: readonly string[], failure: Outcome & { problem: string }): Outcome {
  const counts = mail.to.some((to) => missed.includes(to.address));
  return counts ? failure : { status: 'sent', problem: failure.problem };
}

/** Sends mails, one job each, and records on the case what became of them. */
export class MailSender {
  constructor(private readonly parts: MailParts) {}

  /** Does one job: a mail that was sent, refused or given up by another job before is left alone. */
  async send(job: Job<MailJob>): Promise<void> {
    try {
      const mail = await this.taken(job.data);
      if (mail) await this.deliver(job, mail);
    } finally {
      this.parts.onDone();
    }
  }

  private async taken({ mail: id, apart }: MailJob): Promise<Parcel | null> {
    const { mails, sender } = this.parts;
    if (apart) {
      const mail = await this.parts.apart.claim(id);
      if (!mail) return null;
      const write = async () => () =>
        mail.kind === 'digest' ? composeDigest(mail, sender) : composeApart(mail, sender);
      return { id, to: [mail.to], copy: [], recipients: mail.recipients, notice: mail.kind, write };
    }
    const mail = await mails.claim(id);
    return mail && { ...mail, write: () => compose(mail, sender) };
  }

  private async deliver(job: Job<MailJob>, mail: Parcel): Promise<void> {
    let subject: string | null = null;
    try {
      const { message, subject: head } = await this.written(job, mail);
      subject = head;
      const receipt = await this.parts.handOver.send(mail, message, job.data.only);
      await this.handed(job, mail, receipt, subject);
    } catch (error) {
      if (error instanceof Unrecorded) throw error;
      await this.failed(job, mail, error, subject);
    }
  }

  /** A mail that cannot be written is no fault of the mail server, and will not write itself tomorrow either. */
  private async written(job: Job<MailJob>, mail: Parcel): Promise<{ message: MessageFor; subject: string }> {
    try {
      const message = await mail.write();
      return { message, subject: message(null).subject };
    } catch (error) {
      if (job.attempt >= WRITING_TRIES) throw new Unwritable(words(error));
      throw error;
    }
  }

  private async failed(job: Job<MailJob>, mail: Parcel, error: unknown, subject: string | null): Promise<void> {
    const missed = job.data.only ?? [...mail.to, ...mail.copy].map((party) => party.address);
    const final = error instanceof AddressRefused || error instanceof MessageRefused;
    const problem = lines(job.data.noted, final ? error.response : words(error));
    const parked = error instanceof Unwritable;
    if (!final && !parked && !job.lastAttempt) await this.parts.mails.later(mail.id, problem);
    else
      await this.record(
        mail.id,
        outcomeWithout(mail, missed, { status: final ? 'refused' : 'failed', problem }),
        subject,
      );
    if (!final && !parked) throw error;
    this.parts.log.warn({ mail: mail.id, notice: mail.notice }, (error as Error).message);
  }

  /** The server took the message for at least one recipient. */
  private async handed(job: Job<MailJob>, mail: Parcel, { rejected }: MailReceipt, subject: string): Promise<void> {
    const later = job.lastAttempt ? [] : rejected.filter((r) => !r.permanent);
    const lost = rejected.filter((r) => !later.includes(r));
    const problem = lines(job.data.noted, ...lost.map((r) => `${r.address}: ${r.response}`));
    if (later.length > 0) {
      // Sending the whole again would reach the others twice.
      const only = later.map((r) => r.address);
      const id = `${mail.id}-rest-${job.attempt}-${only.length}`;
      await this.parts.queue.add({ mail: mail.id, only, noted: problem }, { id, delayMs: REST_DELAY_MS });
      return this.parts.mails.later(mail.id, lines(problem, ...later.map((r) => `${r.address}: ${r.response}`)));
    }
    const missed = lost.map((r) => r.address);
    const outcome: Outcome = problem
      ? outcomeWithout(mail, missed, { status: 'refused', problem })
      : { status: 'sent', problem: null };
    await this.record(mail.id, outcome, subject);
    this.parts.log.info({ mail: mail.id, notice: mail.notice }, 'Sent');
  }

  private record(id: string, outcome: Outcome, subject: string | null): Promise<void> {
    return insist(async () => {
      await this.parts.mails.settle(id, outcome, subject);
      const unreached = outcome.status === 'sent' ? null : await this.parts.mails.unreached(id);
      if (unreached) await this.parts.onUnreached(unreached);
    });
  }
}

/** The text or the document of a mail could not be made. */
class Unwritable extends Error {
  override readonly name = 'Unwritable';

  constructor(why: string) {
    super(`This mail could not be written: ${why}`);
  }
}
