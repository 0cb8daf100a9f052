import { describe, expect, it } from '@jest/globals';
import { aCase, anExtension, aSurge, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent, hostingAnswers, someTerms } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { todosFor } from '../time/todo.js';
import { ARRANGEMENT_RULES, arrangementsOf, fundingOf, partDone, PART_NAMES } from './arrangements.js';
import type { RequestEvent } from './events.js';

const enter = (c: CaseBuilder, change: object = {}) =>
  c.send('fund', { ...anEvent('ENTER_FUNDING', { facts: c.facts }), ...change } as RequestEvent);
const share = (c: CaseBuilder, change: object = {}) =>
  c.send('fund', { ...anEvent('RECORD_COST_SHARE', { facts: c.facts }), ...change } as RequestEvent);
const fund = { type: 'FUND' } as const;
const propose = (text?: string) => ({ type: 'PROPOSE_TOR', content: someTerms(text) }) as const;
const sign = (version: number) => ({ type: 'SIGN_TOR', version }) as const;
const parts = (c: CaseBuilder) => PART_NAMES.filter((part) => partDone(c.facts, part));
const clocks = (c: CaseBuilder) => c.facts.clocks.map((x) => `${x.key} ${x.holder} ${x.dueOn}`);

describe('arrangements', () => {
  it('go on at once, each with its holder, and the last of them hands the post over', () => {
    const c = aCase().on('2027-03-01').funded();
    expect(clocks(c)).toEqual([
      'tor deskOfficer 2027-04-12',
      'costSharing residentCoordinator 2027-04-12',
      'hosting rcOffice 2027-04-12',
    ]);
    c.send('office', anEvent('CONFIRM_HOSTING', { facts: c.facts }));
    c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts }));
    c.on('2027-03-20').send('desk', propose());
    expect(clocks(c)).toEqual(['tor:rc residentCoordinator 2027-04-12', 'tor:ohchr deskOfficer 2027-04-12']);
    expect(todosFor(c.facts, c.cast.desk).map((t) => t.clock.key)).toEqual(['tor:ohchr']);
    c.send('desk', sign(1)).send('acting', sign(1));
    expect(c.facts).toMatchObject({ state: 'handedOver', clocks: [] });
    expect(c.last!.notices).toEqual([{ name: 'torSigned' }, { name: 'handedOver' }]);
    expect(arrangementsOf(c.facts)!.terms!.signatures).toMatchObject([
      { side: 'ohchr', by: { id: 'desk' }, actingFor: null },
      { side: 'rc', by: { id: 'acting' }, actingFor: 'Person coordinator' },
    ]);
  });

  it('can be withdrawn from until the post is handed over', () => {
    const c = aCase().arranged();
    c.send('coordinator', anEvent('WITHDRAW', { facts: c.facts }));
    expect(c.facts).toMatchObject({ state: 'withdrawn', clocks: [] });
  });
});

describe('terms of reference', () => {
  it('of another version void what was signed, and say whose signature that was', () => {
    const c = aCase()
      .funded()
      .send('office', propose())
      .send('desk', sign(1))
      .send('desk', propose('Another purpose.'));
    expect(c.entries.at(-1)!.data).toMatchObject({
      terms: { number: 2 },
      voids: [{ side: 'ohchr', by: { id: 'desk' } }],
    });
    expect(arrangementsOf(c.facts)!.terms!.signatures).toEqual([]);
    expect(c.attempt('coordinator', sign(1))).toMatchObject({
      code: 'notReady',
      message: 'Version 2 is the one to sign now. Read it, then sign that one.',
    });
  });

  it('are changed after both sides have signed for a reason, which is recorded', () => {
    const c = aCase().funded().send('desk', propose()).send('coordinator', sign(1));
    c.send('desk', propose('Another purpose')).send('coordinator', sign(2)).send('desk', sign(2));
    expect(c.attempt('desk', propose('A third purpose'))).toMatchObject({
      fields: [{ path: 'reason', message: 'Both sides have signed version 2. Say why it is changed' }],
    });
    c.send('desk', { ...propose('A third purpose'), reason: ' The start has moved ' });
    expect(c.last!.entry.data).toMatchObject({ reason: 'The start has moved' });
  });

  it('are signed once for each side, and by no person for both', () => {
    const cast = castFor(['TZA'], ['esa']);
    const both = { ...cast.coordinator, assignments: [...cast.coordinator.assignments, assigned('deskOfficer')] };
    const c = aCase({ cast: { ...cast, coordinator: both } }).funded();
    expect(c.attempt('desk', sign(1))).toMatchObject({ message: 'No terms of reference have been proposed yet.' });
    c.send('desk', propose()).send('coordinator', sign(1));
    expect(c.attempt('acting', sign(1))).toMatchObject({
      message: 'Version 1 is signed already for the side of the Resident Coordinator.',
    });
    const onlyDesk = { ...both, assignments: [assigned('deskOfficer')] };
    const later = Object.assign(aCase({ cast: { ...cast, coordinator: onlyDesk } }), { facts: c.facts });
    expect(later.attempt('coordinator', sign(1))).toMatchObject({ code: 'separationOfDuties' });
  });
});

