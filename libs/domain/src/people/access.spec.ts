import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, PARTS, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { isRefusal } from '../refusal.js';
import { keysFor, locksOf, mayDeclare, mayOpen, maySee, opens, tiersFor, type Tier } from './access.js';
import type { Actor } from './roles.js';

const seers = (c: CaseBuilder): Part[] => PARTS.filter((p) => p !== 'clock' && maySee(c.cast[p], c.facts));
const rcSide: Part[] = ['office', 'coordinator', 'acting'];
const ohchr: Part[] = ['desk', 'chair', 'approver'];
const regions: Part[] = ['team', 'regionalOffice'];
const conflict = { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } } as const;

it('a draft is the country office’s own; only an auditor reads it besides', () => {
  expect(seers(aCase())).toEqual([...rcSide, 'auditor']);
});

it('a submitted request is open to OHCHR and to the region, and to nobody elsewhere', () => {
  expect(seers(aCase().submitted())).toEqual([...rcSide, ...ohchr, ...regions, 'auditor']);
});

it('a correction in hand opens the request to no other region before it is submitted again', () => {
  const { cast } = aCase();
  const coordinator = aPerson('coordinator', assigned('residentCoordinator', { countries: ['TZA', 'FJI'] }));
  const c = aCase({ cast: { ...cast, coordinator } }).returned();
  c.send('coordinator', { type: 'EDIT', patch: { countries: ['FJI'] } });
  expect([maySee(cast.desk, c.facts), maySee(cast.deskElsewhere, c.facts)]).toEqual([true, false]);
  c.send('coordinator', { type: 'RESUBMIT', declaration: true });
  expect([maySee(cast.desk, c.facts), maySee(cast.deskElsewhere, c.facts)]).toEqual([false, true]);
});

it('a reviewer sees the case from the moment they declare that they have no conflict', () => {
  const c = aCase().appointed('amina', 'bruno');
  expect(maySee(c.cast.amina, c.facts)).toBe(false);
  expect(mayDeclare(c.cast.amina, c.facts)).toBe(true);
  c.send('amina', { type: 'DECLARE', conflict: { declared: false } });
  expect([maySee(c.cast.amina, c.facts), maySee(c.cast.bruno, c.facts), maySee(c.cast.chen, c.facts)]).toEqual([
    true,
    false,
    false,
  ]);
});

it('all that a reviewer can do before declaring is to declare, or to decline the appointment', () => {
  const c = aCase().appointed('amina', 'bruno');
  expect(availableActions(c.facts, c.cast.amina).filter((a) => a.allowed)).toEqual([
    { type: 'DECLARE', label: 'Declare interests', allowed: true },
    { type: 'DECLINE_APPOINTMENT', label: 'Decline the appointment', allowed: true },
  ]);
});

it('an appointment is nothing to see any more when the case was withdrawn before the declaration', () => {
  const c = aCase().appointed('amina', 'bruno').withdrawn();
  expect([mayDeclare(c.cast.amina, c.facts), maySee(c.cast.amina, c.facts)]).toEqual([false, false]);
});

it('a reviewer whose assignment has ended sees the case no more', () => {
  const c = aCase().scored();
  expect(maySee(c.cast.amina, c.facts)).toBe(true);
  expect(maySee({ ...c.cast.amina, assignments: [] }, c.facts)).toBe(false);
});

describe('a declared conflict', () => {
  it('shuts out a person who may otherwise see every case', () => {
    const c = aCase();
    const both = aPerson('amina', assigned('reviewer'), assigned('panelChair'), assigned('auditor'));
    const cast = { ...c.cast, amina: both };
    const d = aCase({ cast }).appointed('amina', 'bruno').send('amina', conflict);
    expect(maySee(both, d.facts)).toBe(false);
    expect(tiersFor(both, d.facts).size).toBe(0);
    expect(d.attempt('amina', anEvent('ASK', { facts: d.facts }))).toMatchObject({ code: 'notFound' });
    expect(d.attempt('amina', { type: 'DECLARE', conflict: { declared: false } })).toMatchObject({ code: 'notFound' });
  });

  it('concerns one case only', () => {
    const c = aCase().appointed('amina', 'bruno').send('amina', conflict);
    const other = aCase().appointed('amina', 'bruno').declared();
    expect(maySee(c.cast.amina, other.facts)).toBe(true);
  });
});

