import { beforeEach } from '@jest/globals';
import { DatabaseClock, MailLog, type MailLine } from '#casework';
import type { Part } from '../../libs/domain/test/cast.js';
import { aCaseAt, type CaseInDatabase } from './cases.js';
import { useDatabase, type TestDatabase } from './database.js';
import { useMailbox, type Mailbox, type ReceivedMail } from './mailbox.js';
import { usePrograms, type Program } from './processes.js';
import { until } from './until.js';

/** Long enough for what a dead worker held to be given back, or for a second try. */
export const PATIENCE_MS = 45_000;
/** What a worker that a test kills had in hand is taken up soon, and what did not get through is tried again soon. */
export const SOON = { JOB_LEASE_SECONDS: '3', JOB_RETRY_SECONDS: '1' };
/** The day on which every story begins. */
const BEGINNING = '2027-03-01';
const EVERYTHING = new Set(['case', 'assessment', 'risk'] as const);

/** A database, a mail server and workers between them. */
export class Delivery {
  constructor(
    readonly db: TestDatabase,
    private readonly post: { readonly mailbox: Mailbox },
    private readonly programs: ReturnType<typeof usePrograms>,
    private readonly redis: () => string | undefined,
  ) {}

  get mailbox(): Mailbox {
    return this.post.mailbox;
  }

  startWorker(more: Record<string, string> = {}): Promise<Program> {
    const redisUrl = this.redis();
    return this.programs.start('worker', {
      DATABASE_URL: this.db.url,
      SMTP_URL: this.mailbox.url,
      MAIL_FROM: 'Human Rights Advisers <no-reply@hra.example>',
      BASE_URL: 'https://hra.example',
      DEMO: '1',
      ...SOON,
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
      ...more,
    });
  }

  async addressOf(part: Part): Promise<string> {
    return (await this.db.people.find(this.db.cast[part].id))!.email;
  }

  /** Takes a case to a stage and puts the time of the system where the story has come to. */
  async aCase(stage: Parameters<typeof aCaseAt>[1]): Promise<CaseInDatabase> {
    this.db.clock.set(BEGINNING);
    const request = await aCaseAt(this.db, stage);
    await this.moveTo(this.db.clock.now());
    return request;
  }

  /** Moves the time of the workers. */
  moveTo(when: Date): Promise<void> {
    return DatabaseClock.move(this.db.pool, when.getTime() - Date.now(), true);
  }

  linesOf(request: CaseInDatabase): Promise<MailLine[]> {
    return new MailLog(this.db.pool).of(request.ref, EVERYTHING);
  }

  /** What the mail server got about a case. */
  about(request: CaseInDatabase): ReceivedMail[] {
    return this.mailbox.mails.filter((m) => m.email.text?.includes(request.ref));
  }

  /** Waits until no mail of the case is on its way any more. */
  async settled(request: CaseInDatabase): Promise<MailLine[]> {
    let lines: MailLine[] = [];
    const underWay = (line: MailLine) => line.status === 'queued' || line.status === 'sending';
    const isSettled = async (): Promise<boolean> => {
      const { rows } = await this.db.pool.query<{ waiting: string }>(
        `SELECT count(*) AS waiting FROM outbox o JOIN request r ON r.id = o.case_id
         WHERE r.ref = $1 AND o.dispatched_at IS NULL`,
        [request.ref],
      );
      lines = await this.linesOf(request);
      return rows[0]!.waiting === '0' && !lines.some(underWay);
    };
    const left = () => `nothing is under way any more, as these are: ${JSON.stringify(lines.filter(underWay))}`;
    await until(left, isSettled, PATIENCE_MS);
    return lines;
  }
}

/** Gives a block of tests a database, a mail server and workers whose queue is where it is told. */
export function useDelivery(redis: () => string | undefined = () => undefined): Delivery {
  const delivery = new Delivery(useDatabase(), useMailbox(), usePrograms(), redis);
  // A worker in a time that a test before has left ahead would find the clocks of a new case run out while it is made.
  beforeEach(() => {
    delivery.db.clock.set(BEGINNING);
    return delivery.moveTo(delivery.db.clock.now());
  });
  return delivery;
}
