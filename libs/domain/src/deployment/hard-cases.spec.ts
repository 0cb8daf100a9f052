import { describe, expect, it } from '@jest/globals';
import { against, aDeployment, postCast } from '../../test/a-deployment.js';
import { REGIONS } from '../../test/context.js';
import { aPost, aPostEvent } from '../../test/deployment-events.js';
import { deploymentLocksOf, maySeeDeployment } from './access.js';
import { coveredOn } from './current.js';

const arrive = (on: string, endsOn: string) => ({ type: 'ARRIVE', on, endsOn }) as const;
const extend = (until: string) => ({ type: 'EXTEND', until, basis: 'Funds' }) as const;

describe('terms', () => {
  it('an arrival before anybody is selected is refused, and says what is missing', () => {
    const d = aDeployment();
    const said = () => against(d, 'desk', arrive(d.today, '2029-02-28'));
    expect(said()).toBe(
      'notReady: Nobody is being recruited yet. Record that the post is advertised, the shortlist, who is selected, and the view of the Resident Coordinator.',
    );
    d.advertised();
    expect(said()).toMatch(/^notReady: Nobody is selected yet. Record the shortlist/);
    d.shortlisted();
    expect(said()).toMatch(/^notReady: Nobody is selected yet. Record who is selected/);
    d.selected();
    expect(said()).toMatch(/has not been consulted/);
    d.onboarding();
    expect(said()).toBe('taken');
  });

  it('an arrival before the Resident Coordinator agreed, or in the future, is refused', () => {
    const d = aDeployment().on(30).onboarding().on(30);
    expect(against(d, 'desk', arrive('2027-03-30', '2029-02-28'))).toEqual([
      'on: The Resident Coordinator agreed to Person amara on 31 March 2027. Enter that day or a later one',
    ]);
    expect(against(d, 'desk', arrive('2027-05-01', '2029-02-28'))).toEqual([
      'on: The arrival is recorded on its day or later. Today is 30 April 2027',
    ]);
  });

  it('an end before the start is refused; a term of one day is a term', () => {
    const d = aDeployment().onboarding();
    expect(against(d, 'desk', arrive('2027-03-01', '2027-02-28'))).toEqual([
      'endsOn: The term ends before it starts. Enter a later last day',
    ]);
    expect(against(d, 'desk', arrive('2027-03-01', '2027-03-01'))).toBe('taken');
  });

  it('incumbents never overlap: a successor comes when the post is empty, from the day after', () => {
    const d = aDeployment().succeeding().go('desk', 'ADVERTISE').go('desk', 'SHORTLIST').go('desk', 'SELECT');
    d.go('coordinator', 'CONSULTED');
    expect(against(d, 'desk', arrive(d.today, '2031-01-01'))).toMatch(
      /^notReady: Person amara is in post until 28 February 2029. Record first that the post was handed over/,
    );
    d.handedOver();
    const last = d.term.until!;
    expect(against(d, 'desk', arrive(last, '2031-01-01'))).toEqual([
      'on: Person amara was in post until 29 January 2029. Enter 30 January 2029 or a later day',
    ]);
    expect(against(d.on(1), 'desk', arrive(d.today, '2031-01-01'))).toBe('taken');
  });

  it('nobody is in two posts at once: the other term ends first, or the adviser is moved from there', () => {
    const held = { ref: 'DEP-2026-004', from: '2026-01-01', until: '2027-03-01' };
    const d = aDeployment({ context: { elsewhere: [held] } }).onboarding();
    expect(against(d, 'desk', arrive('2027-03-01', '2029-02-28'))).toEqual([
      'on: Person amara holds post DEP-2026-004 until 1 March 2027. Record the end there first, or move the adviser from there',
    ]);
    expect(against(d.on(1), 'desk', arrive('2027-03-02', '2029-02-28'))).toBe('taken');
  });

  it('an extension moves the end on: not to before it, not to itself, not far off, and not when the term has run out', () => {
    const d = aDeployment().wished();
    expect(d.term.endsOn).toBe('2029-02-28');
    for (const until of ['2029-02-28', '2028-12-31'])
      expect(against(d, 'desk', extend(until))).toEqual([
        'until: The term ends on 28 February 2029 as it is. Enter a later day',
      ]);
    expect(against(d, 'desk', extend('2035-01-01'))).toEqual([
      'until: Enter a day within five years of the present end',
    ]);
    expect(against(d.on('2029-02-28'), 'desk', extend('2030-02-28'))).toBe('taken');
    expect(against(d.on('2029-03-01'), 'desk', extend('2030-02-28'))).toEqual([
      'until: The term ended on 28 February 2029, so it cannot be extended any more. Record that the adviser has left',
    ]);
  });

  it('nobody stays longer than the term: the last day is within it, and not in the future', () => {
    const d = aDeployment().arrived();
    const leave = (on: string) => ({ type: 'LEAVE', on, reason: 'resigned' }) as const;
    expect(against(d, 'desk', leave('2027-02-28'))).toEqual([
      'on: Person amara arrived on 1 March 2027. Enter that day or a later one',
    ]);
    expect(against(d, 'desk', leave('2027-03-02'))).toEqual([
      'on: The end is recorded on the last day in post or later. Today is 1 March 2027',
    ]);
    expect(against(d.on('2029-03-05'), 'desk', leave('2029-03-05'))).toEqual([
      'on: The term ended on 28 February 2029. Enter that day or an earlier one',
    ]);
    expect(against(d, 'desk', leave('2029-02-28'))).toBe('taken');
  });

  it('who was selected and does not come leaves the post as it was, with the reason kept', () => {
    const d = aDeployment().onboarding().on(20).go('desk', 'NOT_ARRIVED');
    expect(d.facts.state).toEqual({ active: { tenure: 'vacant', recruitment: 'selection' } });
    expect(d.search).toMatchObject({
      selected: null,
      consulted: null,
      notArrived: [{ name: 'Person amara', on: '2027-03-21', reason: 'Took another post' }],
    });
    expect(maySeeDeployment(d.cast.amara, d.facts)).toBe(false);
  });

  it('a Resident Coordinator who does not agree sends the selection back, and says why', () => {
    const d = aDeployment().selected();
    expect(against(d, 'coordinator', { type: 'CONSULTED', agrees: false })).toEqual([
      'note: Say why Person amara should not be selected',
    ]);
    d.send('coordinator', { type: 'CONSULTED', agrees: false, note: 'No French' });
    expect(d.facts.state).toEqual({ active: { tenure: 'vacant', recruitment: 'selection' } });
    expect(d.search.selected).toBeNull();
    expect(d.last!.notices.map((n) => n.name)).toEqual(['candidateNotAgreed']);
  });
});

