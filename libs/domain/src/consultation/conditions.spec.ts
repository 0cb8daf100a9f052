import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { anEvent } from '../../test/events.js';
import { isRefusal } from '../refusal.js';
import { fatesOf, unheard } from './conditions.js';

const TEAM = 'regionalTeam:esa';
const withAdvice = (...conditions: string[]): CaseBuilder => {
  const c = aCase().accepted();
  c.send('team', { type: 'ADVISE', position: 'supports with conditions', text: 'If this is met.', conditions });
  return c.settled();
};
const recommend = (c: CaseBuilder, more: object) => ({ ...anEvent('RECOMMEND', { facts: c.facts }), ...more }) as never;
const recommended = (c: CaseBuilder, more: object) => c.send('chair', recommend(c, more));

it('a condition that is taken over keeps whose it is, through the decision to the letter', () => {
  const c = recommended(withAdvice('A second year', 'An office'), {
    conditions: ['A second year', 'A work plan'],
    leftOut: [{ party: TEAM, condition: 'An office', reason: 'It is in the request already.' }],
  });
  expect(c.facts.recommendation).toMatchObject({
    sources: [{ condition: 'A second year', party: TEAM }],
    leftOut: [{ condition: 'An office', reason: 'It is in the request already.' }],
  });
  c.approved();
  const [decision] = c.facts.decisions;
  expect(decision).toMatchObject({
    conditions: ['A second year', 'A work plan'],
    sources: [{ condition: 'A second year', party: TEAM }],
  });
  expect(JSON.stringify(decision!.letter)).toContain('A second year (asked for by: Regional UNDG Team)');
  expect(fatesOf(c.facts.consultation[0]!, decision!.conditions, c.facts.recommendation!)).toEqual([
    { condition: 'A second year', fate: 'taken' },
    { condition: 'An office', fate: 'leftOut', reason: 'It is in the request already.' },
  ]);
});

it('a recommendation that speaks of the conditions of the advice speaks of all', () => {
  const c = withAdvice('A second year');
  const fields = (more: object) => {
    const outcome = c.attempt('chair', recommend(c, more));
    return isRefusal(outcome) ? outcome.fields!.map((f) => f.path) : null;
  };
  expect(fields({ leftOut: [] })).toEqual(['leftOut']);
  expect(fields({ leftOut: [{ party: TEAM, condition: 'A second year', reason: ' ' }] })).toEqual(['leftOut.0.reason']);
  expect(fields({ leftOut: [{ party: TEAM, condition: 'Another', reason: 'x' }] })).toEqual([
    'leftOut.0.condition',
    'leftOut',
  ]);
  expect(fields({ sources: [{ condition: 'A second year', party: TEAM }] })).toEqual(['sources.0.condition']);
  expect(fields({ conditions: ['A second year', 'B'], sources: [{ condition: 'B', party: 'nobody' }] })).toEqual([
    'sources.0.party',
  ]);
  expect(fields({ conditions: ['A second year'], leftOut: [] })).toBeNull();
  expect(fields({})).toBeNull();
});

it('of any conditions, each is taken over, left out, or still to be heard, and never two of these', () => {
  const words = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
  fc.assert(
    fc.property(words, words, (advised, kept) => {
      const c = withAdvice(...advised);
      const open = unheard(c.facts, kept, []).map((a) => a.condition);
      expect([...open, ...advised.filter((a) => kept.includes(a))].sort()).toEqual([...advised].sort());
      const leftOut = open.map((condition) => ({ party: TEAM, condition, reason: 'Not now.' }));
      expect(isRefusal(c.attempt('chair', recommend(c, { conditions: kept, leftOut })))).toBe(false);
    }),
    { numRuns: 15 },
  );
});
