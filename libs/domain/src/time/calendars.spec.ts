import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLES, type Role } from '../people/roles.js';
import { calendarsOf, dayUnder, GENEVA, oneCalendar, type Holiday } from './calendars.js';
import { addDays, addWorkingDays, isWorkingDay, MONDAY_TO_FRIDAY, workingDaysBetween } from './working-days.js';

const home = { country: 'JOR', regions: ['arab'] };
const stations = ['JOR', 'TZA', GENEVA, 'UN'];
const holiday = fc.record({
  station: fc.constantFrom(...stations),
  day: fc.nat(400).map((n) => addDays('2027-01-01', n)),
  name: fc.constantFrom('One', 'Another'),
});
const weekends = { JOR: [5, 6], NPL: [6] };

describe('the calendar of a duty station', () => {
  it('has its own days off in the week, its own holidays, and those that all keep', () => {
    const holidays = [
      { station: 'JOR', day: '2027-03-07', name: 'Of Jordan' },
      { station: 'UN', day: '2027-03-09', name: 'Of all' },
    ];
    const calendars = calendarsOf({ holidays, weekends });
    // 4 March 2027 is a Thursday; in Jordan the week begins on Sunday.
    expect(addWorkingDays('2027-03-04', 1, calendars.of('JOR'))).toBe('2027-03-08');
    expect(addWorkingDays('2027-03-04', 2, calendars.of('JOR'))).toBe('2027-03-10');
    expect(addWorkingDays('2027-03-04', 3, calendars.of('TZA'))).toBe('2027-03-10');
    expect(calendars.of(null)).toBe(calendars.of(GENEVA));
    expect([calendars.holidayOn('JOR', '2027-03-07'), calendars.holidayOn('TZA', '2027-03-07')]).toEqual([
      'Of Jordan',
      null,
    ]);
    expect(calendars.holidayOn('TZA', '2027-03-09')).toBe('Of all');
  });
  it('knows no station by the name of a property', () => {
    expect(calendarsOf().of('constructor').weekend).toEqual([0, 6]);
    expect(calendarsOf().stationFor({ holder: 'reviewer', personId: 'constructor' }, home)).toBe(GENEVA);
  });
  it('is the same as counting the days one by one', () =>
    fc.assert(
      fc.property(
        fc.array(holiday, { maxLength: 40 }),
        fc.constantFrom('JOR', 'TZA', GENEVA, 'NPL'),
        fc.nat(300),
        (all, at, n) => {
          const calendar = calendarsOf({ holidays: all, weekends }).of(at);
          const from = '2027-01-01';
          const to = addDays(from, n);
          const off = (day: string) =>
            [0, 1, 2, 3, 4, 5, 6].includes(new Date(day).getUTCDay()) &&
            ((weekends as Record<string, number[]>)[at] ?? [0, 6]).includes(new Date(day).getUTCDay());
          const kept = (day: string) => all.some((h) => h.day === day && (h.station === at || h.station === 'UN'));
          const days = Array.from({ length: n }, (_, i) => addDays(from, i + 1)).filter((d) => !off(d) && !kept(d));
          expect(workingDaysBetween(from, to, calendar)).toBe(days.length);
        },
      ),
    ));
  it('with one holiday more, no day of any clock comes sooner; it moves by as many days as fall into it, or more', () =>
    fc.assert(
      fc.property(
        fc.array(holiday, { maxLength: 20 }),
        holiday,
        fc.nat(200),
        fc.integer({ min: 1, max: 30 }),
        (all, more, start, n) => {
          const from = addDays('2027-01-01', start);
          const on = (list: Holiday[]) => calendarsOf({ holidays: list, weekends }).of('TZA');
          const before = addWorkingDays(from, n, on(all));
          const after = addWorkingDays(from, n, on([...all, more]));
          expect(after >= before).toBe(true);
          const hit =
            isWorkingDay(more.day, on(all)) &&
            ['TZA', 'UN'].includes(more.station) &&
            more.day > from &&
            more.day <= before;
          expect(after > before).toBe(hit);
          if (hit) expect(workingDaysBetween(before, after, on([...all, more]))).toBe(1);
        },
      ),
    ));
});

describe('whose calendar counts', () => {
  const calendars = calendarsOf({
    seats: { arab: 'LBN', esa: 'KEN', dakar: 'SEN', 'person-1': 'THA', fundManager: 'USA' },
  });
  const at = (holder: Role, more: object = {}, where: { country: string | null; regions: string[] } = home) =>
    calendars.stationFor({ holder, ...more }, where);
  it('is the country’s for those who work there', () => {
    for (const role of ['rcOffice', 'residentCoordinator', 'actingCoordinator', 'adviser', 'endorser'] as const)
      expect(at(role)).toBe('JOR');
    expect(at('residentCoordinator', {}, { country: null, regions: ['esa'] })).toBe('KEN');
  });
  it('is Geneva’s for OHCHR, unless somebody sits elsewhere', () => {
    for (const role of ['deskOfficer', 'reviewer', 'panelChair', 'approver', 'consultee'] as const)
      expect(at(role)).toBe(GENEVA);
    expect(at('reviewer', { personId: 'person-1' })).toBe('THA');
    expect(at('fundManager')).toBe('USA');
  });
  it('is that of its duty station for a regional team, and of its own for an office', () => {
    expect(at('regionalTeam', { region: 'esa' })).toBe('KEN');
    expect(at('regionalTeam')).toBe('LBN');
    expect(at('regionalOffice', { region: 'arab', office: 'dakar' })).toBe('SEN');
    expect(at('regionalTeam', { region: 'nowhere' })).toBe(GENEVA);
  });
  it('is known for every role', () => {
    for (const role of Object.keys(ROLES) as Role[]) expect(at(role)).toMatch(/^[A-Z]{3}$/);
  });
});

it('the day of a clock is that of its station', () => {
  const calendars = calendarsOf({ zoneOf: (c) => (c === 'FJI' ? 'Pacific/Fiji' : null) });
  expect(dayUnder(calendars.of('FJI'), '2027-03-01T13:00:00.000Z')).toBe('2027-03-02');
  expect(dayUnder(calendars.of('TZA'), '2027-03-01T13:00:00.000Z')).toBe('2027-03-01');
});
it('one calendar can be that of everybody', () => {
  const all = oneCalendar(MONDAY_TO_FRIDAY);
  expect(all.of('JOR')).toBe(MONDAY_TO_FRIDAY);
  expect(all.holidayOn('JOR', '2027-01-01')).toBeNull();
});