describe('a transfer between two posts on the same day', () => {
  const transfer = { type: 'TRANSFER', to: 'DEP-2027-002', on: '2028-01-01', endsOn: '2029-12-31' } as const;
  const other = () =>
    aDeployment({ cast: postCast(), context: { newRef: 'DEP-2027-002' }, post: { title: 'The other post' } });

  it('the last day here is the day before the first one there, and the other half follows by itself', () => {
    const d = aDeployment().serving().on('2028-01-01').send('desk', transfer);
    expect(d.term).toMatchObject({ until: '2027-12-31', left: { reason: 'transferred', note: 'To DEP-2027-002.' } });
    const [also] = d.last!.also;
    expect(also).toMatchObject({
      kind: 'deployment',
      ref: 'DEP-2027-002',
      event: { type: 'RECEIVE', from: 'DEP-2027-001' },
    });
    const there = other().on(d.at).send('clock', also!.event);
    expect(there.term).toMatchObject({ person: { id: 'amara' }, from: '2028-01-01', endsOn: '2029-12-31' });
    expect(there.facts.state).toEqual({ active: { tenure: 'inception', recruitment: 'idle' } });
    expect([maySeeDeployment(d.cast.amara, d.facts), maySeeDeployment(d.cast.amara, there.facts)]).toEqual([
      false,
      true,
    ]);
  });

  it('two advisers change places on one day', () => {
    const d = aDeployment().serving();
    const there = other().arrived();
    d.on('2028-01-02').send('desk', { type: 'LEAVE', on: '2028-01-01', reason: 'transferred' });
    there.on('2028-01-02').send('desk', { ...transfer, to: 'DEP-2027-001', on: '2028-01-02' });
    d.send('clock', there.last!.also[0]!.event);
    there.send('clock', {
      type: 'RECEIVE',
      adviser: { id: 'boris', name: 'Boris' },
      on: '2028-01-02',
      endsOn: '2029-12-31',
      from: 'DEP-2027-001',
    });
    expect(d.facts.incumbencies.map((t) => [t.from, t.until])).toEqual([
      ['2027-03-01', '2028-01-01'],
      ['2028-01-02', null],
    ]);
    expect(there.facts.incumbencies.map((t) => [t.from, t.until])).toEqual([
      ['2027-03-01', '2028-01-01'],
      ['2028-01-02', null],
    ]);
  });

  it('a post in which somebody is, or is expected, does not receive', () => {
    const receive = aPostEvent('RECEIVE', { today: '2027-04-01' });
    expect(against(other().arrived().on('2027-04-01'), 'clock', receive)).toMatch(
      /^notReady: Person amara is in post until/,
    );
    expect(against(other().onboarding().on('2027-04-01'), 'clock', receive)).toMatch(/Stop the recruitment first/);
  });

  it('nobody is transferred on the day of arrival, or after a day between', () => {
    const d = aDeployment().arrived();
    expect(against(d, 'desk', { ...transfer, on: '2027-03-01' })).toEqual([
      'on: Person amara arrived here on 1 March 2027. The first day in the new post is a later one',
    ]);
    expect(against(d.on('2029-03-10'), 'desk', { ...transfer, on: '2029-03-02', endsOn: '2031-01-01' })).toEqual([
      'on: The term here ended on 28 February 2029, so there was a day in between. Record that the adviser has left instead',
    ]);
    expect(against(d, 'desk', { ...transfer, on: '2029-03-01', endsOn: '2031-01-01' })).toBe('taken');
  });
});

