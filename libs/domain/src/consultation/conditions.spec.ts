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
const recommend = (c: CaseBuilder, more: object, type: 'RECOMMEND' | 'PREPARE_RECOMMENDATION' = 'RECOMMEND') =>
  ({ ...anEvent('RECOMMEND', { facts: c.facts }), ...more, type }) as never;
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

const fields = (c: CaseBuilder, more: object, by: 'RECOMMEND' | 'PREPARE_RECOMMENDATION' = 'RECOMMEND') => {
  const outcome = c.attempt('chair', recommend(c, more, by));
  return isRefusal(outcome) ? outcome.fields!.map((f) => f.path) : null;
};

it.each(['RECOMMEND', 'PREPARE_RECOMMENDATION'] as const)(
  '%s says of every condition of the advice what becomes of it, whether it is asked on a page or by a program',
  (by) => {
    const c = withAdvice('A second year');
    expect(fields(c, {}, by)).toEqual(['leftOut']);
    expect(fields(c, { leftOut: [] }, by)).toEqual(['leftOut']);
    const reason = (text: string) => ({ leftOut: [{ party: TEAM, condition: 'A second year', reason: text }] });
    expect(fields(c, reason(' '), by)).toEqual(['leftOut.0.reason']);
    expect(fields(c, reason('Too early.'), by)).toBeNull();
    expect(fields(c, { conditions: ['A second year'], ...reason('Too early.') }, by)).toEqual(['leftOut.0.condition']);
    expect(fields(c, { leftOut: [{ party: TEAM, condition: 'Another', reason: 'x' }] }, by)).toEqual([
      'leftOut.0.condition',
      'leftOut',
    ]);
    expect(fields(c, { conditions: ['A second year'] }, by)).toBeNull();
    expect(fields(aCase().accepted().advised().settled(), {}, by)).toBeNull();
  },
);

it('the source of a condition is a party that was asked, and the words of its advice where they are others', () => {
  const c = withAdvice('A second year');
  const from = (more: object) => fields(c, { conditions: ['A second year', 'B'], sources: [more] });
  expect(from({ condition: 'C', party: TEAM })).toEqual(['sources.0.condition']);
  expect(from({ condition: ' ', party: TEAM })).toEqual(['sources.0.condition']);
  expect(from({ condition: 'B', party: 'nobody' })).toEqual(['sources.0.party']);
  expect(from({ condition: 'B', party: TEAM })).toEqual(['sources.0.of']);
  expect(from({ condition: 'B', party: TEAM, of: 'A third year' })).toEqual(['sources.0.of']);
  expect(from({ condition: 'B', party: TEAM, of: 'A second year' })).toBeNull();
  expect(from({ condition: 'A second year', party: TEAM })).toBeNull();
});

it('a condition that is said in other words is taken over, and the party reads in which', () => {
  const c = withAdvice('A second year');
  const said = { condition: 'Money for two years', party: TEAM, of: 'A second year' };
  recommended(c, { conditions: [said.condition], sources: [said] }).approved();
  const [decision] = c.facts.decisions;
  expect(decision!.sources).toEqual([said]);
  expect(fatesOf(c.facts.consultation[0]!, decision!.conditions, decision!)).toEqual([
    { condition: 'A second year', fate: 'taken', as: said.condition },
  ]);
  expect(JSON.stringify(decision!.letter)).toContain('Money for two years (asked for by: Regional UNDG Team)');
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
