import { describe, expect, it } from '@jest/globals';
import { aPerson, assigned } from '../../test/cast.js';
import { against, aDeployment, postCast } from '../../test/a-deployment.js';
import { aPostEvent } from '../../test/deployment-events.js';
import { addDays } from '../time/working-days.js';

const select = (adviser: string) => ({ type: 'SELECT', adviser, expectedOn: '2027-05-01' }) as const;
const identify = { type: 'IDENTIFY', adviser: 'amara' } as const;
const held = { ref: 'DEP-2026-004', from: '2026-01-01', until: null };
const HELD = 'Person amara holds post DEP-2026-004. Record the end there first, or move the adviser from there';

describe('whoever is selected', () => {
  it('is somebody without an account, or with the account of an adviser who does not serve the coordinator', () => {
    const cast = {
      ...postCast(),
      boris: aPerson('boris', assigned('adviser'), assigned('rcOffice', { countries: ['TZA'] })),
    };
    const d = aDeployment({ cast }).shortlisted();
    expect(against(d, 'desk', select('desk'))).toEqual(['adviser: This is your own account. Enter who is selected']);
    expect(against(d, 'desk', select('auditor'))).toEqual([
      'adviser: The account of Person auditor is not the account of an adviser. Enter another person, or ask an administrator for the role first',
    ]);
    for (const by of ['coordinator', 'boris'])
      expect(against(d, 'desk', select(by))).toEqual([
        `adviser: Person ${by} works on the side of the Resident Coordinator who supervises this post. Enter somebody else`,
      ]);
    expect(['amara', 'A name'].map((name) => against(d, 'desk', select(name)))).toEqual(['taken', 'taken']);
  });
});

describe('one person', () => {
  it('is not in two posts at once: a term elsewhere is open until somebody records its end', () => {
    const d = aDeployment({ context: { elsewhere: [held] } }).onboarding();
    expect(against(d, 'desk', aPostEvent('ARRIVE', { today: d.today }))).toEqual([`on: ${HELD}`]);
  });

  it('is not linked to a term here while they are in another post', () => {
    const inPost = (elsewhere: (typeof held | { ref: string; from: string; until: string })[]) =>
      aDeployment({ context: { elsewhere } }).shortlisted().go('desk', 'SELECT', { adviser: 'A name' });
    const open = inPost([held]).onboarding();
    expect(against(open, 'desk', identify)).toBe('taken');
    const before = inPost([{ ...held, until: '2027-02-28' }])
      .onboarding()
      .go('desk', 'ARRIVE');
    expect(against(before, 'desk', identify)).toBe('taken');
    const beside = inPost([]).onboarding().go('desk', 'ARRIVE');
    expect(against(beside, 'desk', identify)).toBe('taken');
    const context = { ...beside.contextNow(), elsewhere: [held] };
    const again = aDeployment({ context });
    again.facts = beside.facts;
    expect(against(again, 'desk', identify)).toEqual([`adviser: ${HELD}`]);
  });
});

it('who is selected is expected after the present term, unless that has run out', () => {
  const d = aDeployment().succeeding().go('desk', 'ADVERTISE').go('desk', 'SHORTLIST');
  const on = (expectedOn: string) => against(d, 'desk', { type: 'SELECT', adviser: 'boris', expectedOn });
  const end = d.term.endsOn!;
  expect(on(end)).toEqual([
    'expectedOn: Person amara is in post until 28 February 2029. Enter 1 March 2029 or a later day',
  ]);
  expect(on(addDays(end, 1))).toBe('taken');
  d.on(addDays(end, 3));
  expect(on(addDays(end, 2))).toEqual(['expectedOn: Enter today or a later day: the adviser is still to come']);
  expect(on(addDays(end, 3))).toBe('taken');
});