describe('countries', () => {
  it('a post that loses a country keeps what it covered; the host and the last country stay', () => {
    const d = aDeployment().serving();
    const uncover = (country: string, until: string) =>
      ({ type: 'UNCOVER', country, until, reason: 'A change' }) as const;
    expect(against(d, 'desk', uncover('TZA', '2027-06-30'))).toEqual([
      'country: The duty station is in TZA (en). Move the duty station before you take the country away',
    ]);
    d.send('desk', uncover('KEN', '2027-06-30'));
    expect(d.facts.post.coverage.find((c) => c.country === 'KEN')).toMatchObject({
      from: '2027-03-01',
      until: '2027-06-30',
    });
    expect([coveredOn(d.facts.post, '2027-06-30'), coveredOn(d.facts.post, '2027-07-01')]).toEqual([
      ['TZA', 'KEN'],
      ['TZA'],
    ]);
    expect(against(d, 'desk', uncover('KEN', '2027-07-01'))).toEqual([
      'country: KEN (en) is not covered on 1 July 2027, or its cover ends on that day already',
    ]);
    const regional = aDeployment({ post: { host: null, coverage: [aPost().coverage[1]!] } });
    expect(against(regional, 'desk', uncover('KEN', '2027-06-30'))).toEqual([
      'country: No country would be left after 30 June 2027. Add another first, or end the post',
    ]);
  });

  it('the Resident Coordinator of a country reads the post until its cover ends, and the clock sees to that', () => {
    const d = aDeployment().serving();
    d.send('desk', { type: 'UNCOVER', country: 'KEN', until: '2027-06-30', reason: 'A change' });
    expect(maySeeDeployment(d.cast.officeCovered, d.facts)).toBe(true);
    expect(d.clockDay('TAKE_EFFECT')).toBe('2027-07-01T07:00:00.000Z');
    expect(against(d, 'clock', { type: 'TAKE_EFFECT' })).toBe('notReady: The time for this has not come yet.');
    d.on(d.clockDay('TAKE_EFFECT')).send('clock', { type: 'TAKE_EFFECT' });
    expect(maySeeDeployment(d.cast.officeCovered, d.facts)).toBe(false);
    expect(d.clockDay('TAKE_EFFECT').slice(0, 10)).toBe('2029-03-01');
  });

  it('a country is covered once on a day; it may come back later', () => {
    const d = aDeployment();
    const cover = (from: string) => ({ type: 'COVER', country: 'KEN', from, reason: 'Again' }) as const;
    expect(against(d, 'desk', cover('2028-01-01'))).toEqual(['country: KEN (en) is covered from 1 March 2027 already']);
    d.send('desk', { type: 'UNCOVER', country: 'KEN', until: '2027-06-30', reason: 'A change' });
    expect(against(d, 'desk', cover('2027-06-30'))).toMatchObject([expect.stringMatching(/^country:/)]);
    expect(against(d, 'desk', cover('2027-07-01'))).toBe('taken');
    expect(against(d, 'desk', { ...cover('2027-07-01'), until: '2027-06-01' })).toEqual([
      'until: The last day is before the first. Enter a later one',
    ]);
  });

  it('the duty station moves only to a country that is covered, and then the former one can go', () => {
    const d = aDeployment();
    expect(against(d, 'desk', { type: 'CHANGE_POST', host: 'FJI', reason: 'x' })).toEqual([
      'host: The post does not cover FJI (en) today. Add the country first',
    ]);
    d.send('desk', { type: 'CHANGE_POST', host: 'KEN', dutyStation: 'Nairobi', reason: 'The office moved' });
    expect(against(d, 'desk', { type: 'UNCOVER', country: 'TZA', until: '2027-12-31', reason: 'x' })).toBe('taken');
    expect(against(d, 'desk', { type: 'CHANGE_POST', host: 'KEN', reason: 'x' })).toBe(
      'notReady: Nothing was changed, so there is nothing to save.',
    );
  });

  it('a country that changes its region takes the post along at its next step, and the record says so', () => {
    const regions = { ...REGIONS };
    const d = aDeployment({ context: { regionOf: (c) => regions[c] ?? null } }).arrived();
    expect(d.facts.post.regions).toEqual(['esa']);
    regions['KEN'] = 'arab';
    d.go('amara', 'PLAN');
    expect(d.facts.post.regions).toEqual(['arab', 'esa']);
    expect(d.last!.entry.data).toMatchObject({ regions: ['arab', 'esa'] });
    expect(deploymentLocksOf(d.facts)).toEqual(expect.arrayContaining(['desk:arab', 'team:arab']));
    d.go('amara', 'NOTE_TO_OHCHR');
    expect(d.last!.entry.data).not.toHaveProperty('regions');
  });
});

