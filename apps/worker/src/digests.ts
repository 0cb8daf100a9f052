import type { Digests } from '#casework';
import type { Log } from '#platform';
import { Loop } from './loop.js';

export interface DigestParts {
  digests: Pick<Digests, 'release'>;
  /** Mails are written: digests, and what waited for the end of quiet hours. */
  onMails: () => void;
  log: Pick<Log, 'info' | 'error'>;
  everyMs: number;
}

/** Sets free what people wished to be told later, when its hour has come. */
export class DigestWatch {
  private readonly loop: Loop;

  constructor(private readonly parts: DigestParts) {
    this.loop = new Loop(
      () => this.turn(),
      parts.everyMs,
      (error) => parts.log.error(error),
    );
  }

  wake = (): void => this.loop.wake();
  stop = (): Promise<void> => this.loop.stop();

  private async turn(): Promise<void> {
    const { digests, log, onMails } = this.parts;
    for (let more = true; more;) {
      const released = await digests.release();
      more = released.more;
      if (released.mails.length + released.digests.length > 0) onMails();
      if (released.digests.length) log.info({ digests: released.digests.length }, 'Digests are due');
    }
  }
}