describe('cost sharing', () => {
  it('is confirmed commitment by commitment, each with a reference', () => {
    const c = share(share(enter(aCase().approved())), { name: 'UNICEF' }).send('fund', fund);
    const [, undp, unicef] = fundingOf(c.facts);
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', shares: [{ entry: undp!.id, reference: 'A-1' }] });
    expect(parts(c)).toEqual([]);
    expect(c.attempt('coordinator', { type: 'CONFIRM_COST_SHARE', noneDue: 'None.' })).toMatchObject({
      code: 'invalid',
    });
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', shares: [{ entry: unicef!.id, reference: 'A-2' }] });
    expect(parts(c)).toEqual(['costSharing']);
  });

  it('that is corrected afterwards has to be confirmed again', () => {
    const c = aCase().arranged();
    const commitment = fundingOf(c.facts).find((e) => e.standing === 'costShare')!;
    share(c, { amount: '70000', corrects: commitment.id });
    expect(parts(c)).toEqual(['tor']);
  });

  it('is not due where nobody committed any, and the coordinator says why', () => {
    const c = enter(aCase().approved()).send('fund', fund);
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', noneDue: 'The fund pays for all of it.' });
    expect(parts(c)).toEqual(['costSharing']);
  });

  it('whose last open commitment is taken away leaves nobody waiting', () => {
    const c = share(share(enter(aCase().approved())), { name: 'UNICEF' }).send('fund', fund);
    const [, undp, unicef] = fundingOf(c.facts);
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', shares: [{ entry: undp!.id, reference: 'A-1' }] });
    c.send('office', anEvent('CONFIRM_HOSTING', { facts: c.facts }))
      .send('desk', propose())
      .signed();
    expect(c.facts.state).toBe('arrangements');
    share(c, { name: 'UNICEF', amount: '0', corrects: unicef!.id });
    expect(c.facts.state).toBe('handedOver');
    expect(c.last!.also).toHaveLength(1);
    expect(c.last!.notices).toEqual([{ name: 'handedOver' }]);
  });
});

describe('the post that is handed over', () => {
  it('is the one that the request describes, with what it was approved for', () => {
    const c = aCase().handedOver();
    const [also] = c.last!.also;
    expect(also).toMatchObject({
      kind: 'deployment',
      ref: null,
      event: {
        type: 'OPEN',
        urgent: false,
        post: {
          title: 'An adviser for the country team',
          modality: 'inCountry',
          grade: 'P-5',
          dutyStation: 'Dar es Salaam',
          host: 'TZA',
          regions: ['esa'],
          coverage: [{ country: 'TZA', from: '2027-07-01', until: null, daysPerMonth: null }],
          framework: [{ from: '2027-07-01', under: true }],
          reporting: [{ part: 'supervisor', name: 'Person coordinator', title: 'Resident Coordinator' }],
        },
        origin: {
          kind: 'request',
          requestId: c.facts.id,
          reference: c.facts.ref,
          approvedOn: '2027-03-01',
          conditions: ['A source of funds for the second year'],
        },
        funding: [{ standing: 'allocation' }, { standing: 'costShare' }],
        terms: { number: 1 },
      },
    });
    expect(JSON.parse(JSON.stringify(also))).toEqual(also);
  });

  it('of several countries has days in each, and the host names the one of the duty station', () => {
    const countries = ['ATG', 'BRB'];
    const coveragePlan = [{ country: 'BRB', daysPerYear: 24 }];
    const content = aContent({ type: 'regional', countries, modality: 'multiCountry' });
    const c = aCase({
      cast: castFor(countries, ['lac']),
      content: { ...content, sections: { ...content.sections, coveragePlan } },
    }).arranged();
    // The first of several countries is nobody's choice.
    expect(c.attempt('office', { type: 'CONFIRM_HOSTING', answers: hostingAnswers() })).toMatchObject({
      fields: [{ path: 'country', message: 'Choose the country of the duty station' }],
    });
    c.send('office', { type: 'CONFIRM_HOSTING', answers: hostingAnswers(), country: 'BRB' });
    expect(c.last!.also[0]!.event).toMatchObject({
      post: {
        host: 'BRB',
        coverage: [
          { country: 'ATG', daysPerMonth: null },
          { country: 'BRB', daysPerMonth: 2 },
        ],
      },
    });
  });

  it('has the supervisors that the terms of reference name', () => {
    const reporting = [{ part: 'secondReportingOfficer' as const, name: 'Head of branch', title: 'Chief' }];
    const c = aCase().funded();
    c.send('desk', { type: 'PROPOSE_TOR', content: someTerms(), reporting }).signed().handedOver();
    expect(c.last!.also[0]!.event).toMatchObject({
      post: { reporting: [{ part: 'supervisor' }, { part: 'secondReportingOfficer', name: 'Head of branch' }] },
    });
  });
});

