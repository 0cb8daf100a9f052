import { setTimeout as sleep } from 'node:timers/promises';
import type { DigestOutcome, Digests } from '#casework';
import { AddressRefused, MessageRefused, type Job, type JobQueue, type Log, type Mailer } from '#platform';
import { Loop } from './loop.js';
import { composeDigest } from './templates/digest.js';
import type { Sender } from './templates/compose.js';

/** The job of one digest. */
export interface DigestJob {
  digest: string;
}
export const DIGEST_QUEUE = 'digest';

export interface DigestParts {
  digests: Pick<Digests, 'release' | 'unsent' | 'claim' | 'settle' | 'later'>;
  mailer: Pick<Mailer, 'send'>;
  queue: Pick<JobQueue<DigestJob>, 'addAll'>;
  /** Mails that waited for the end of quiet hours are written. */
  onMails: () => void;
  sender: Sender;
  log: Pick<Log, 'info' | 'warn' | 'error'>;
  everyMs: number;
}

const NET_AGE_SECONDS = 60;
const RECORD_TRIES = 5;
const RECORD_RETRY_MS = 400;
const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Sets free what people wished to be told later, when its hour has come, and sends digests, one job each. */
export class DigestWatch {
  private readonly loop: Loop;
  private begun = false;

  constructor(private readonly parts: DigestParts) {
    this.loop = new Loop(
      () => this.turn(),
      parts.everyMs,
      (error) => parts.log.error(error),
    );
  }

  wake(): void {
    this.loop.wake();
  }

  stop(): Promise<void> {
    return this.loop.stop();
  }

  /** Does one job. A digest that another job has settled, or of which nothing is left to tell, is left alone. */
  async send(job: Job<DigestJob>): Promise<void> {
    const { digests, mailer, sender, log } = this.parts;
    const digest = await digests.claim(job.data.digest);
    if (!digest) return;
    let subject: string | null = null;
    try {
      const message = composeDigest(digest, sender);
      subject = message.subject;
      await mailer.send(message);
    } catch (error) {
      const final = error instanceof AddressRefused || error instanceof MessageRefused;
      const problem = final ? error.response : words(error);
      if (final || job.lastAttempt)
        await this.record(digest.id, { status: final ? 'refused' : 'failed', subject, problem });
      else await digests.later(digest.id, problem);
      if (!final) throw error;
      return log.warn({ digest: digest.id }, words(error));
    }
    await this.record(digest.id, { status: 'sent', subject, problem: null });
    log.info({ digest: digest.id }, 'Digest sent');
  }

  private async turn(): Promise<void> {
    const { digests, log } = this.parts;
    for (let more = true; more;) {
      const released = await digests.release();
      more = released.more;
      if (released.mails.length) this.parts.onMails();
      await this.enqueue(released.digests);
      if (released.digests.length) log.info({ digests: released.digests.length }, 'Digests are due');
    }
    // What was formed and has no job was lost between the two: at the start there may be such, however young.
    await this.enqueue(await digests.unsent(this.begun ? NET_AGE_SECONDS : 0));
    this.begun = true;
  }

  /** The digest's own name as the job's: whoever adds it again adds nothing. */
  private async enqueue(digests: string[]): Promise<void> {
    await this.parts.queue.addAll(digests.map((digest) => ({ id: `digest-${digest}`, data: { digest } })));
  }

  /** What became of a digest that is out must be written down: without that it would be sent again. */
  private async record(id: string, outcome: DigestOutcome): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.parts.digests.settle(id, outcome);
      } catch (error) {
        if (tries >= RECORD_TRIES) throw error;
        await sleep(RECORD_RETRY_MS * tries);
      }
    }
  }
}