describe('a case of several countries', () => {
  const fiji = aPerson('fiji', assigned('residentCoordinator', { countries: ['FJI'] }));
  const wide = ['TZA', 'KEN'];
  const content = aContent({ countries: wide });
  const cast = {
    ...aCase().cast,
    office: aPerson('office', assigned('rcOffice', { countries: wide })),
    coordinator: aPerson('coordinator', assigned('residentCoordinator', { countries: wide })),
  };
  const c = aCase({ cast, content }).submitted();

  it('is seen by the coordinator of each, and signed only by one who serves all', () => {
    const kenya = aPerson('kenya', assigned('residentCoordinator', { countries: ['KEN'] }));
    expect([maySee(kenya, c.facts), maySee(fiji, c.facts)]).toEqual([true, false]);
    const buttons = availableActions(c.facts, kenya).find((a) => a.type === 'WITHDRAW');
    expect(buttons).toMatchObject({ allowed: false, code: 'notYourRole' });
  });
});

const all: Tier[] = ['case', 'assessment', 'risk'];
it.each<[Part, Tier[]]>([
  ['office', ['case', 'risk']],
  ['coordinator', ['case', 'risk']],
  ['desk', all],
  ['chair', all],
  ['approver', all],
  ['amina', all],
  ['auditor', all],
  ['team', ['case']],
  ['regionalOffice', ['case']],
  ['fund', []],
  ['administrator', []],
  ['officeElsewhere', []],
  ['deskElsewhere', []],
  ['teamElsewhere', []],
])('during the review, %s reads the tiers %p', (part, tiers) => {
  const c = aCase().scored();
  expect([...tiersFor(c.cast[part], c.facts)].sort()).toEqual([...tiers].sort());
});

it('the fund manager sees approved requests that wait for funds, and of them no assessment and no risk', () => {
  const c = aCase().recommended();
  expect(maySee(c.cast.fund, c.facts)).toBe(false);
  c.approved();
  expect([...tiersFor(c.cast.fund, c.facts)]).toEqual(['case']);
});

it('a document about risk opens for the country’s side and OHCHR, never for a region', () => {
  const c = aCase();
  const { document } = anEvent('ATTACH', { facts: c.facts });
  c.send('office', { type: 'ATTACH', document: { ...document, tier: 'risk' } }).submitted();
  const [stored] = c.facts.documents;
  expect(PARTS.filter((p) => p !== 'clock' && mayOpen(c.cast[p], c.facts, stored!))).toEqual([
    ...rcSide,
    ...ohchr,
    'auditor',
  ]);
});

it('keys of a person with several assignments add up; without any they open nothing', () => {
  const two: Actor = aPerson(
    'two',
    assigned('regionalTeam', { regions: ['esa'] }),
    assigned('rcOffice', { countries: ['NER'] }),
  );
  expect(keysFor(two)).toEqual({ any: ['offer:NER', 'rc:NER', 'team:esa'], none: ['conflict:two'] });
  expect(opens(keysFor(aPerson('none')), locksOf(aCase().submitted().facts))).toBe(false);
});

it('the coordinator signs in their own right; who acts for them is recorded with the name', () => {
  const acting = aCase().send('acting', { type: 'SUBMIT', declaration: true }).entries.at(-1)!;
  expect(acting).toMatchObject({ role: 'actingCoordinator', actingFor: 'Person coordinator' });
  const both = aPerson(
    'coordinator',
    assigned('actingCoordinator', { countries: ['TZA'], actingFor: 'Somebody' }),
    assigned('residentCoordinator', { countries: ['TZA'] }),
  );
  const c = aCase();
  const own = aCase({ cast: { ...c.cast, coordinator: both } })
    .submitted()
    .entries.at(-1)!;
  expect(own).toMatchObject({ role: 'residentCoordinator', actingFor: null });
});

it('what a stranger is told of a case is what anybody is told of a case that does not exist', () => {
  const c = aCase().submitted();
  const hidden = c.attempt('officeElsewhere', { type: 'WITHDRAW', code: 'OTHER', reason: 'x' });
  expect(isRefusal(hidden) && hidden.message).toBe('There is no such request, or it is not one that you can open.');
});
