import type { Clock } from '#platform';

const DAY_MS = 86_400_000;

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  constructor(private at: Date) {}

  now(): Date {
    return new Date(this.at);
  }

  /** Moves to an instant, or to nine in the morning of a day. */
  set(when: string): void {
    this.at = new Date(when.length > 10 ? when : `${when}T09:00:00.000Z`);
    if (Number.isNaN(this.at.getTime())) throw new RangeError(`“${when}” is no time.`);
  }

  /** Lets days pass, or parts of one. */
  pass(days: number): void {
    this.at = new Date(this.at.getTime() + days * DAY_MS);
  }
}
