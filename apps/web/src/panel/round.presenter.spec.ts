import { expect, it } from '@jest/globals';
import { roundPanel } from '#domain';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { aFramework } from '../../../../libs/domain/test/context.js';
import { aSheet } from '../../../../libs/domain/test/events.js';
import { names } from '../../../../test/support/seen.js';
import { roundRows } from './round.presenter.js';

/** A request of the round that was judged by one version of the criteria. */
function judgedBy(version: number) {
  const sheet = aSheet(4, 3, 3, 2, 3);
  const it1 = aCase({ context: { frameworkFor: () => ({ ...aFramework(), version }) } });
  return it1.advised().scored(sheet, sheet).settled();
}

it('each request of a round names its version of the criteria, where they are not one for all', () => {
  const about = (...versions: number[]) => {
    const all = versions.map(judgedBy);
    const { chair } = all[0]!.cast;
    const setting = {
      round: '2027-1',
      version: 0,
      money: null,
      source: '',
      leastCoverage: 60,
      setAt: null,
      setName: null,
    };
    const panel = roundPanel(
      chair,
      all.map(({ facts }) => ({ facts, revision: 1, years: [] })),
      setting,
    );
    const input = { round: '2027-1', me: chair, panel, setting, more: false, names, today: '2027-03-10' };
    return roundRows(input).map((row) => row.about);
  };
  expect(about(1, 2).sort()).toEqual([
    'In-country international adviser. Criteria, version 1',
    'In-country international adviser. Criteria, version 2',
  ]);
  expect(about(2, 2)).toEqual(['In-country international adviser', 'In-country international adviser']);
});
