import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aDeployment, type DeploymentBuilder } from '../../test/a-deployment.js';
import { aPostEvent } from '../../test/deployment-events.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { addDays, MONDAY_TO_FRIDAY } from '../time/working-days.js';
import type { Recruitment, RecruitmentStage } from './facts.js';
import { gapAhead, gapNow, postCoverOf, suggestBridges } from './gaps.js';
import { backPlan, expectedArrival, recruitmentMedians } from './medians.js';

const SETTINGS = recruitmentMedians([], DEFAULT_CLOCKS);
const told = (d: DeploymentBuilder, from: string, until: string, today = d.today) =>
  postCoverOf(d.facts, from, until, today).map((s) => `${s.kind} ${s.from} ${s.until}${s.name ? ` ${s.name}` : ''}`);

describe('cover', () => {
  const story = () => {
    const d = aDeployment().on('2027-05-01').arrived().on('2028-01-10').go('desk', 'LEAVE');
    d.send('team', { type: 'BRIDGE', kind: 'regionalOffice', by: 'Pretoria', from: '2028-02-01', until: '2028-03-31' });
    d.go('desk', 'ADVERTISE').go('desk', 'SHORTLIST').go('desk', 'SELECT', { expectedOn: '2028-04-15' });
    return d.go('coordinator', 'CONSULTED');
  };
  it('tells terms, bridges, gaps and who is expected, day by day', () => {
    expect(told(story(), '2027-01-01', '2028-12-31')).toEqual([
      'gap 2027-03-01 2027-04-30',
      'incumbent 2027-05-01 2028-01-10 Person amara',
      'gap 2028-01-11 2028-01-31',
      'bridge 2028-02-01 2028-03-31 Pretoria',
      'gap 2028-04-01 2028-04-14',
      'successor 2028-04-15 2028-12-31 Person boris',
    ]);
  });
  it('draws nobody who did not come on the day', () => {
    expect(told(story(), '2028-04-01', '2028-12-31', '2028-04-15').at(-1)).toContain('successor');
    expect(told(story(), '2028-04-01', '2028-12-31', '2028-04-16')).toEqual(['gap 2028-04-01 2028-12-31']);
    expect([gapNow(story().facts, '2028-04-15')!.expectedOn, gapNow(story().facts, '2028-04-16')!.expectedOn]).toEqual([
      '2028-04-15',
      null,
    ]);
  });
  it('is cut to the days that are asked for, and to the life of the post', () => {
    expect(told(story(), '2028-01-15', '2028-02-15')).toEqual([
      'gap 2028-01-15 2028-01-31',
      'bridge 2028-02-01 2028-02-15 Pretoria',
    ]);
    const ended = aDeployment().left().on(10).ended();
    expect(told(ended, '2027-05-30', '2030-01-01')).toEqual([
      'incumbent 2027-05-30 2027-05-30 Person amara',
      'gap 2027-05-31 2027-06-09',
    ]);
    expect(postCoverOf(ended.facts, '2029-01-01', '2030-01-01', ended.today)).toEqual([]);
  });
  it('of the past takes years as the lists tell them, and no day twice', () => {
    const by = { from: 'year', until: 'year' } as const;
    const first = {
      ...aPostEvent('RECORD_HISTORY', { today: '2027-03-01' }),
      incumbents: [
        { person: 'A', from: '2012-01-01', until: '2014-12-31', certainty: by },
        { person: 'B', from: '2014-01-01', until: null, certainty: by },
      ],
    };
    const d = aDeployment({ first });
    expect(told(d, '2013-01-01', '2016-12-31')).toEqual([
      'incumbent 2013-01-01 2014-12-31 A',
      'incumbent 2015-01-01 2016-12-31 B',
    ]);
    expect(d.facts.clocks).toEqual([]);
  });
});

