import type { Mails, Outbox, Unreached } from '#casework';
import type { JobQueue } from '#platform';
import { Loop } from './loop.js';
import type { MailJob } from './mail.js';

export interface RelayParts {
  outbox: Pick<Outbox, 'dispatch'>;
  mails: Pick<Mails, 'unsent' | 'unrecorded'>;
  queue: Pick<JobQueue<MailJob>, 'addAll'>;
  /** Records on the case that parties of a consultation are not reached. */
  onUnreached: (unreached: Unreached) => Promise<void>;
  onError: (error: Error) => void;
}

const BATCH = 100;
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
    const { outbox } = this.parts;
    for (let taken = BATCH; taken === BATCH;) {
      const dispatched = await outbox.dispatch(BATCH);
      taken = dispatched.taken;
      await this.enqueue(dispatched.mails);
      for (const unreached of dispatched.unreached) await this.parts.onUnreached(unreached);
    }
    if (this.owed || performance.now() >= this.netAt) await this.net();
  }

  /** At the start, after a failure and now and then: every mail that is not sent gets its job, one that has it keeps it; and what a worker did not live to record is recorded. */
  private async net(): Promise<void> {
    const all = this.owed;
    this.owed = false;
    this.netAt = performance.now() + NET_MS;
    await this.enqueue(await this.parts.mails.unsent(all ? 0 : NET_AGE_SECONDS));
    for (const unreached of await this.parts.mails.unrecorded()) await this.parts.onUnreached(unreached);
  }

  /** The mail's own name as the job's: whoever adds it again adds nothing. */
  private async enqueue(mails: string[]): Promise<void> {
    await this.parts.queue.addAll(mails.map((mail) => ({ id: mail, data: { mail } })));
  }
}
