import { DatabaseClock } from '#casework';
import type { TestDatabase } from '../../support/database.js';
import type { Mailbox } from '../../support/mailbox.js';
import type { Program } from '../../support/processes.js';
import { until } from '../../support/until.js';
import { PATIENCE_MS } from '../../support/worker.js';
import { happenings, toldOfAbsences } from './away.js';
import { LivedPost, LivedRequest, type Lived } from './cases.js';
import type { Day } from './days.js';
import { newAdviser, type PeopledPlace } from './places.js';
import { leftEarly, neverAdvertised, stopped, withoutReports } from './posts.js';
import { inGoodTime, neverSubmitted, questioned, returnedAndForgotten, silent } from './requests.js';

const REQUESTS_BEGIN = ['2027-01-11', '2027-02-10', '2027-03-12', '2027-04-14', '2027-05-16', '2027-06-08'];
const POSTS_BEGIN = ['2027-01-18', '2027-02-16', '2027-03-22', '2027-04-17', '2027-05-26'];
const END: Day = '2027-12-31';
/** So often the worker is killed, as by a power cut; the first times while mails are with the mail server. */
export const KILLS = 10;
const KILLED_WHILE_SENDING = 2;

/** One mail as it came, or as it is to come: day, notice, case, address. */
export type Line = string;
const line = (day: Day, notice: string, ref: string, to: string): Line => `${day} ${notice} ${ref} ${to}`;

/** Sixty requests and forty posts, each with its story. */
export async function allLives(db: TestDatabase, places: PeopledPlace[]): Promise<Lived[]> {
  const requests = REQUESTS_BEGIN.flatMap((begin) =>
    places.flatMap((place) =>
      [inGoodTime, returnedAndForgotten, neverSubmitted, silent, questioned].map(
        (story) => new LivedRequest(db, story(place, begin), place, ''),
      ),
    ),
  );
  const posts: Lived[] = [];
  for (const begin of POSTS_BEGIN)
    for (const place of places)
      for (const story of [neverAdvertised, stopped, leftEarly, withoutReports])
        posts.push(new LivedPost(db, story(place, begin), place, await newAdviser(db)));
  return [...requests, ...posts];
}

/** Every mail that the stories say, to those who hold the parts on its day. */
export const foretold = (lives: readonly Lived[]): Line[] =>
  [
    ...lives.flatMap((life) =>
      life.story.told
        .filter(({ on }) => on <= END)
        .flatMap((tell) => {
          const readers = new Set(tell.to.flatMap((who) => life.readers(who, tell)));
          return [...readers].map((email) => line(tell.on, tell.notice, life.ref, email));
        }),
    ),
    ...toldOfAbsences(lives).map(({ on, notice, ref, to }) => line(on, notice, ref, to)),
  ].sort();

/** A year that passes in a database with a worker: from each moment at which something happens to the next. */
export class Year {
  private readonly came = new Map<string, { day: Day; id: string; to: string }>();
  private worker!: Program;
  private kills = 0;

  constructor(
    private readonly db: TestDatabase,
    private readonly mailbox: Mailbox,
    private readonly lives: readonly Lived[],
    private readonly startWorker: () => Promise<Program>,
  ) {}

  /** Lets it pass; resolves to the mails that came, and how often the worker was killed. */
  async pass(): Promise<{ mails: Line[]; kills: number }> {
    this.worker = await this.startWorker();
    const steps = this.steps();
    const deadly = this.deadlyDays(steps);
    for (let next = steps.shift(); ;) {
      const due = await this.nextDue();
      const at = [next?.at, due].filter((t) => t !== undefined && t !== null).sort()[0];
      if (!at || at.slice(0, 10) > END) break;
      await this.moveTo(at);
      if (at === next?.at) {
        await this.live(next.all, deadly.has(at));
        next = steps.shift();
      }
      await this.settled();
      this.collect(at.slice(0, 10));
    }
    await this.worker.stop();
    return { mails: await this.lines(), kills: this.kills };
  }