describe('gaps', () => {
  it('now: since the day after the last one in post, with what bridges it', () => {
    const d = aDeployment().left();
    expect(gapNow(d.facts, '2027-06-08')).toEqual({
      since: '2027-05-31',
      days: 9,
      kind: 'between',
      bridge: null,
      recruitment: 'idle',
      expectedOn: null,
    });
    d.go('team', 'BRIDGE');
    expect(gapNow(d.facts, d.facts.bridges[0]!.from)?.bridge?.by).toBe('Regional office in Pretoria');
    expect(gapNow(aDeployment().facts, '2027-03-11')).toMatchObject({
      kind: 'first',
      days: 11,
      recruitment: 'sourcing',
    });
    expect([
      gapNow(aDeployment().arrived().facts, '2027-03-11'),
      gapNow(aDeployment().left().ended().facts, '2027-07-01'),
    ]).toEqual([null, null]);
  });

  it('ahead: an end without a decision, without a search, or with a search that ends too late', () => {
    const d = aDeployment().wished();
    const ahead = (day = d.today) => gapAhead(d.facts, day, SETTINGS);
    expect(ahead()).toEqual({ from: '2029-03-01', until: null, reason: 'noDecision', bridged: false });
    d.go('desk', 'PLAN_SUCCESSION');
    expect(ahead()).toMatchObject({ reason: 'noSearch' });
    d.go('desk', 'ADVERTISE');
    expect(ahead()).toBeNull();
    // The time for the shortlist is over; by the settings 28 days for the selection and 56 for the arrival are still to come.
    expect(ahead('2028-12-15')).toMatchObject({ reason: 'tooLate', from: '2029-03-01', until: '2029-03-08' });
    d.go('desk', 'SHORTLIST').go('desk', 'SELECT', { expectedOn: '2029-04-01' });
    expect(ahead()).toEqual({ from: '2029-03-01', until: '2029-03-31', reason: 'expectedLate', bridged: false });
    d.send('team', { type: 'BRIDGE', kind: 'surge', by: 'Roster', from: '2029-03-01', until: '2029-03-31' });
    expect(ahead()).toMatchObject({ bridged: true });
  });
  it('ahead: where the day of who was expected has passed, and where the term has run out', () => {
    const d = aDeployment().succeeding().go('desk', 'ADVERTISE').go('desk', 'SHORTLIST');
    d.go('desk', 'SELECT', { expectedOn: '2029-03-01' }).go('coordinator', 'CONSULTED');
    const ahead = (day: string) => gapAhead(d.facts, day, SETTINGS);
    expect(ahead('2029-02-28')).toBeNull();
    expect(ahead('2029-03-01')).toBeNull();
    expect(ahead('2029-03-02')).toEqual({ from: '2029-03-02', until: null, reason: 'ranOut', bridged: false });
    d.go('desk', 'EXTEND', { until: '2029-12-31' });
    expect(ahead('2029-03-01')).toBeNull();
    expect(ahead('2029-03-02')).toEqual({ from: '2030-01-01', until: null, reason: 'overdue', bridged: false });
  });
  it('ahead: none where the post is to end, or goes on', () => {
    const ended = aDeployment().toEnd();
    expect(gapAhead(ended.facts, ended.today, SETTINGS)).toBeNull();
    const d = aDeployment().extended();
    expect(gapAhead(d.facts, d.today, SETTINGS)).toMatchObject({ from: '2030-03-01', reason: 'noDecision' });
  });

  it('can be bridged by the office of the region, by a neighbour who stays that long, or by a surge', () => {
    const near = {
      ref: 'DEP-2027-002',
      regions: ['esa'],
      dutyStation: 'Nairobi',
      adviser: 'A',
      from: '2027-01-01',
      endsOn: null,
    };
    const short = { ...near, ref: 'DEP-2027-003', adviser: 'B', endsOn: '2027-07-31' };
    const far = { ...near, ref: 'DEP-2027-004', adviser: 'C', regions: ['ap'] };
    const offices = [
      { name: 'Pretoria', region: 'esa' },
      { name: 'Suva', region: 'ap' },
    ];
    const here = { ref: 'DEP-2027-001', regions: ['esa'] };
    const posts = [{ ...near, ...here }, near, short, far];
    const found = suggestBridges(here, { from: '2027-06-01', until: '2027-09-30' }, { posts, offices });
    expect(found.map((s) => [s.kind, s.by, s.deployment])).toEqual([
      ['regionalOffice', 'Pretoria', null],
      ['neighbour', 'A', 'DEP-2027-002'],
      ['surge', 'Surge adviser', null],
    ]);
  });
});

