import { ShiftedClock, systemClock, type Clock } from './clock.js';

describe('clocks', () => {
  it('tell the machine’s time', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(50);
  });

  it('can be moved both ways and go on from there', () => {
    let time = 1_000_000;
    const base: Clock = { now: () => new Date(time) };
    const clock = new ShiftedClock(500, base);
    expect(clock.now().getTime()).toBe(1_000_500);
    clock.offsetMs = -86_400_000;
    time += 10;
    expect(clock.now().getTime()).toBe(1_000_010 - 86_400_000);
    expect(clock.offsetMs).toBe(-86_400_000);
  });

  it('refuse to be moved nowhere', () => {
    expect(() => (new ShiftedClock().offsetMs = Number.NaN)).toThrow(RangeError);
  });
});
