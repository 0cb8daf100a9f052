import { expect, it } from '@jest/globals';
import { exactly, percent, pointsOf, shown, sumOfPoints } from './figures.js';

it('a figure shows its second decimal only where it says something', () => {
  expect(['55.00', '76.25', '62.50', '100.00'].map((rounded) => shown({ exact: '', rounded }))).toEqual([
    '55.0',
    '76.25',
    '62.5',
    '100.0',
  ]);
  expect(shown(null)).toBe('–');
});

it('a figure that had to be rounded names the fraction that it is', () => {
  expect(exactly({ exact: '200/3', rounded: '66.67' })).toBe('200/3');
  expect(exactly({ exact: '325/4', rounded: '81.25' })).toBe('');
  expect(exactly({ exact: '75', rounded: '75.00' })).toBe('');
  expect(exactly(null)).toBe('');
});

it('points and shares of the weight are exact', () => {
  expect([pointsOf(25, 3), pointsOf(20, 3), pointsOf(33, 1), pointsOf(20, 0)]).toEqual(['18.75', '15', '8.25', '0']);
  expect(sumOfPoints([])).toBe('0.0');
  expect(
    sumOfPoints([
      { weight: 33, score: 1 },
      { weight: 25, score: 3 },
    ]),
  ).toBe('27.0');
  expect(percent({ exact: '80', rounded: '80.00' })).toBe('80');
  expect(percent({ exact: '75/16', rounded: '4.69' })).toBe('4.69');
});