  /** The steps of all stories by the moment at which they are taken. */
  private steps() {
    const moments = new Map<string, (() => Promise<void>)[]>();
    const add = (at: string, one: () => Promise<void>) => moments.set(at, [...(moments.get(at) ?? []), one]);
    for (const life of this.lives)
      for (const step of life.story.steps) add(`${step.on}T${step.at}:00.000Z`, () => life.take(step));
    const places = [...new Set(this.lives.map(({ place }) => place))];
    for (const { on, happens } of happenings(this.db, places)) add(`${on}T09:00:00.000Z`, happens);
    return [...moments].map(([at, all]) => ({ at, all })).sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** Ten moments over the year at which steps tell somebody something. */
  private deadlyDays(steps: readonly { at: string }[]): Set<string> {
    const telling = new Set(this.lives.flatMap((life) => life.story.told.map(({ on }) => on)));
    const moments = steps.map(({ at }) => at).filter((at) => telling.has(at.slice(0, 10)));
    return new Set(moments.filter((_, i) => i % Math.floor(moments.length / KILLS) === 0).slice(0, KILLS));
  }

  private async live(all: (() => Promise<void>)[], deadly: boolean): Promise<void> {
    const whileSending = deadly && this.kills < KILLED_WHILE_SENDING;
    const offered = this.mailbox.offered;
    if (whileSending) this.mailbox.delayMs = PATIENCE_MS;
    for (const step of all) await step();
    if (!deadly) return;
    if (whileSending) await until('a mail is offered', () => this.mailbox.offered > offered);
    await this.worker.kill();
    this.kills += 1;
    this.mailbox.delayMs = 0;
    this.worker = await this.startWorker();
  }

  private async moveTo(at: string): Promise<void> {
    this.db.clock.set(at);
    await DatabaseClock.move(this.db.pool, Date.parse(at) - Date.now(), true);
  }

  /** When the next clock has something to say. */
  private async nextDue(): Promise<string | null> {
    const { rows } = await this.db.pool.query<{ at: Date | null }>('SELECT min(next_at) AS at FROM deadline');
    return rows[0]!.at?.toISOString() ?? null;
  }

  /** Waits until the worker has nothing left to do at this moment. A step that a clock takes by itself is leased for a minute, and its day is over when the worker looks. */
  private settled(): Promise<void> {
    let left: unknown;
    const isSettled = async (): Promise<boolean> => {
      const { rows } = await this.db.pool.query<Record<string, number>>(
        `SELECT (SELECT count(*)::integer FROM outbox WHERE dispatched_at IS NULL) AS untold,
           (SELECT count(*)::integer FROM mail WHERE status IN ('queued', 'sending')) AS unsent,
           (SELECT count(*)::integer FROM deadline WHERE next_at <= $1::timestamptz + interval '5 minutes') AS due,
           (SELECT count(*)::integer FROM deadline d WHERE clock_group = 'consultation' AND started_at <= $1::timestamptz - interval '7 days'
             AND NOT EXISTS (SELECT FROM outbox o WHERE o.case_id = d.case_id AND o.notice = 'adviceUnseen' AND 'consultation:' || o.parties[1] = d.key)) AS unseen,
           (SELECT count(*)::integer FROM absence x CROSS JOIN LATERAL (SELECT ($1::timestamptz + interval '1 second') AT TIME ZONE x.zone AS at) there
            WHERE x.returned_at IS NULL AND CASE WHEN there.at::date BETWEEN x.from_day AND x.until_day
              THEN coalesce(x.looked_on < there.at::date, true) ELSE there.at >= x.until_day + 1 + time '07:00' END) AS absences`,
        [this.db.clock.now()],
      );
      left = rows[0];
      return Object.values(rows[0]!).every((n) => n === 0);
    };
    return until(
      () =>
        `everything is told that is due, as this is left at ${this.db.clock.now().toISOString()}: ${JSON.stringify(left)}`,
      isSettled,
      PATIENCE_MS,
    );
  }

  /** A mail that came twice under its one name is one: whoever gets it can tell. */
  private collect(day: Day): void {
    for (const { email, recipients } of this.mailbox.mails.splice(0))
      for (const to of recipients) {
        const id = email.messageId!.slice(1).replace(/@.*/, '');
        if (!this.came.has(`${id} ${to}`)) this.came.set(`${id} ${to}`, { day, id, to });
      }
  }

  private async lines(): Promise<Line[]> {
    const { rows } = await this.db.pool.query<{ id: string; notice: string; ref: string }>(
      `SELECT m.id, coalesce(m.notice, m.apart) AS notice, coalesce(c.ref, '') AS ref FROM mail m
       LEFT JOIN (SELECT id, ref FROM request UNION ALL SELECT id, ref FROM deployment) c ON c.id = m.case_id`,
    );
    const known = new Map(rows.map((r) => [r.id, r]));
    return [...this.came.values()]
      .map(({ day, id, to }) => line(day, known.get(id)!.notice, known.get(id)!.ref, to))
      .sort();
  }
}
