import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { me, timesOn, todosOf } from '../../../../test/support/seen.js';
import { waitingNow, waitingSentence } from './todo-items.js';

const { today, calendars } = timesOn('2027-03-02');
const said = (...cases: CaseBuilder[]) =>
  waitingSentence(waitingNow(todosOf(me(aCase(), 'desk'), ...cases), today), today, calendars);

it('names the steps that wait where they are of few kinds, and counts them where they are of many', () => {
  const few = [aCase().submitted(), aCase().accepted()];
  expect(said(...few)).toMatch(/^One completeness check and one appointment of reviewers wait for you\. /);
  const again = aCase().declined().send('coordinator', { type: 'REQUEST_RECONSIDERATION', reason: 'They agree now.' });
  expect(said(...few, aCase().scored(), again, aCase().funded())).toMatch(
    /^\w+ steps wait for you\. The first is due /,
  );
});
