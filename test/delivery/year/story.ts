import type { NoticeName } from '#domain';
import { plus, workedDays, type Day, type Worked } from './days.js';

/** Whom a place has for a case. Each part is one person or several. */
export type Who =
  | 'office'
  | 'coordinator'
  | 'desk'
  | 'team'
  | 'regionalOffices'
  | 'chairs'
  | 'approvers'
  | 'fund'
  | 'first'
  | 'second'
  | 'adviser'
  | { regionalOffice: number };

/** In which country requests and posts are, and in whose calendars their people work. */
export interface Place {
  country: string;
  calendars: { home: Worked; geneva: Worked; team: Worked; regionalOffices: Worked[] };
}

/** For what somebody is nudged, and who holds it. */
export interface Awaited {
  group: string;
  who: Who;
}
/** Why a nudge comes to nothing. */
export type NoNudge = 'tooSoon' | 'standsStill' | 'notNow' | 'ownKind';

export interface Step {
  on: Day;
  /** The time of the day, of UTC. */
  at: string;
  by: Who;
  type: string;
  more: Record<string, unknown>;
  nudged?: Awaited;
  refused?: NoNudge;
}
export interface Tell {
  on: Day;
  notice: NoticeName;
  to: Who[];
  /** Who is late, where it is carried higher. */
  late?: Who;
}

const NINE = '09:00';
/** Somebody has until a day for something. */
interface Wait {
  who: Who;
  /** To whom it is carried when it is late; left out where the time ends by itself. */
  above?: Who;
  /** Others have until the same day for the same: who is above all of them is told once. */
  carriedWith?: true;
  from: Day;
  /** Working days, or the day itself. */
  days?: number;
  until?: Day;
  in: Worked;
  /** The day on which it was done; never, without it. */
  done?: Day;
  /** Working days before the day on which they are reminded. */
  before?: number[];
}

/**
 * What happens in one case, and beside each step what must follow from it for whom: written by hand from the rules as people
 * read them. Steps are taken at nine in the morning unless they say when, after what the clocks tell in the morning of the same day.
 */
export class Story {
  readonly steps: Step[] = [];
  readonly told: Tell[] = [];
  /** Who has until when, and since when. */
  readonly waiting: { who: Who; from: Day; due: Day; done: Day | undefined }[] = [];

  constructor(
    readonly place: Place,
    private readonly begin: Day,
  ) {}

  /** So many days after the beginning. */
  day = (n: number): Day => plus(this.begin, n);

  on(n: number, by: Who, type: string, more: Record<string, unknown> = {}): this {
    this.steps.push({ on: this.day(n), at: NINE, by, type, more });
    return this;
  }

  /** Somebody who waits nudges whoever holds something: they are told on that day, unless it comes to nothing. */
  nudges(n: number, by: Who, group: string, who: Who, { refused, at = NINE }: { refused?: NoNudge; at?: string } = {}) {
    this.steps.push({
      on: this.day(n),
      at,
      by,
      type: 'NUDGE',
      more: {},
      nudged: { group, who },
      ...(refused && { refused }),
    });
    return refused ? this : this.tells(n, 'nudged', who);
  }

  /** Who is told on that day. */
  tells(on: number | Day, notice: NoticeName, ...to: Who[]): this {
    this.told.push({ on: typeof on === 'number' ? this.day(on) : on, notice, to });
    return this;
  }

  /** A time that somebody has: reminded before it and on its day, and where it is late told again, and then carried higher. */
  waits({ who, above, carriedWith, from, days, until, in: worked, done, before = [2] }: Wait): Day {
    const due = until ?? workedDays(from, days!, worked);
    this.waiting.push({ who, from, due, done });
    const stillWaiting = (day: Day): boolean => done === undefined || day <= done;
    const rung = (notice: NoticeName, day: Day, to: Who, late?: Who): void => {
      if (stillWaiting(day)) this.told.push({ on: day, notice, to: [to], ...(late ? { late } : {}) });
    };
    for (const n of before) {
      const day = workedDays(due, -n, worked);
      if (day > from) rung('reminder', day, who);
    }
    if (due > from) rung('due', due, who);
    if (above) {
      // Nobody is late with what comes to them today.
      const late = due > from ? due : from;
      rung('overdue', workedDays(late, 1, worked), who);
      if (!carriedWith) rung('escalation', workedDays(late, 3, worked), above, who);
    }
    return due;
  }
}