it('a Resident Coordinator who leaves in the middle closes one line of supervision and opens the next', () => {
  const d = aDeployment().serving();
  const next = (from: string) =>
    ({ type: 'SET_REPORTING', part: 'supervisor', name: 'The next', title: 'Resident Coordinator', from }) as const;
  expect(against(d, 'desk', next('2027-03-01'))).toEqual([
    'from: A coordinator has had this part since 1 March 2027. Enter a later day',
  ]);
  d.send('desk', next('2027-09-15'));
  expect(d.facts.post.reporting.map((r) => [r.name, r.from, r.until])).toEqual([
    ['A coordinator', '2027-03-01', '2027-09-14'],
    ['The next', '2027-09-15', null],
  ]);
});

it('whoever is selected is somebody with an account or a name; a word of the language is no account', () => {
  const d = aDeployment().shortlisted();
  for (const [adviser, person] of [
    [' amara ', { id: 'amara', name: 'Person amara' }],
    ['constructor', { id: null, name: 'constructor' }],
  ] as const) {
    d.go('desk', 'SELECT', { adviser });
    expect(d.search.selected).toMatchObject(person);
  }
  expect(against(d, 'desk', { type: 'SELECT', adviser: 'nobody@un.example', expectedOn: '2027-06-01' })).toEqual([
    'adviser: Nobody with this address has an account here. Enter the name of the adviser, or ask an administrator for an account first',
  ]);
});

it('an arrival that is recorded late ends the search on the day of the arrival', () => {
  const d = aDeployment().onboarding().on(60).go('desk', 'ARRIVE', { on: '2027-04-01', endsOn: '2029-03-31' });
  expect(d.search).toMatchObject({ ended: { on: '2027-04-01', outcome: 'arrived' } });
  expect(d.search.stages.at(-1)).toMatchObject({ stage: 'onboarding', until: '2027-04-01' });
});
