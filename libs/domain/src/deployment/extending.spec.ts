import { expect, it } from '@jest/globals';
import { against, aDeployment } from '../../test/a-deployment.js';
import type { FundingEntry } from '../money/funding.js';
import { moneyEndsBefore } from './current.js';

const extend = (basis: string) => ({ type: 'EXTEND', until: '2030-02-28', basis }) as const;

it('a term is extended on the word of the Resident Coordinator, or on a request that is named', () => {
  const d = aDeployment().inRenewal();
  expect(against(d, 'desk', extend('Funds'))).toEqual([
    'basis: The Resident Coordinator has not said yet whether the post should go on. Wait for that, or name the request on which the extension rests, such as HRA-2028-010',
  ]);
  expect(against(d, 'desk', extend('Request HRA-2028-010'))).toBe('taken');
  expect(against(d.wished(), 'desk', extend('Funds'))).toBe('taken');
});

it('money that ends before a day is told, without what was corrected', () => {
  const entry = (id: string, until: string, corrects: string | null = null) =>
    ({ id, until, corrects }) as FundingEntry;
  const funding = [entry('1', '2031-12-31'), entry('2', '2029-06-30', '1'), entry('3', '2028-12-31')];
  expect(moneyEndsBefore({ funding }, '2029-07-01')).toBe('2029-06-30');
  expect([moneyEndsBefore({ funding }, '2029-06-30'), moneyEndsBefore({ funding: [] }, '2030-01-01')]).toEqual([
    null,
    null,
  ]);
});
