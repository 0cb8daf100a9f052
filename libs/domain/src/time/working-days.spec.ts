import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  dayOf,
  daysBetween,
  endOf,
  isDay,
  isWorkingDay,
  MONDAY_TO_FRIDAY,
  workingDaysBetween,
  type WorkCalendar,
} from './working-days.js';

const day = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1990-01-01', n));
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
  weekend: fc.constantFrom([0, 6], [5, 6], [5], []),
  holidays: fc
    .array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 40 })
    .map((all) => new Set(all.map((n) => addDays('1990-01-01', n)))),
});
const count = fc.integer({ min: 0, max: 60 });

it('a week has five working days, and a holiday is none', () => {
  expect(addWorkingDays('2027-03-05', 1, MONDAY_TO_FRIDAY)).toBe('2027-03-08');
  expect(addWorkingDays('2027-03-01', 5, MONDAY_TO_FRIDAY)).toBe('2027-03-08');
  const easter = { ...MONDAY_TO_FRIDAY, holidays: new Set(['2027-03-26', '2027-03-29']) };
  expect(addWorkingDays('2027-03-25', 1, easter)).toBe('2027-03-30');
  expect(addWorkingDays('2027-03-30', -1, easter)).toBe('2027-03-25');
});

it('a term that starts on a day off counts from the next working day', () => {
  expect(addWorkingDays('2027-03-06', 1, MONDAY_TO_FRIDAY)).toBe('2027-03-08');
  expect(addWorkingDays('2027-03-06', 0, MONDAY_TO_FRIDAY)).toBe('2027-03-06');
});

it('counting undoes adding, whatever the weekend and the holidays', () => {
  fc.assert(
    fc.property(day, count, calendar, (from, n, c) => {
      const to = addWorkingDays(from, n, c);
      expect(workingDaysBetween(from, to, c)).toBe(n);
      expect(workingDaysBetween(to, from, c)).toBe(n === 0 ? 0 : -n);
      if (n > 0) expect(isWorkingDay(to, c)).toBe(true);
    }),
  );
});

it('from a working day, going back undoes going on', () => {
  fc.assert(
    fc.property(day, count, calendar, (from, n, c) => {
      fc.pre(isWorkingDay(from, c));
      expect(addWorkingDays(addWorkingDays(from, n, c), -n, c)).toBe(from);
    }),
  );
});

it('a longer term never ends sooner, and two terms one after the other are their sum', () => {
  fc.assert(
    fc.property(day, count, count, calendar, (from, a, b, c) => {
      expect(addWorkingDays(addWorkingDays(from, a, c), b, c)).toBe(addWorkingDays(from, a + b, c));
      expect(addWorkingDays(from, a + b, c) >= addWorkingDays(from, a, c)).toBe(true);
    }),
  );
});

it('no term ends on a day off', () => {
  const off = { weekend: [0, 6], holidays: new Set(['2027-12-24', '2027-12-31']) };
  for (let n = 1; n < 40; n += 1) expect(isWorkingDay(addWorkingDays('2027-12-01', n, off), off)).toBe(true);
});

it('calendar days are counted over the ends of months and leap years', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2027-12-31', '2028-03-01')).toBe(61);
  expect(dayOf(endOf('2027-03-01'))).toBe('2027-03-01');
});

it.each([
  ['2027-02-28', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-02-30', false],
  ['2027-13-01', false],
  ['2027-1-1', false],
  ['tomorrow', false],
  [20270301, false],
  [null, false],
])('%p is a day: %p', (value, real) => {
  expect(isDay(value)).toBe(real);
});