describe('an extension', () => {
  it('names its post, carries over terms and hosting, and prolongs the post when the shares are confirmed', () => {
    const c = enter(anExtension().approved());
    expect(c.attempt('fund', fund)).toMatchObject({ fields: [{ path: 'deployment' }] });
    c.send('fund', { type: 'FUND', deployment: 'DEP-2026-004' });
    expect(parts(c)).toEqual(['tor', 'hosting']);
    expect(clocks(c).map((x) => x.split(' ')[0])).toEqual(['costSharing']);
    c.send('coordinator', { type: 'CONFIRM_COST_SHARE', noneDue: 'None.' });
    expect(c.facts.state).toBe('handedOver');
    expect(c.last!.also).toEqual([
      { kind: 'deployment', ref: 'DEP-2026-004', event: { type: 'EXTEND', until: '2029-06-30', basis: c.facts.ref } },
    ]);
  });

  it('whose terms are changed has them signed by both sides again', () => {
    const c = anExtension().funded().send('desk', propose());
    expect(parts(c)).toEqual(['hosting']);
    c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts })).signed();
    expect(c.facts.state).toBe('handedOver');
  });
});

it('a succession changes nothing of the post, and the record says that it goes on to recruitment', () => {
  const c = aCase({ content: aContent({ type: 'succession' }) }).funded();
  c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts }));
  expect(c.facts.state).toBe('handedOver');
  expect(c.last!.also).toEqual([]);
  expect(c.last!.entry.data).toMatchObject({ handover: { opens: 'succession', deployment: 'DEP-2026-001' } });
});

describe('an urgent surge', () => {
  it('opens its post with the money, under the standard terms, and confirms the rest by the tenth day', () => {
    const c = aSurge().funded();
    expect(c.last!.also[0]!.event).toMatchObject({ type: 'OPEN', urgent: true, terms: null });
    expect(parts(c)).toEqual(['tor']);
    expect(clocks(c)).toEqual(['costSharing residentCoordinator 2027-07-11', 'hosting rcOffice 2027-07-11']);
    expect(c.attempt('desk', propose())).toMatchObject({
      message: 'For an urgent surge the standard terms of reference apply unchanged.',
    });
    expect(availableActions(c.facts, c.cast.coordinator).find((a) => a.type === 'WITHDRAW')).toMatchObject({
      allowed: false,
    });
    c.send('coordinator', anEvent('CONFIRM_COST_SHARE', { facts: c.facts }));
    c.send('office', anEvent('CONFIRM_HOSTING', { facts: c.facts }));
    expect(c.facts.state).toBe('handedOver');
    expect(c.last!.also).toEqual([]);
  });

  it('has its rule in words', () => {
    for (const rule of Object.values(ARRANGEMENT_RULES)) {
      expect(rule.words).toMatch(/^\p{Lu}.+\.$/u);
      for (const { words } of Object.values(rule.parts)) expect(words).toMatch(/^\p{Lu}.+\.$/u);
    }
  });

  it('is one only on the urgent track', () => {
    const c = aCase({ content: aContent({ modality: 'surge' }) }).funded();
    expect(c.last!.also).toEqual([]);
    expect(parts(c)).toEqual([]);
  });
});
