import { expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { isRefusal } from '#domain';
import { heardAs, heardErrors, proposedHeard, typedHeard } from './heard.form.js';
import { proposedRecommendation } from './recommendation.form.js';

const TEAM = 'regionalTeam:esa';
const advised = () => {
  const c = aCase().accepted();
  const conditions = ['A second year', 'An office', 'A car'];
  c.send('team', { type: 'ADVISE', position: 'supports with conditions', text: 'If so.', conditions });
  return c.settled();
};
const form = (choices: [string, string, string]) =>
  Object.fromEntries(
    ['A second year', 'An office', 'A car'].flatMap((condition, i) => [
      [`heard-${i}-party`, TEAM],
      [`heard-${i}-condition`, condition],
      [`heard-${i}`, choices[i]!],
      [`heard-${i}-word`, choices[i] === 'leave' ? 'There is one.' : ''],
      [`heard-${i}-as`, choices[i] === 'reword' ? 'Money for two years' : ''],
    ]),
  );

it('each condition of the advice is taken over, said in other words or left out; and the form has it again', () => {
  const c = advised();
  const said = heardAs(['A work plan'], typedHeard(form(['reword', 'take', 'leave'])));
  expect(said).toEqual({
    conditions: ['A work plan', 'An office', 'Money for two years'],
    sources: [{ condition: 'Money for two years', party: TEAM, of: 'A second year' }],
    leftOut: [{ condition: 'A car', party: TEAM, reason: 'There is one.' }],
  });
  c.send('chair', { ...anEvent('RECOMMEND', { facts: c.facts }), ...said } as never);
  expect(proposedHeard(c.facts)).toMatchObject([
    { choice: 'reword', as: 'Money for two years' },
    { choice: 'take' },
    { choice: 'leave', word: 'There is one.' },
  ]);
  // What stands beside the advice is not among the other conditions a second time.
  expect(proposedRecommendation(c.facts).conditions).not.toContain('Money for two years');
});

it('words that are missing are asked for beside the condition that they are of', () => {
  const c = advised();
  const typed = typedHeard({ ...form(['take', 'reword', 'leave']), 'heard-1-as': '', 'heard-2-word': '' });
  const refused = c.attempt('chair', {
    ...anEvent('RECOMMEND', { facts: c.facts }),
    ...heardAs(['A work plan'], typed),
  } as never);
  const fields = isRefusal(refused) ? refused.fields! : [];
  expect(fields.map(({ path, message }) => heardErrors(path, message, typed))).toEqual([
    { text: 'Say in which words this is a condition', href: '#heard-1-as' },
    { text: 'Say in a word why this condition is left out', href: '#heard-2-word' },
  ]);
});
