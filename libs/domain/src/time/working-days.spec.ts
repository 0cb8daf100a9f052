import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayIn,
  dayOf,
  daysBetween,
  endOf,
  halfway,
  isDay,
  isWorkingDay,
  morningOf,
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

it('months are counted by the calendar, and end where the month does', () => {
  expect(addMonths('2029-02-28', -9)).toBe('2028-05-28');
  expect(addMonths('2027-08-31', -6)).toBe('2027-02-28');
  expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  expect(addMonths('2027-12-15', 1)).toBe('2028-01-15');
  fc.assert(
    fc.property(day, fc.integer({ min: -60, max: 60 }), (from, n) => {
      const to = addMonths(from, n);
      expect(isDay(to)).toBe(true);
      expect(to.slice(8) <= from.slice(8)).toBe(true);
      const months = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7));
      expect(months(to) - months(from)).toBe(n);
    }),
  );
});

it('half way is as far from the first day as from the last', () => {
  expect(halfway('2027-03-01', '2029-02-28')).toBe('2028-02-29');
  expect(halfway('2027-03-01', '2027-03-01')).toBe('2027-03-01');
});

it('the day is another in another time zone, at the end of the year too', () => {
  const at = '2027-12-31T23:30:00.000Z';
  expect([dayIn(null, at), dayIn('Pacific/Fiji', at), dayIn('America/Panama', at)]).toEqual([
    '2027-12-31',
    '2028-01-01',
    '2027-12-31',
  ]);
  expect(dayIn('America/Panama', '2028-01-01T04:59:59.000Z')).toBe('2027-12-31');
});

const zone = fc.constantFrom(
  'Africa/Dar_es_Salaam',
  'America/Panama',
  'Pacific/Fiji',
  'Asia/Kathmandu',
  'Europe/Zurich',
  'Pacific/Apia',
);
it('a day of a time zone ends and begins there, whatever happens to its hours', () => {
  fc.assert(
    fc.property(day, zone, (d, z) => {
      const end = endOf(d, z);
      expect(dayIn(z, end)).toBe(d);
      expect(dayIn(z, new Date(Date.parse(end) + 1).toISOString())).not.toBe(d);
      expect(dayIn(z, morningOf(d, z))).toBe(d);
    }),
  );
  expect(endOf('2027-03-01', 'Africa/Dar_es_Salaam')).toBe('2027-03-01T20:59:59.999Z');
  expect(morningOf('2027-03-01', 'Pacific/Fiji')).toBe('2027-02-28T21:00:00.000Z');
  expect(morningOf('2027-07-01', 'Europe/Zurich')).toBe('2027-07-01T07:00:00.000Z');
  expect([endOf('2027-03-01'), morningOf('2027-03-01')]).toEqual([
    '2027-03-01T23:59:59.999Z',
    '2027-03-01T07:00:00.000Z',
  ]);
});
