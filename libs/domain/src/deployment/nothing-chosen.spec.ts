import { expect, it } from '@jest/globals';
import { aDeployment, against } from '../../test/a-deployment.js';

it('a list from which nothing is chosen is said to want a choice, with what else is missing', () => {
  const d = aDeployment().arrived().on(5);
  expect(against(d, 'desk', { type: 'LEAVE', on: d.today, reason: '' as never })).toEqual([
    'reason: Choose one of this list',
  ]);
  expect(against(d, 'desk', { type: 'COVER', country: '', from: d.today, reason: 'Asked' })).toEqual([
    'country: Choose a country',
  ]);
  expect(against(d, 'desk', { type: 'UNCOVER', country: '', until: '', reason: 'Asked' })).toEqual([
    'country: Choose a country',
    'until: Enter the last day on which the country is covered',
  ]);
  expect(against(d, 'desk', { type: 'MOVE_OBLIGATION', obligationId: '', dueOn: d.today, reason: 'Late' })).toEqual([
    'obligationId: Choose a report',
  ]);
});
