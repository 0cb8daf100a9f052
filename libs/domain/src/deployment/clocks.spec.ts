import { describe, expect, it } from '@jest/globals';
import { against, aDeployment, type DeploymentBuilder } from '../../test/a-deployment.js';
import { aPost, aPostEvent } from '../../test/deployment-events.js';
import { completeSettings, DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { escalatesTo } from '../time/deadlines.js';
import { mayTakeDeployment } from './decide-deployment.js';
import { drawUp, drawUpAdded, reportsOfTerm } from './obligations.js';
import { postTodosFor } from './tasks.js';
import { calendarsOf } from '../time/calendars.js';
import { addDays, addWorkingDays, MONDAY_TO_FRIDAY } from '../time/working-days.js';

const clock = (d: DeploymentBuilder, key: string) => {
  const found = d.facts.clocks.find((c) => c.key === key);
  if (!found) throw new Error(`no clock ${key}, only ${d.facts.clocks.map((c) => c.key).join(', ')}`);
  return found;
};
const keys = (d: DeploymentBuilder) => d.facts.clocks.map((c) => c.key).filter((k) => !k.startsWith('report:'));
const ladder = (d: DeploymentBuilder, key: string) => clock(d, key).steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`);
/** 1 March 2027 is a Monday. */
const after = (days: number) => addWorkingDays('2027-03-01', days, MONDAY_TO_FRIDAY);

describe('recruitment', () => {
  it.each([
    ['recruitment:sourcing', 'deskOfficer', 20, (d: DeploymentBuilder) => d],
    ['recruitment:shortlisting', 'deskOfficer', 30, (d: DeploymentBuilder) => d.advertised()],
    ['recruitment:selection', 'deskOfficer', 20, (d: DeploymentBuilder) => d.shortlisted()],
    ['recruitment:candidateView', 'residentCoordinator', 5, (d: DeploymentBuilder) => d.selected()],
  ] as const)('%s is held by the %s for %i working days', (key, holder, days, stage) => {
    expect(clock(stage(aDeployment()), key)).toMatchObject({ holder, dueOn: after(days) });
  });
  it('the arrival is awaited on the day that was named', () => {
    const d = aDeployment().onboarding();
    expect(clock(d, 'recruitment:onboarding').dueOn).toBe('2027-03-31');
  });
  it('an urgent surge has less time', () => {
    const surge = aDeployment({ urgent: true, post: { modality: 'surge' } });
    expect(clock(surge, 'recruitment:selection').dueOn).toBe(after(5));
  });
  it('time allowed is a setting', () => {
    const clocks = { ...DEFAULT_CLOCKS, sourcing: { ordinary: 3, urgent: 1 } };
    expect(clock(aDeployment({ context: { clocks } }), 'recruitment:sourcing').dueOn).toBe(after(3));
  });
});

describe('the work plan', () => {
  it('is due from the adviser 60 days after arrival, then from each side that has not agreed', () => {
    const d = aDeployment().arrived();
    expect(clock(d, 'workPlan')).toMatchObject({ holder: 'adviser', personId: 'amara', dueOn: '2027-04-30' });
    d.planned();
    expect([clock(d, 'workPlan:rc').holder, clock(d, 'workPlan:ohchr').holder]).toEqual([
      'residentCoordinator',
      'deskOfficer',
    ]);
    d.send('desk', { type: 'AGREE_WORK_PLAN' });
    expect(keys(d)).toEqual(['workPlan:rc', 'schedule']);
  });
  it('asks both sides again when it changes', () => {
    const d = aDeployment().serving().on(10).go('amara', 'PLAN');
    expect(keys(d)).toEqual(['workPlan:rc', 'workPlan:ohchr', 'schedule']);
    expect(d.facts.state).toMatchObject({ active: { tenure: 'serving' } });
  });
});

describe('the renewal', () => {
  it('opens nine months before the end and is decided six months before it', () => {
    const d = aDeployment().inRenewal();
    expect(d.term.endsOn).toBe('2029-02-28');
    expect(d.today).toBe('2028-05-28');
    expect(clock(d, 'renewal')).toMatchObject({ holder: 'residentCoordinator', dueOn: '2028-08-28' });
    expect(ladder(d, 'renewal')).toEqual([
      'reminder 2028-07-03',
      'reminder 2028-07-31',
      'reminder 2028-08-21',
      'due 2028-08-28',
      'overdue 2028-08-29',
      'escalation 2028-08-31',
    ]);
  });
  it('is the desk officer’s once the wish is given, by the same day, and goes to the regional team when it is late', () => {
    const d = aDeployment().wished();
    expect(clock(d, 'renewal')).toMatchObject({ holder: 'deskOfficer', dueOn: '2028-08-28' });
    expect(escalatesTo(clock(d, 'renewal'))).toBe('regionalTeam');
    expect(escalatesTo({ holder: 'adviser' })).toBe('residentCoordinator');
  });
  it('has months that are settings', () => {
    const clocks = { ...DEFAULT_CLOCKS, renewalOpensMonths: 12, renewalDecisionMonths: 3 };
    const d = aDeployment({ context: { clocks } }).inRenewal();
    expect([d.today, clock(d, 'renewal').dueOn]).toEqual(['2028-02-29', '2028-11-28']);
  });
  it('does not open before its time by the clock; the desk officer may open it early', () => {
    const d = aDeployment().serving();
    expect(d.attempt('clock', { type: 'OPEN_RENEWAL' })).toMatchObject({ code: 'notReady' });
    d.send('desk', { type: 'OPEN_RENEWAL' });
    expect(d.facts.state).toMatchObject({ active: { tenure: 'renewal' } });
  });
  it('opens at half time where the term is too short, and anew from an extension', () => {
    const d = aDeployment().onboarding().go('desk', 'ARRIVE', { endsOn: '2027-08-31' });
    expect(d.clockDay('OPEN_RENEWAL').slice(0, 10)).toBe('2027-05-31');
    const e = aDeployment().wished().send('desk', { type: 'EXTEND', until: '2029-05-31', basis: 'Funds' });
    expect(e.clockDay('OPEN_RENEWAL').slice(0, 10) > e.today).toBe(true);
  });
  it('that ends in a search leaves the desk officer to begin it', () => {
    const d = aDeployment().succeeding();
    expect(keys(d)).toEqual(['succession', 'schedule']);
    expect(keys(d.go('desk', 'ADVERTISE'))).toEqual(['recruitment:shortlisting', 'schedule']);
  });
});

it('the mid-term review is held at half time, and is due from both sides', () => {
  const d = aDeployment().inMidTerm();
  expect(d.today).toBe('2028-02-29');
  expect(keys(d)).toEqual(['midTerm:rc', 'midTerm:ohchr', 'schedule']);
  d.go('coordinator', 'REVIEW');
  expect(keys(d)).toEqual(['midTerm:ohchr', 'schedule']);
  expect(d.go('desk', 'REVIEW').facts.state).toMatchObject({ active: { tenure: 'serving' } });
});

it('the handover begins 30 days before the end, with a list for each side, and is due on the last day', () => {
  const d = aDeployment().closing();
  expect(d.today).toBe('2029-01-29');
  expect(clock(d, 'closing:adviser')).toMatchObject({ holder: 'adviser', dueOn: '2029-02-28' });
  expect(clock(d, 'closing:rc')).toMatchObject({ holder: 'rcOffice', dueOn: '2029-02-28' });
  expect(clock(d.checked(), 'handOver')).toMatchObject({ holder: 'adviser', dueOn: '2029-02-28' });
});

it('an empty post waits for the desk officer, and with a bridge until that ends', () => {
  const d = aDeployment().left();
  expect(clock(d, 'vacancy').holder).toBe('deskOfficer');
  d.go('team', 'BRIDGE');
  expect(keys(d)).toEqual([`vacancy:${d.facts.bridges[0]!.id}`]);
  expect(keys(d.go('desk', 'ADVERTISE'))).toEqual(['recruitment:shortlisting']);
});

describe('reports', () => {
  it('are drawn up at the arrival: each quarter, each year, half time, and before the end', () => {
    const { obligations } = aDeployment().arrived().term;
    expect(obligations.map((o) => `${o.kind} ${o.period}: ${o.dueOn}`)).toEqual([
      'quarterly Q1 2027: 2027-04-15',
      'quarterly Q2 2027: 2027-07-15',
      'quarterly Q3 2027: 2027-10-15',
      'quarterly Q4 2027: 2028-01-15',
      'annual 2027: 2028-01-31',
      'midTerm 2027-03-01 to 2028-02-29: 2028-02-29',
      'quarterly Q1 2028: 2028-04-15',
      'quarterly Q2 2028: 2028-07-15',
      'quarterly Q3 2028: 2028-10-15',
      'quarterly Q4 2028: 2029-01-15',
      'end 2027-03-01 to 2029-02-28: 2029-01-29',
    ]);
  });
  it('of an extension are those of the added time, and the last one moves to the new end', () => {
    const d = aDeployment().extended();
    const added = d.term.obligations
      .filter((o) => o.dueOn > '2029-01-20')
      .map((o) => `${o.kind} ${o.period}: ${o.dueOn}`);
    expect(added).toEqual([
      'annual 2028: 2029-01-31',
      'quarterly Q1 2029: 2029-04-15',
      'quarterly Q2 2029: 2029-07-15',
      'quarterly Q3 2029: 2029-10-15',
      'quarterly Q4 2029: 2030-01-15',
      'end 2027-03-01 to 2030-02-28: 2030-01-29',
    ]);
    expect(d.term.obligations.at(-1)!.moved).toMatchObject([{ from: '2029-01-29', to: '2030-01-29', late: false }]);
    expect(new Set(d.term.obligations.map((o) => `${o.kind} ${o.period}`)).size).toBe(d.term.obligations.length);
  });
  it('of a short first quarter, or year, belong to the next one, which names its days', () => {
    const of = (from: string, endsOn: string) =>
      reportsOfTerm(from, endsOn, DEFAULT_CLOCKS).map((d) => `${d.kind} ${d.period}: ${d.dueOn}`);
    expect(of('2027-03-10', '2029-02-28').slice(0, 2)).toEqual([
      'quarterly 2027-03-10 to 2027-06-30: 2027-07-15',
      'quarterly Q3 2027: 2027-10-15',
    ]);
    const late = of('2026-12-10', '2028-12-31');
    expect(late[0]).toBe('quarterly 2026-12-10 to 2027-03-31: 2027-04-15');
    expect(late.filter((d) => d.startsWith('annual'))).toEqual(['annual 2026-12-10 to 2027-12-31: 2028-01-31']);
  });
  it('of an extension have what was part of the last one, and a review where the term has become long enough', () => {
    const at = '2028-01-20T09:00:00.000Z';
    const moved = { reason: 'Longer', by: { id: 'desk', name: 'Desk' }, at, today: '2028-01-20' };
    let n = 0;
    const id = () => `o${(n += 1)}`;
    const known = drawUp('2027-08-01', '2028-01-31', DEFAULT_CLOCKS, id);
    expect(known.map((o) => `${o.kind} ${o.dueOn}`)).toEqual(['quarterly 2027-10-15', 'end 2028-01-01']);
    const drawn = drawUpAdded(known, '2027-08-01', '2028-12-31', DEFAULT_CLOCKS, id, moved);
    expect(drawn.map((o) => `${o.kind} ${o.period}: ${o.dueOn}`)).toEqual([
      'quarterly Q3 2027: 2027-10-15',
      'annual 2027: 2028-01-31',
      'quarterly Q4 2027: 2028-02-04',
      'quarterly Q1 2028: 2028-04-15',
      'midTerm 2027-08-01 to 2028-04-16: 2028-04-16',
      'quarterly Q2 2028: 2028-07-15',
      'quarterly Q3 2028: 2028-10-15',
      'end 2027-08-01 to 2028-12-31: 2028-12-01',
    ]);
    // Once more, nothing is there twice.
    const again = drawUpAdded(drawn, '2027-08-01', '2028-12-31', DEFAULT_CLOCKS, id, moved);
    expect(again.map((o) => o.id)).toEqual(drawn.map((o) => o.id));
  });
  it('of the end have to be written again after an extension', () => {
    const d = aDeployment().checked();
    expect(mayTakeDeployment(d.facts, d.cast.amara, 'HAND_OVER')).not.toHaveProperty('refused');
    d.on(1).go('desk', 'EXTEND');
    d.on(d.clockDay('START_CLOSING')).send('clock', { type: 'START_CLOSING' });
    expect(mayTakeDeployment(d.facts, d.cast.amara, 'HAND_OVER')).toMatchObject({
      message: expect.stringContaining('the end-of-assignment report'),
    });
    expect(against(d, 'amara', aPostEvent('CHECK', { side: 'adviser' }))).toEqual([
      'done: The end-of-assignment report is not filed yet. File it first',
    ]);
  });
  it('each have a clock of the adviser, which stops when it is filed', () => {
    const d = aDeployment().serving();
    const reports = () => d.facts.clocks.filter((c) => c.group === 'report').length;
    expect(reports()).toBe(d.term.obligations.length);
    d.go('amara', 'FILE_REPORT');
    expect(reports()).toBe(d.term.obligations.length - 1);
  });
});

describe('a term that runs out', () => {
  it('has a clock of the desk officer from the day after its end, until the leaving is recorded', () => {
    const d = aDeployment().closing();
    const end = d.term.endsOn!;
    const leaving = () => d.facts.clocks.find((c) => c.key === 'leaving');
    expect(d.clockDay('TAKE_EFFECT')).toBe(`${addDays(end, 1)}T07:00:00.000Z`);
    d.on(d.clockDay('TAKE_EFFECT')).send('clock', { type: 'TAKE_EFFECT' });
    expect(leaving()).toMatchObject({ holder: 'deskOfficer', group: 'leaving', dueOn: '2029-03-08' });
    expect(d.facts.clocks.flatMap((c) => c.steps).some((s) => s.kind === 'TAKE_EFFECT')).toBe(false);
    expect(postTodosFor(d.facts, d.cast.desk).map((t) => t.what)).toContain('Record that the adviser has left');
    expect(against(d, 'desk', aPostEvent('EXTEND', { facts: d.facts, today: d.today }))).toEqual([
      'until: The term ended on 28 February 2029, so it cannot be extended any more. Record that the adviser has left',
    ]);
    d.go('desk', 'LEAVE', { on: end, reason: 'termEnded' });
    expect(leaving()).toBeUndefined();
  });
  it('has none where the term was extended before', () => {
    const d = aDeployment().extended();
    expect(d.clockDay('TAKE_EFFECT')).toBe(`${addDays(d.term.endsOn!, 1)}T07:00:00.000Z`);
    expect(
      d
        .on(addDays(d.term.endsOn!, -1))
        .go('team', 'BRIDGE')
        .facts.clocks.map((c) => c.key),
    ).not.toContain('leaving');
  });
});

it('each side counts in its own calendar: that of the duty station, and that of Geneva', () => {
  const calendars = calendarsOf({ weekends: { TZA: [5, 6] } });
  const fromSunday = () => aDeployment({ at: '2027-03-07T09:00:00.000Z', context: { calendars } });
  // From Sunday 7 March, 20 working days: in Geneva until Friday 2 April.
  expect(clock(fromSunday(), 'recruitment:sourcing')).toMatchObject({ station: 'CHE', dueOn: '2027-04-02' });
  // Five of the Resident Coordinator’s, without Friday and Saturday: from that Sunday until the next.
  const d = fromSunday().selected();
  expect(clock(d, 'recruitment:candidateView')).toMatchObject({ station: 'TZA', dueOn: '2027-03-14' });
  const due = clock(d, 'recruitment:candidateView').steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`);
  expect(due).toEqual(['reminder 2027-03-10', 'due 2027-03-14', 'overdue 2027-03-15', 'escalation 2027-03-17']);
});

it('of a post without a host country the regional team stands where the Resident Coordinator does', () => {
  const d = aDeployment({ post: { host: null, coverage: [aPost().coverage[1]!], modality: 'regional' } }).selected();
  expect(clock(d, 'recruitment:candidateView').holder).toBe('regionalTeam');
  expect(d.attempt('officeCovered', { type: 'CONSULTED', agrees: true })).toMatchObject({ code: 'notYourRole' });
  d.send('team', { type: 'CONSULTED', agrees: true }).go('desk', 'ARRIVE').planned();
  d.send('team', { type: 'AGREE_WORK_PLAN' }).send('desk', { type: 'AGREE_WORK_PLAN' });
  expect(d.facts.state).toMatchObject({ active: { tenure: 'serving' } });
});

it('settings that were stored before there were posts are completed', () => {
  const {
    renewalOpensMonths: _,
    weekends: __,
    ...stored
  } = { ...DEFAULT_CLOCKS, screening: { ordinary: 9, urgent: 2 } };
  expect(completeSettings(stored)).toEqual({ ...DEFAULT_CLOCKS, screening: { ordinary: 9, urgent: 2 } });
  expect(completeSettings(null)).toEqual(DEFAULT_CLOCKS);
});