/** A recruitment that spent these days in its stages, one after the other. */
const aSearch = (days: number[], outcome: 'arrived' | 'cancelled' | null = 'arrived'): Recruitment => {
  const names: RecruitmentStage[] = ['sourcing', 'shortlisting', 'selection', 'onboarding'];
  let from = '2027-01-01';
  const stages = days.map((n, i) => {
    const stage = { stage: names[i]!, from, until: outcome || i < days.length - 1 ? addDays(from, n) : null };
    from = addDays(from, n);
    return stage;
  });
  const ended = outcome && { on: from, outcome, reason: '' };
  return {
    id: 'r',
    stages,
    advertisedUntil: null,
    shortlisted: null,
    selected: null,
    consulted: null,
    skipped: [],
    ended,
    notArrived: [],
  };
};

describe('medians of recruitment', () => {
  it('are exact where three stages or more are finished, and else the settings, and say which', () => {
    const medians = recruitmentMedians(
      [aSearch([10, 20, 30, 40]), aSearch([12, 25, 30, 44]), aSearch([30, 90]), aSearch([13, 26])],
      DEFAULT_CLOCKS,
    );
    expect(medians.sourcing).toEqual({ days: 12.5, of: 4, basis: 'record' });
    expect(medians.shortlisting).toEqual({ days: 25.5, of: 4, basis: 'record' });
    expect(medians.selection).toEqual({ days: 28, of: 2, basis: 'settings' });
  });
  it('leave out the stage in which a search was stopped or still is, and what a surge was spared', () => {
    const spared = { ...aSearch([1, 1, 1, 1]), skipped: ['sourcing' as const] };
    const medians = recruitmentMedians(
      [aSearch([10, 20], 'cancelled'), aSearch([11, 21], null), aSearch([12, 22, 5]), spared],
      DEFAULT_CLOCKS,
    );
    expect(medians.sourcing).toEqual({ days: 11, of: 3, basis: 'record' });
    expect(medians.shortlisting).toMatchObject({ of: 1, basis: 'settings' });
  });
  it('count a stage that was gone back to as a whole', () => {
    const d = aDeployment().on(5).shortlisted().on(10).selected().on(1).onboarding().on(9).go('desk', 'NOT_ARRIVED');
    d.on(4).go('desk', 'SELECT').go('coordinator', 'CONSULTED').on(30).go('desk', 'ARRIVE');
    const three = [d.search, d.search, d.search];
    expect(recruitmentMedians(three, DEFAULT_CLOCKS)).toMatchObject({
      sourcing: { days: 5 },
      selection: { days: 11 + 4 },
      onboarding: { days: 9 + 30 },
    });
  });
  it('tell when a search will bring somebody: what is left of its stage, and the stages after it', () => {
    const search = aSearch([28, 10], null);
    expect(expectedArrival(search, '2027-01-29', SETTINGS)).toBe(addDays('2027-01-29', 42 + 28 + 56));
    expect(expectedArrival(search, '2027-12-31', SETTINGS)).toBe(addDays('2027-12-31', 28 + 56));
  });
});

describe('counting back', () => {
  it('from an adviser in post by 1 March to the day by which the request must be in', () => {
    const plan = backPlan('2028-03-01', SETTINGS, DEFAULT_CLOCKS, MONDAY_TO_FRIDAY);
    expect(plan.steps.map((s) => `${s.step} ${s.by}`)).toEqual([
      'screening 2027-06-23',
      'review 2027-06-30',
      'recommendation 2027-07-28',
      'decision 2027-08-04',
      'arrangements 2027-08-18',
      'sourcing 2027-09-29',
      'shortlisting 2027-10-27',
      'selection 2027-12-08',
      'onboarding 2028-01-05',
    ]);
    expect(plan.requestBy).toBe(plan.steps[0]!.by);
  });
  it('never skips a day: each step begins when the one before it is done', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4000 }),
        fc.constantFrom('ordinary' as const, 'urgent' as const),
        (n, track) => {
          const arriveOn = addDays('2027-01-01', n);
          const { steps } = backPlan(arriveOn, SETTINGS, DEFAULT_CLOCKS, MONDAY_TO_FRIDAY, track);
          for (const [i, step] of steps.entries())
            expect(addDays(step.by, Math.ceil(step.days))).toBe(steps[i + 1]?.by ?? arriveOn);
        },
      ),
    );
  });
});
