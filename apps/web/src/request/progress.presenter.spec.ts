import { expect, it } from '@jest/globals';
import { aCase, aSurge, type CaseBuilder } from '../../../../libs/domain/test/a-case.js';
import { anEvent } from '../../../../libs/domain/test/events.js';
import { names, passagesOf, seenBy, timesOn } from '../../../../test/support/seen.js';
import { progressOfCase } from './progress.presenter.js';
import { holdings, standing } from './standing.presenter.js';

const TODAY = '2027-03-02';
const steps = (it: CaseBuilder, today = TODAY) =>
  progressOfCase(it.facts, passagesOf(it), timesOn(today)).map((s) => `${s.text}|${s.note}|${s.state}`);
const says = (it: CaseBuilder, today = TODAY) => standing(it.facts, passagesOf(it), names, timesOn(today));

it('a draft stands before its first step', () => {
  expect(steps(aCase())[0]).toBe('Submitted|Not yet|now');
  expect(steps(aCase())[1]).toBe('Completeness check||');
});

it('the step in hand has its due date, the ones to come about when they follow', () => {
  expect(steps(aCase().submitted())).toEqual([
    'Submitted|1 Mar|done',
    'Completeness check|By 8 Mar|now',
    'Advice and scoring|About 5 Apr|',
    'Panel|About 12 Apr|',
    'Decision|About 26 Apr|',
    'Money||',
    'Arrangements||',
    'Handed over||',
  ]);
});

it('steps done have the day on which they ended', () => {
  const it = aCase().submitted().on('2027-03-03').accepted().on('2027-03-20').withPanel();
  expect(steps(it, '2027-03-22').slice(0, 4)).toEqual([
    'Submitted|1 Mar|done',
    'Completeness check|3 Mar|done',
    'Advice and scoring|20 Mar|done',
    'Panel|By 26 Mar|now',
  ]);
});

it('an office that is still asked for advice does not move the day of the panel', () => {
  const it = aCase().withPanel();
  const panel = it.facts.clocks.find((c) => c.key === 'recommendation')!;
  it.facts.clocks = [{ ...panel, key: 'consultation:office', group: 'consultation', dueOn: '2027-03-30' }, panel];
  expect(steps(it).slice(3, 5)).toEqual(['Panel|By 8 Mar|now', 'Decision|About 22 Mar|']);
});

it.each<[string, CaseBuilder, string]>([
  ['returned', aCase().returned(), 'Completeness check|Returned 1 Mar|now'],
  ['offered', aCase().offered(), 'Decision|Offer made 1 Mar|now'],
  ['deferred', aCase().deferred(), 'Decision|Until 1 Sep|now'],
  ['approved', aCase().approved(), 'Money|Waiting since 1 Mar|now'],
  ['being arranged', aCase().funded(), 'Arrangements|By 12 Apr|now'],
  ['handed over', aCase().handedOver(), 'Handed over|1 Mar|done'],
])('a case that is %s says so', (_, it, step) => {
  expect(steps(it)).toContain(step);
});

it('a case that was declined has no step of funding, and one that was withdrawn ends there', () => {
  expect(steps(aCase().declined()).at(-1)).toBe('Decision|Declined 1 Mar|done');
  expect(steps(aCase().withdrawn())).toEqual(['Submitted|1 Mar|done', 'Withdrawn|1 Mar|now']);
});

