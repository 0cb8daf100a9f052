import { expect, it } from '@jest/globals';
import { calendarsOf } from '#domain';
import { dueStatus, isLate } from './due-words.js';

const due = (dueOn: string, today: string, more: { stoppedWith?: number; group?: string } = {}) => {
  const clock = { dueOn, stoppedWith: more.stoppedWith ?? null, group: more.group ?? 'screening' };
  const { text, tone } = dueStatus(clock, today, calendarsOf());
  return [text, tone, isLate(clock, today)];
};

it.each([
  ['far', '2027-03-31', '2027-03-10', ['Due 31 Mar', 'plain', false]],
  ['in another year', '2028-01-04', '2027-12-01', ['Due 4 Jan 2028', 'plain', false]],
  ['in two working days', '2027-03-15', '2027-03-11', ['Due 15 Mar', 'amber', false]],
  ['today', '2027-03-11', '2027-03-11', ['Due today', 'amber', false]],
  ['a working day ago', '2027-03-10', '2027-03-11', ['1 working day late', 'red', true]],
  ['over a weekend', '2027-03-12', '2027-03-16', ['2 working days late', 'red', true]],
  ['on a Friday, and it is Saturday', '2027-03-12', '2027-03-13', ['Overdue', 'red', true]],
])('what was or is due %s', (_, dueOn, today, expected) => {
  expect(due(dueOn, today)).toEqual(expected);
});

it('a clock that stands still is not late', () => {
  expect(due('2027-01-01', '2027-03-11', { stoppedWith: 3 })).toEqual(['Clock stopped', 'grey', false]);
});

it.each([
  ['draft', 'Expires 1 Feb'],
  ['deferred', 'Until 1 Feb'],
  ['awaitingFunds', 'Valid until 1 Feb'],
])('the day of %s is no due date', (group, text) => {
  expect(due('2027-02-01', '2027-03-11', { group })).toEqual([text, 'plain', false]);
});
