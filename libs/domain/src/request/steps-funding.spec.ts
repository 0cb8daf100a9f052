import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor } from '../../test/cast.js';
import { anEvent } from '../../test/events.js';
import { locksOf } from '../people/access.js';
import { arrangementsOf, fundingOf } from './arrangements.js';
import type { RequestEvent } from './events.js';

const enter = (c: CaseBuilder, change: object = {}) =>
  c.send('fund', { ...anEvent('ENTER_FUNDING', { facts: c.facts }), ...change } as RequestEvent);
const share = (c: CaseBuilder, change: object = {}) =>
  c.send('fund', { ...anEvent('RECORD_COST_SHARE', { facts: c.facts }), ...change } as RequestEvent);
const fund = { type: 'FUND' } as const;

describe('money', () => {
  it('covers the first period bit by bit; what is missing is told in words', () => {
    const c = aCase().approved();
    expect(c.attempt('fund', fund)).toMatchObject({
      code: 'notReady',
      message: 'Enter at least one source of money first.',
    });
    enter(c, { amount: '206000.00' });
    expect(c.attempt('fund', fund)).toMatchObject({
      code: 'notReady',
      message: 'US$ 50,000 is still missing for the first 12 months, in cash.',
    });
    expect(share(c).send('fund', fund).facts.state).toBe('arrangements');
    expect(arrangementsOf(c.facts)!.need).toMatchObject({
      from: '2027-07-01',
      until: '2028-06-30',
      total: '256000.00',
    });
  });

  it('is for days of the period that was asked for, which is said in words', () => {
    const c = aCase().approved();
    const early = { ...anEvent('ENTER_FUNDING', { facts: c.facts }), from: '2026-01-01' } as RequestEvent;
    expect(c.attempt('fund', early)).toMatchObject({
      fields: [
        { path: 'from', message: expect.stringMatching(/^Enter a day within .+, 1 July 2027 to \d+ \w+ 20\d\d$/) },
      ],
    });
  });

  it('is kept as exact text, and only added to', () => {
    const c = share(enter(aCase().approved()), { kind: 'in-kind' });
    const first = fundingOf(c.facts)[0]!;
    enter(c, { amount: '1.5', corrects: first.id });
    expect(fundingOf(c.facts).map((e) => [e.standing, e.amount, e.kind, e.corrects])).toEqual([
      ['allocation', '256000.00', 'cash', null],
      ['costShare', '50000.00', 'in-kind', null],
      ['allocation', '1.50', 'cash', first.id],
    ]);
    expect(c.attempt('fund', { ...anEvent('ENTER_FUNDING', { facts: c.facts }), corrects: first.id })).toMatchObject({
      fields: [{ path: 'corrects', message: 'This entry was corrected already. Correct the entry that stands now' }],
    });
  });

  it('that covers the period cannot be corrected away while the post is arranged', () => {
    const c = enter(aCase().approved()).send('fund', fund);
    const [first] = fundingOf(c.facts);
    const less = { ...anEvent('ENTER_FUNDING', { facts: c.facts }), amount: '1.00', corrects: first!.id };
    expect(c.attempt('fund', less)).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^The first period would no longer be covered: US\$ 255,999 is still missing/),
    });
    expect(fundingOf(enter(c, { ...less, amount: '300000' }).facts)).toHaveLength(2);
  });

  it('is not entered by whoever decided on the request', () => {
    const cast = castFor(['TZA'], ['esa']);
    const approver = { ...cast.approver, assignments: [...cast.approver.assignments, assigned('fundManager')] };
    const c = aCase({ cast: { ...cast, approver } }).approved();
    expect(c.attempt('approver', anEvent('ENTER_FUNDING', { facts: c.facts }))).toMatchObject({
      code: 'separationOfDuties',
    });
    enter(c);
    expect(c.attempt('approver', fund)).toMatchObject({ code: 'separationOfDuties' });
  });
});

describe('an approval without funds', () => {
  it('is told of before it ends, and lapses at the end of its day', () => {
    const c = aCase().approved();
    const { dueOn, steps } = c.facts.clocks[0]!;
    expect(steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`)).toEqual([
      'approvalEnding 2027-12-31',
      'approvalEnding 2028-01-30',
      'reminder 2028-02-25',
      'due 2028-02-29',
      'LAPSE_APPROVAL 2028-02-29',
    ]);
    expect(c.on(dueOn).attempt('clock', { type: 'LAPSE_APPROVAL' })).toMatchObject({ code: 'notReady' });
    c.on('2028-03-01').send('clock', { type: 'LAPSE_APPROVAL' });
    expect(c.facts).toMatchObject({ state: 'lapsed', ended: { code: 'APPROVAL_LAPSED' }, clocks: [] });
    expect(c.last!.notices).toEqual([{ name: 'approvalLapsed' }]);
    expect(locksOf(c.facts)).toContain('fund');
  });

  it('that is confirmed again holds another twelve months from that day', () => {
    const c = aCase().approved().on('2028-02-01');
    c.send('desk', anEvent('REVALIDATE', { facts: c.facts }));
    expect(c.facts.clocks).toMatchObject([{ key: 'awaitingFunds', dueOn: '2029-01-31' }]);
    expect(c.facts.revalidated).toMatchObject([{ until: '2029-01-31', by: { id: 'desk' } }]);
    enter(c.on(3));
    expect(c.facts.clocks).toMatchObject([{ dueOn: '2029-01-31' }]);
    expect(c.on('2028-03-05').attempt('clock', { type: 'LAPSE_APPROVAL' })).toMatchObject({ code: 'notReady' });
  });
});

it('a case from before money was kept reads as one without', () => {
  const { funding: _f, arrangements: _a, revalidated: _r, ...old } = aCase().approved().facts;
  expect([fundingOf(old), arrangementsOf(old)]).toEqual([[], null]);
  const c = Object.assign(aCase().approved(), { facts: old });
  expect(enter(c).send('fund', fund).facts.state).toBe('arrangements');
});