it.each<[string, CaseBuilder, string]>([
  [
    'draft',
    aCase(),
    'It is a draft and has not been submitted. It expires on 28 August 2027 if nobody changes it. The call for the first round of 2027 is open until 30 June 2027.',
  ],
  ['screening', aCase().submitted(), 'The OHCHR desk officer is checking that it is complete, due by 8 March 2027.'],
  ['returned', aCase().returned(), 'It was returned on 1 March 2027 for correction, due back by 22 March 2027.'],
  [
    'decision',
    aCase().recommended(),
    'The panel has recommended. It is with the approver for decision, due by 15 March 2027.',
  ],
  [
    'funds',
    aCase().approved(),
    'It was approved on 1 March 2027 and waits for funds. The approval is valid until 29 February 2028.',
  ],
  [
    'arrangements',
    aCase().funded(),
    'The first period is covered. Terms of reference, cost sharing and hosting are still to be arranged, due by 12 April 2027.',
  ],
  [
    'one part of the arrangements',
    aCase().arranged(),
    'The first period is covered. Hosting is still to be arranged, due by 12 April 2027.',
  ],
  [
    'an urgent surge',
    aSurge().funded(),
    'The first period is covered. Cost sharing and hosting are still to be arranged, due by 11 July 2027. The post is open already, by the rule for an urgent surge.',
  ],
  ['handed over', aCase().handedOver(), 'Everything was arranged on 1 March 2027, and the work goes on with the post.'],
  [
    'an approval that lapsed',
    aCase().approved().on('2028-03-01').send('clock', { type: 'LAPSE_APPROVAL' }),
    'The approval ran out on 1 March 2028 before funds were found.',
  ],
  [
    'declined',
    aCase().declined(),
    'It was declined on 1 March 2027. Reconsideration can be asked for until 30 April 2027.',
  ],
  ['withdrawn', aCase().withdrawn(), 'It was withdrawn on 1 March 2027: the need has passed.'],
])('where a case stands in words: %s', (_, it, sentence) => {
  expect(says(it)).toBe(sentence);
});

it('a request that is judged once more says why', () => {
  const asked = aCase().declined().send('coordinator', { type: 'REQUEST_RECONSIDERATION', reason: 'They agree now.' });
  expect(says(asked)).toMatch(/^The Resident Coordinator asked for reconsideration\. It is with the panel/);
  asked.send('chair', anEvent('RECOMMEND', { facts: asked.facts }));
  expect(says(asked)).toMatch(/^The Resident Coordinator asked for reconsideration\. The panel has recommended/);
  asked.send('approver', anEvent('DECLINE', { facts: asked.facts }));
  expect(says(asked)).toBe(
    'It was declined on 1 March 2027. It was reconsidered once, which is all that can be asked for; a new request can be made.',
  );
  const reopened = aCase().declined().send('approver', { type: 'REOPEN', reason: 'By mistake.' });
  expect(says(reopened)).toMatch(/^It was reopened on 1 March 2027\. /);
});

it('what is late is said to be overdue, not due', () => {
  expect(says(aCase().submitted(), '2027-04-01')).toBe(
    'The OHCHR desk officer is checking that it is complete, overdue since 8 March 2027.',
  );
});

it('a question with the country office stops the review, and the sentence says so', () => {
  expect(says(aCase().asked())).toMatch(/One question is with the country office; until then/);
});

it('who holds a case is told by name inside OHCHR, and as OHCHR outside', () => {
  const it = aCase().declared();
  const who = (part: 'desk' | 'coordinator' | 'team') =>
    holdings(it.facts, seenBy(it, part).tiers, names, timesOn(TODAY)).map((h) => h.who);
  expect(who('desk')).toEqual([
    'Regional UNDG Team, Eastern and Southern Africa',
    'OHCHR office for esa',
    'Person amina, reviewer',
    'Person bruno, reviewer',
  ]);
  for (const part of ['coordinator', 'team'] as const) {
    expect(who(part)).toHaveLength(3);
    expect(who(part).at(-1)).toBe('OHCHR');
    expect(who(part).join()).not.toMatch(/amina|bruno/);
    // Also while they have still to take the appointment up.
    const fresh = aCase().appointed('amina', 'bruno');
    const told = holdings(fresh.facts, seenBy(fresh, part).tiers, names, timesOn(TODAY));
    expect(JSON.stringify(told)).not.toMatch(/amina|bruno|appointment/);
  }
});
