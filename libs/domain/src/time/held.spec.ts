import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clarification } from '../request/facts.js';
import type { StateName } from '../request/states.js';
import { calendarsOf, type Calendars } from './calendars.js';
import { daysHeld, type CameTo } from './held.js';
import { addDays, dayOf, MONDAY_TO_FRIDAY, workingDaysBetween } from './working-days.js';

const at = (day: string) => `${day}T09:00:00.000Z`;
const came = (...all: [StateName, string][]): CameTo[] => all.map(([state, day]) => ({ state, at: at(day) }));
const question = (from: string, to: string | null): Clarification =>
  ({ askedAt: at(from), answeredAt: to && at(to) }) as Clarification;
const summary = { countries: ['TZA'], regions: ['esa'] } as never;
const held = (
  all: CameTo[],
  state: StateName,
  now: string,
  clarifications: Clarification[] = [],
  calendars: Calendars = calendarsOf(),
) =>
  Object.fromEntries(
    daysHeld(all, { clarifications, summary, state: state as never }, at(now), calendars).map(({ party, days }) => [
      party,
      days,
    ]),
  );

describe('the days that a request lay with each party', () => {
  // 1 March 2027 is a Monday.
  it('are counted over all the times that it did, in working days', () => {
    const all = came(
      ['draft', '2027-03-01'],
      ['screening', '2027-03-08'],
      ['returned', '2027-03-10'],
      ['screening', '2027-03-15'],
    );
    expect(held(all, 'screening', '2027-03-16')).toEqual({ office: 5 + 3, ohchr: 2 + 1 });
  });
  it('are the office’s while a question is with it, and each day once', () => {
    const all = came(['assessment', '2027-03-01'], ['recommendation', '2027-03-15']);
    const two = [question('2027-03-02', '2027-03-05'), question('2027-03-04', '2027-03-09')];
    expect(held(all, 'recommendation', '2027-03-16', two)).toEqual({ office: 5, ohchr: 10 - 5 + 1 });
    expect(
      held(came(['assessment', '2027-03-01']), 'assessment' as never, '2027-03-03', [question('2027-03-01', null)]),
    ).toEqual({ office: 2 });
  });
  it('are each party’s own: a holiday of the country is none in Geneva', () => {
    const all = came(['returned', '2027-03-01'], ['screening', '2027-03-08']);
    const holidays = [{ station: 'TZA', day: '2027-03-03', name: 'A day off' }];
    expect(held(all, 'screening', '2027-03-15', [], calendarsOf({ holidays }))).toEqual({ office: 4, ohchr: 5 });
    const inGeneva = [{ station: 'CHE', day: '2027-03-10', name: 'A day off' }];
    expect(held(all, 'screening', '2027-03-15', [], calendarsOf({ holidays: inGeneva }))).toEqual({
      office: 5,
      ohchr: 4,
    });
  });
  it('end with the request', () =>
    expect(held(came(['decision', '2027-03-01'], ['declined', '2027-03-03']), 'declined', '2028-01-01')).toEqual({
      ohchr: 2,
    }));
  it('add up to the time that passed, whoever had it', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom<StateName>('screening', 'returned', 'recommendation', 'decision', 'offered'),
            fc.nat(30),
          ),
          { minLength: 1 },
        ),
        (steps) => {
          let day = '2027-03-01';
          const all = steps.map(([state, long]) => {
            const here = { state, at: at(day) };
            day = addDays(day, long);
            return here;
          });
          const sum = daysHeld(all, { clarifications: [], summary, state: 'decision' }, at(day), calendarsOf()).reduce(
            (n, d) => n + d.days,
            0,
          );
          expect(sum).toBe(workingDaysBetween(dayOf(all[0]!.at), day, MONDAY_TO_FRIDAY));
        },
      ),
    ));
});
