import type { JobOptions, JobQueue } from '#platform';
import { Loop } from './loop.js';

/** A row whose turn it is, with how often it was sent again by hand: each time it is another job. */
interface FedRow {
  id: string;
  replays: number;
}

export interface RelayParts<Row extends FedRow, Data extends object> {
  /** What makes rows of what steps have written, and says which of them wait for somebody. */
  prepare?: () => Promise<void>;
  feed: {
    /** Takes rows whose turn it is; fewer than `most` when there are no more. */
    next(most: number): Promise<Row[]>;
    /** Those that were taken this many seconds ago and are not sent: their jobs may be lost. */
    unsent(seconds: number): Promise<Row[]>;
  };
  queue: Pick<JobQueue<Data>, 'addAll' | 'retryFailed'>;
  jobOf: (row: Row) => Pick<JobOptions, 'priority'> & { data: Data };
  /** Records what a worker did not live to record. */
  recover?: () => Promise<void>;
  onError: (error: Error) => void;
}

const FED_AT_ONCE = 500;
/** A notification may be lost with its connection; this is the net under it. */
const POLL_MS = 2_000;
/** How often jobs are looked for that were lost between a row and its queue, and how old such rows are. */
const NET_MS = 60_000;
const NET_AGE_SECONDS = 60;

/** Carries rows that wait, mails or what programs are told, into their queue. */
export class Relay<Row extends FedRow, Data extends object> {
  private readonly loop: Loop;
  private netAt = 0;
  private prepareAt = 0;
  /** Something went wrong since it was looked last: there may be rows that are taken and have no job. */
  private owed = true;

  constructor(private readonly parts: RelayParts<Row, Data>) {
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

  /** There is something new. */
  wake = (): void => {
    this.prepareAt = 0;
    this.loop.wake();
  };
  /** Nothing is new, but what waited for something else may have its turn. */
  goOn = (): void => this.loop.wake();
  stop = (): Promise<void> => this.loop.stop();

  private async turn(): Promise<void> {
    if (performance.now() >= this.prepareAt) await this.prepare();
    for (let fed = FED_AT_ONCE; fed === FED_AT_ONCE;) {
      const rows = await this.parts.feed.next(FED_AT_ONCE);
      fed = rows.length;
      await this.enqueue(rows);
    }
    if (this.owed || performance.now() >= this.netAt) await this.net();
  }

  private async prepare(): Promise<void> {
    // First: whoever wakes it meanwhile means what comes after this.
    this.prepareAt = performance.now() + POLL_MS;
    try {
      await this.parts.prepare?.();
    } catch (error) {
      this.prepareAt = 0;
      throw error;
    }
  }

  /** At the start, after a failure and now and then: every row that is not sent gets its job, one that has it keeps it. */
  private async net(): Promise<void> {
    const all = this.owed;
    this.owed = false;
    this.netAt = performance.now() + NET_MS;
    const unsent = await this.parts.feed.unsent(all ? 0 : NET_AGE_SECONDS);
    await this.enqueue(unsent);
    // A job that failed for good while its row is still to be sent would keep it, and all that wait for it.
    if (unsent.length) await this.parts.queue.retryFailed();
    await this.parts.recover?.();
  }

  /** The row's own name as the job's: whoever adds it again adds nothing. What is sent again by hand is another job, since the queue still knows the one that failed. */
  private async enqueue(rows: Row[]): Promise<void> {
    const named = ({ id, replays }: Row): string => (replays ? `${id}-again-${replays}` : id);
    await this.parts.queue.addAll(rows.map((row) => ({ id: named(row), ...this.parts.jobOf(row) })));
  }
}
