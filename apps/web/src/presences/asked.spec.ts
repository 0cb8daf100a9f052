import { describe, expect, it } from '@jest/globals';
import { addressOf, dayTyped, presencesAsked } from './asked.js';

const TODAY = '2027-03-01';

it.each([
  ['2015-11-01', '2015-11-01'],
  ['1 November 2015', '2015-11-01'],
  ['01 nov 2015', '2015-11-01'],
  ['2015-02-30', null],
  ['30 February 2015', null],
  ['1 Brumaire 2015', null],
  ['1850-01-01', null],
  ['yesterday', null],
])('“%s” is the day %s', (typed, day) => expect(dayTyped(typed)).toBe(day));

describe('what is asked of the table', () => {
  it('is today, a day or a year', () => {
    expect(presencesAsked({}, TODAY)).toEqual({ asked: { on: TODAY }, format: null, problems: [] });
    expect(presencesAsked({ on: '2015-11-01', year: '' }, TODAY).asked).toEqual({ on: '2015-11-01' });
    expect(presencesAsked({ year: '2015', format: 'csv' }, TODAY)).toEqual({
      asked: { year: 2015 },
      format: 'csv',
      problems: [],
    });
  });

  it.each([
    [{ on: 'x' }, 'on'],
    [{ year: '15' }, 'year'],
    [{ year: '1850' }, 'year'],
    [{ on: TODAY, year: '2015' }, 'year'],
    [{ format: 'pdf' }, 'format'],
    [{ region: 'esa' }, 'region'],
    [{ on: [TODAY, TODAY] }, 'on'],
  ])('%j is not understood, and it is said where', (query, path) => {
    expect(presencesAsked(query, TODAY).problems).toEqual([{ path, message: expect.any(String) }]);
  });

  it('can be written as an address again', () => {
    expect(addressOf('/presences', { on: TODAY })).toBe('/presences?on=2027-03-01');
    expect(addressOf('/presences', { year: 2015 }, 'docx')).toBe('/presences?year=2015&format=docx');
  });
});
