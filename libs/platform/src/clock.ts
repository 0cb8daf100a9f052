/** Tells what time it is; everything that depends on time is given one, so that tests can move it. */
export interface Clock {
  now(): Date;
}

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that runs at the speed of another one, a settable number of milliseconds away from it. */
export class ShiftedClock implements Clock {
  constructor(
    private offset = 0,
    private readonly base: Clock = systemClock,
  ) {}

  now(): Date {
    return new Date(this.base.now().getTime() + this.offset);
  }

  get offsetMs(): number {
    return this.offset;
  }

  set offsetMs(offset: number) {
    if (!Number.isFinite(offset)) throw new RangeError(`A clock cannot be moved by ${offset} milliseconds.`);
    this.offset = offset;
  }
}
