import type { FedMail, Held, MailFeed, Mails, Outbox, Unreached } from '#casework';
import type { JobQueue } from '#platform';
import { Loop } from './loop.js';
import type { MailJob } from './mail.js';

export interface RelayParts {
  outbox: Pick<Outbox, 'dispatch'>;
  mails: Pick<Mails, 'unrecorded'>;
  feed: Pick<MailFeed, 'weigh' | 'next' | 'unsent'>;
  queue: Pick<JobQueue<MailJob>, 'addAll' | 'retryFailed'>;
  /** Records on the case that parties of a consultation are not reached. */
  onUnreached: (unreached: Unreached) => Promise<void>;
  /** Too many mails came at once, and wait for an administrator. */
  onHeld: (held: Held) => void;
  onError: (error: Error) => void;
}

const BATCH = 100;
const FED_AT_ONCE = 500;
/** A notification may be lost with its connection; this is the net under it. */
const POLL_MS = 2_000;
/** How often jobs are looked for that were lost between the writing of a mail and its queue, and how old such mails are. */
const NET_MS = 60_000;
const NET_AGE_SECONDS = 60;

/** Carries what steps have to tell from the outbox into the queue of mails. */
export class Relay {
  private readonly loop: Loop;
  private netAt = 0;
  /** Something went wrong since it was looked last: there may be mails that are written and have no job. */
  private owed = true;

  constructor(private readonly parts: RelayParts) {
    this.loop = new Loop(
      () =>
        this.turn().catch((error: unknown) => {
          // A connection that is cut may have taken the answer with it, and not the work.
          this.owed = true;
          throw error;
        }),
      POLL_MS,
      parts.onError,
    );
  }

  wake(): void {
    this.loop.wake();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<void> {
    const { outbox, feed } = this.parts;
    for (let taken = BATCH; taken === BATCH;) {
      const dispatched = await outbox.dispatch(BATCH);
      taken = dispatched.taken;
      for (const unreached of dispatched.unreached) await this.parts.onUnreached(unreached);
    }
    // All of a pass is counted together, before any of it goes out.
    const held = await feed.weigh();
    if (held) this.parts.onHeld(held);
    for (let fed = FED_AT_ONCE; fed === FED_AT_ONCE;) {
      const mails = await feed.next(FED_AT_ONCE);
      fed = mails.length;
      await this.enqueue(mails);
    }
    if (this.owed || performance.now() >= this.netAt) await this.net();
  }

  /** At the start, after a failure and now and then: every mail that is not sent gets its job, one that has it keeps it; and what a worker did not live to record is recorded. */
  private async net(): Promise<void> {
    const all = this.owed;
    this.owed = false;
    this.netAt = performance.now() + NET_MS;
    const unsent = await this.parts.feed.unsent(all ? 0 : NET_AGE_SECONDS);
    await this.enqueue(unsent);
    // A job that failed for good while its mail is still to be sent would keep it, and all to the same person, waiting.
    if (unsent.length) await this.parts.queue.retryFailed();
    for (const unreached of await this.parts.mails.unrecorded()) await this.parts.onUnreached(unreached);
  }

  /** The mail's own name as the job's: whoever adds it again adds nothing. */
  private async enqueue(mails: FedMail[]): Promise<void> {
    await this.parts.queue.addAll(
      mails.map((mail) => ({
        id: jobOf(mail),
        priority: mail.priority,
        data: { mail: mail.id, ...(mail.apart ? { apart: true } : {}) },
      })),
    );
  }
}

/** What is sent again by hand is another job: the queue still knows the one that failed. */
const jobOf = ({ id, replays }: FedMail): string => (replays ? `${id}-again-${replays}` : id);
