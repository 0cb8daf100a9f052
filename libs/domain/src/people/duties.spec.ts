import { expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor, type Cast, type Part } from '../../test/cast.js';
import { anEvent } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { DECIDING_EVENTS } from '../request/facts.js';

/** The cast with one person holding another role as well. */
const withHat = (part: Part, ...roles: Parameters<typeof assigned>[0][]): Cast => {
  const cast = castFor(['TZA'], ['esa']);
  const more = roles.map((role) => assigned(role));
  return { ...cast, [part]: { ...cast[part], assignments: [...cast[part].assignments, ...more] } };
};
const deciding = (c: CaseBuilder, part: Part) =>
  DECIDING_EVENTS.map((type) => c.attempt(part, anEvent(type, { facts: c.facts })));

it.each<[string, Part, string]>([
  ['drafted', 'office', 'You drafted this request, so somebody else has to decide. Another approver can do this.'],
  ['signed', 'coordinator', 'You drafted this request, so somebody else has to decide. Another approver can do this.'],
  [
    'screened',
    'desk',
    'You checked this request for completeness, so somebody else has to decide. Another approver can do this.',
  ],
  ['scored', 'amina', 'You scored this request, so somebody else has to decide. Another approver can do this.'],
  [
    'settled or recommended',
    'chair',
    'You settled the scores of this request, so somebody else has to decide. Another approver can do this.',
  ],
])('an approver who %s the request cannot decide it, whatever the decision', (_, part, message) => {
  const c = aCase({ cast: withHat(part, 'approver') }).recommended();
  for (const outcome of deciding(c, part)) expect(outcome).toMatchObject({ code: 'separationOfDuties', message });
  for (const button of availableActions(c.facts, c.cast[part]).filter((a) =>
    (DECIDING_EVENTS as readonly string[]).includes(a.type),
  ))
    expect(button).toMatchObject({ allowed: false, code: 'separationOfDuties' });
});

it('an approver who only recommended, after somebody else had settled, cannot decide either', () => {
  const c = aCase({ cast: withHat('spare', 'approver', 'panelChair') }).withPanel();
  c.send('spare', anEvent('RECOMMEND', { facts: c.facts }));
  expect(c.attempt('spare', anEvent('APPROVE', { facts: c.facts }))).toMatchObject({ code: 'separationOfDuties' });
});

it('returning a request is a part in it as well as accepting it', () => {
  const c = aCase({ cast: withHat('deskElsewhere', 'deskOfficer', 'approver') }).submitted();
  c.send('deskElsewhere', anEvent('RETURN', { facts: c.facts }));
  c.send('coordinator', { type: 'RESUBMIT', declaration: true }).send('desk', { type: 'ACCEPT' }).recommended();
  expect(c.attempt('deskElsewhere', anEvent('APPROVE', { facts: c.facts }))).toMatchObject({
    code: 'separationOfDuties',
  });
});

it('a part once taken stays taken, through a deferral and a reconsideration', () => {
  const c = aCase({ cast: withHat('desk', 'approver') }).declined();
  c.send('coordinator', anEvent('REQUEST_RECONSIDERATION', { facts: c.facts }));
  c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
  expect(c.attempt('desk', anEvent('APPROVE', { facts: c.facts }))).toMatchObject({ code: 'separationOfDuties' });
});

it('nobody judges what they drafted, in whatever role', () => {
  const c = aCase({ cast: withHat('coordinator', 'deskOfficer', 'panelChair', 'reviewer') }).submitted();
  const drafted = {
    code: 'separationOfDuties',
    message: 'You drafted this request, so somebody else has to judge it.',
  };
  expect(c.attempt('coordinator', { type: 'ACCEPT' })).toMatchObject(drafted);
  expect(c.attempt('coordinator', anEvent('RETURN', { facts: c.facts }))).toMatchObject(drafted);
  c.accepted();
  expect(c.attempt('desk', { type: 'APPOINT', reviewers: ['coordinator'] })).toMatchObject({
    fields: [{ path: 'reviewers.0', message: 'Person coordinator drafted this request and cannot review it' }],
  });
  c.withPanel();
  expect(c.attempt('coordinator', anEvent('RECOMMEND', { facts: c.facts }))).toMatchObject(drafted);
});

it('an approver who had no part decides', () => {
  expect(aCase().approved().facts.decisions).toHaveLength(1);
});
