import { expect, it } from '@jest/globals';
import { hasPassed, passedWarning } from './past-start.js';

it('a start before today is warned of; today, later and none are not', () => {
  expect(passedWarning('2014-07-01', '2027-03-01')).toEqual([
    expect.stringMatching(/1 July 2014, and that day has passed/),
  ]);
  for (const start of ['2027-03-01', '2027-03-02', '', null, undefined])
    expect([hasPassed(start, '2027-03-01'), passedWarning(start, '2027-03-01')]).toEqual([false, []]);
});
