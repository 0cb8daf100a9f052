import { expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { aContent } from '../../test/content.js';
import { aContext } from '../../test/context.js';
import { locksOf } from '../people/access.js';
import { summarise } from '../request/steps.js';

it('asks both teams about a country that two regional teams have in their lists', () => {
  const context = aContext({ regionsAlso: (country) => (country === 'TZA' ? ['arab'] : []) });
  expect(summarise(aContent(), context).regions).toEqual(['arab', 'esa']);
  const c = aCase({ context: { regionsAlso: () => ['arab'] } }).submitted();
  expect(c.facts.consultation.map((p) => p.key)).toEqual(
    expect.arrayContaining(['regionalTeam:arab', 'regionalTeam:esa', 'regionalOffice:arab', 'regionalOffice:esa']),
  );
  expect(locksOf(c.facts)).toEqual(expect.arrayContaining(['team:arab', 'team:esa', 'desk:arab', 'desk:esa']));
});

it('goes by the lists of the day on which it is submitted, and submitted again, and keeps its regions in between', () => {
  let lists: string[] = [];
  const c = aCase({ context: { regionsAlso: () => lists } });
  const regionsNow = () => [c.facts.summary.regions, [...new Set(c.facts.consultation.map((p) => p.region))].sort()];
  lists = ['arab'];
  c.submitted();
  expect(regionsNow()).toEqual([
    ['arab', 'esa'],
    ['arab', 'esa'],
  ]);
  lists = [];
  c.returned();
  expect(c.facts.summary.regions).toEqual(['arab', 'esa']);
  c.send('coordinator', { type: 'RESUBMIT', declaration: true });
  expect(regionsNow()).toEqual([['esa'], ['esa']]);
  expect(c.facts.frozen!.summary.regions).toEqual(['esa']);
});
