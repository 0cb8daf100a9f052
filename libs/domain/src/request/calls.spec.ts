import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { aContent } from '../../test/content.js';
import { addDays, daysBetween } from '../time/working-days.js';
import {
  callOf,
  callOn,
  callProblems,
  callsFrom,
  lastDayOf,
  MOST_GRACE_DAYS,
  roundOf,
  usualCall,
  type RoundCall,
} from './calls.js';
import { roundAfter } from './rounds.js';

const SPRING: RoundCall = { round: '2027-1', opens: '2027-01-01', closes: '2027-01-31', graceDays: 7 };
const AT = '2026-12-01T09:00:00.000Z';
const aDay = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays('2024-01-01', n));
/** Calls as they can be set: each inside of its own half of the year. */
const someCalls = fc
  .uniqueArray(
    fc.tuple(fc.integer({ min: 0, max: 20 }), fc.nat(40), fc.integer({ min: 1, max: 100 }), fc.nat(MOST_GRACE_DAYS)),
    {
      selector: ([n]) => n,
      maxLength: 8,
    },
  )
  .map((all) =>
    all.map(([n, from, long, graceDays]): RoundCall => {
      const usual = usualCall(roundAfter('2024-1', n));
      const opens = addDays(usual.opens, from);
      return { round: usual.round, opens, closes: addDays(opens, long), graceDays };
    }),
  );

describe('the call for which a request counts', () => {
  it('is open, or in its days of grace, or the next that opens', () => {
    const on = (day: string) => {
      const { call, late } = callOn(day, [SPRING]);
      return [call.round, late];
    };
    expect(on('2026-12-31')).toEqual(['2026-2', false]);
    expect(on('2027-01-31')).toEqual(['2027-1', false]);
    expect(on('2027-02-01')).toEqual(['2027-1', true]);
    expect(on('2027-02-07')).toEqual(['2027-1', true]);
    expect(on('2027-02-08')).toEqual(['2027-2', false]);
  });

  it('without days that were set is the half of the year', () =>
    fc.assert(fc.property(aDay, (day) => expect(callOn(day, []).call.round).toBe(roundOf(day)))));

  it('is there on every day, has not ended on it, and never goes back from one day to the next', () =>
    fc.assert(
      fc.property(aDay, someCalls, (day, set) => {
        const { call, late } = callOn(day, set);
        expect(lastDayOf(call) >= day).toBe(true);
        expect(late).toBe(day > call.closes);
        expect(callOn(addDays(day, 1), set).call.round >= call.round).toBe(true);
        // The one before is over: nobody is put off without need.
        expect(lastDayOf(callOf(roundAfter(call.round, -1), set)) < day).toBe(true);
      }),
    ));

  it('stands first among those that come', () =>
    fc.assert(
      fc.property(aDay, someCalls, (day, set) => {
        const rounds = callsFrom(day, set, 4).map((c) => c.round);
        expect(rounds).toEqual([0, 1, 2, 3].map((n) => roundAfter(callOn(day, set).call.round, n)));
      }),
    ));
});

describe('the days of a call', () => {
  const wrong = (change: Partial<RoundCall>, at = AT, set: RoundCall[] = []) =>
    callProblems({ ...SPRING, ...change }, set, at).map((p) => `${p.path}: ${p.message}`);

  it('can be set where they follow one another', () => expect(wrong({})).toEqual([]));
  it('are days, in their order, not over, and of a year at most', () => {
    expect(wrong({ opens: 'soon' })).toEqual(['opens: Enter the day on which the call opens']);
    expect(wrong({ closes: '2027-02-30' })).toEqual(['closes: Enter the day on which the call closes']);
    expect(wrong({ closes: '2027-01-01' })).toEqual(['closes: Enter a day after the day on which the call opens']);
    expect(wrong({}, '2027-02-01T00:00:00.000Z')[0]).toContain('A call that has closed stays as it was');
    expect(wrong({ graceDays: 31 })).toEqual(['graceDays: Enter a whole number of days from 0 to 30']);
    expect(wrong({ graceDays: 1.5 })).toHaveLength(1);
  });
  it('do not run into those of the call before or after, grace and all', () => {
    expect(wrong({ opens: '2026-12-15' })).toEqual([
      'opens: Enter a day after 2026-12-31, the last day of the call for round 2026-2',
    ]);
    expect(wrong({ closes: '2027-06-25' })[0]).toContain('has to end before 2027-07-01');
    const before = { round: '2026-2', opens: '2026-07-01', closes: '2026-10-31', graceDays: 0 };
    expect(wrong({ opens: '2026-12-15' }, AT, [before])).toEqual([]);
  });
  it('of the usual calls leave no day out', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (n) => {
        const call = usualCall(roundAfter('2024-1', n));
        expect(daysBetween(lastDayOf(call), usualCall(roundAfter(call.round)).opens)).toBe(1);
      }),
    ));
});

describe('a request', () => {
  const on = (day: string, track: 'ordinary' | 'urgent' = 'ordinary') =>
    aCase({
      at: `${day}T09:00:00.000Z`,
      content: { ...aContent(), ...(track === 'urgent' ? { track, urgentReason: 'Elections' } : {}) },
      context: { calls: [SPRING] },
    }).submitted().facts;

  it('takes the round of its call at submission, and is marked where it lived on the days of grace', () => {
    expect([on('2027-01-20').summary.round, on('2027-01-20').inGrace]).toEqual(['2027-1', undefined]);
    expect([on('2027-02-03').summary.round, on('2027-02-03').inGrace]).toEqual(['2027-1', true]);
    expect([on('2027-03-03').summary.round, on('2027-03-03').inGrace]).toEqual(['2027-2', undefined]);
  });
  it('that is urgent is never late', () => expect(on('2027-02-03', 'urgent').inGrace).toBeUndefined());
});
