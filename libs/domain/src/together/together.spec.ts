import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, castFor } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { mayTake } from '../decide.js';
import { locksOf, maySee } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import { evolve, type Entry } from '../request/record.js';
import { evolveContent } from '../request/record-texts.js';
import { readableLines } from '../request/record-access.js';
import { todosFor } from '../time/todo.js';
import { fingerprintOf } from '../request/frozen.js';
import { partnersEver, partnersOf, standingSignatures, unsigned } from './together.js';
import { NOTICES } from '../notices.js';

const sign = { type: 'SIGN_TOGETHER', declaration: true } as const;
const submit = { type: 'SUBMIT', declaration: true } as const;
const content = aContent({
  type: 'regional',
  modality: 'multiCountry',
  countries: ['TZA', 'KEN', 'FJI'],
  sections: { ...aContent().sections, coveragePlan: [{ country: 'TZA', daysPerYear: 120 }] },
});
/** Tanzania leads; `spare` coordinates Kenya, and the office elsewhere Fiji. */
const cast = {
  ...castFor(['TZA'], ['esa']),
  spare: aPerson('spare', assigned('residentCoordinator', { countries: ['KEN'] })),
  dina: aPerson('dina', assigned('rcOffice', { countries: ['KEN'] })),
  chen: aPerson(
    'chen',
    assigned('rcOffice', { countries: ['KEN'] }),
    assigned('actingCoordinator', { countries: ['KEN'], actingFor: 'Person spare', actingForId: 'spare' }),
  ),
};
const ofThree = () => aCase({ cast, content });
const part = (country: string, more = {}) => ({ type: 'EDIT_PART' as const, country, daysPerYear: 40, ...more });
const refused = (
  c: CaseBuilder,
  by: Parameters<CaseBuilder['attempt']>[0],
  event: Parameters<CaseBuilder['attempt']>[1],
) => c.attempt(by, event) as { code: string; message: string; fields?: { path: string }[] };

describe('a regional request of several offices', () => {
  it('is led by the office that begins it, seen by every office, and submitted once all others have signed', () => {
    const c = ofThree();
    expect(c.facts.together).toEqual({ lead: ['TZA'], signatures: [] });
    for (const who of ['office', 'spare', 'dina', 'officeElsewhere'] as const)
      expect(maySee(cast[who], c.facts)).toBe(true);
    expect(maySee(cast.desk, c.facts)).toBe(false);
    expect(c.last!.notices).toEqual([{ name: 'signatureWanted' }]);
    expect(refused(c, 'coordinator', submit)).toMatchObject({
      code: 'notReady',
      message: 'The coordinators of 2 countries have still to sign the text as it stands.',
    });
    c.send('spare', sign);
    expect(unsigned(c.facts)).toEqual(['FJI']);
    c.send('officeElsewhere', sign);
    expect(c.last!.notices).toEqual([{ name: 'signaturesComplete' }]);
    c.send('coordinator', submit);
    expect(c.facts.frozen!.signatures).toMatchObject([{ countries: ['KEN'] }, { countries: ['FJI'] }]);
    // Both regions are asked for their advice.
    expect(c.facts.consultation.filter((p) => p.role === 'regionalTeam').map((p) => p.region)).toEqual(['ap', 'esa']);
    expect(locksOf(c.facts)).toEqual(expect.arrayContaining(['rc:KEN', 'team:ap', 'team:esa']));
  });

  it('is signed by a deputy with both names', () => {
    const c = ofThree().send('chen', sign);
    expect(standingSignatures(c.facts)).toMatchObject([
      { countries: ['KEN'], by: { id: 'chen' }, actingFor: 'Person spare' },
    ]);
    expect(c.entries.at(-1)).toMatchObject({
      role: 'actingCoordinator',
      actingFor: 'Person spare',
      data: { names: ['KEN (en)'] },
    });
    expect(refused(c, 'spare', sign).message).toContain('You have signed this text');
  });

  it('lets each office write its own part and nothing else', () => {
    const c = ofThree();
    c.send('dina', part('KEN', { first: 'The plan of action.', shareUSD: 20_000 }));
    expect(c.content.sections!.coveragePlan).toEqual([
      { country: 'TZA', daysPerYear: 120 },
      { country: 'KEN', daysPerYear: 40, first: 'The plan of action.', shareUSD: 20_000 },
    ]);
    // What is not sent stays; a share that is taken away is gone.
    c.send('dina', part('KEN', { daysPerYear: 50, shareUSD: null }));
    expect(c.content.sections!.coveragePlan![1]).toEqual({
      country: 'KEN',
      daysPerYear: 50,
      first: 'The plan of action.',
    });
    expect(refused(c, 'dina', part('TZA')).fields).toMatchObject([{ path: 'country' }]);
    expect(refused(c, 'dina', part('KEN', { daysPerYear: 400 })).fields).toMatchObject([{ path: 'daysPerYear' }]);
    expect(refused(c, 'dina', { type: 'EDIT', patch: { title: 'Ours' } }).code).toBe('notYourRole');
    for (const type of ['SUBMIT', 'ABANDON', 'EDIT'] as const)
      expect(isRefusal(mayTake(c.facts, cast.spare, type))).toBe(true);
    expect(isRefusal(mayTake(c.facts, cast.dina, 'SIGN_TOGETHER'))).toBe(true);
  });

  it('lets each office bring documents, and take away those of its own country', () => {
    const c = ofThree();
    const attach = (by: 'office' | 'dina', variant: number) => {
      c.send(by, anEvent('ATTACH', { facts: c.facts, variant }));
      return c.facts.documents.at(-1)!;
    };
    const ours = attach('office', 1);
    expect(refused(c, 'dina', { type: 'DETACH', documentId: ours.id })).toMatchObject({
      code: 'notReady',
      message: 'Your office has added no document to this request that it could take away.',
    });
    const [theirs, more] = [attach('dina', 2), attach('dina', 3)];
    expect([ours.of, theirs.of, theirs.by.id]).toEqual([undefined, ['KEN'], 'dina']);
    expect(refused(c, 'dina', { type: 'DETACH', documentId: ours.id }).code).toBe('notYourRole');
    // The coordinator of the same country, and the lead; nobody of a third country.
    expect(refused(c, 'officeElsewhere', { type: 'DETACH', documentId: theirs.id }).code).toBe('notReady');
    c.send('spare', { type: 'DETACH', documentId: theirs.id }).send('office', { type: 'DETACH', documentId: more.id });
    expect(c.facts.documents).toEqual([ours]);
    c.send('spare', sign).send('officeElsewhere', sign).send('coordinator', submit);
    expect(refused(c, 'dina', anEvent('ATTACH', { facts: c.facts })).code).toBe('notNow');
  });

  it('tells the other offices that a draft is given up, and that a request is withdrawn', () => {
    expect(ofThree().send('office', { type: 'ABANDON' }).last!.notices).toEqual([{ name: 'partnersReleased' }]);
    expect(aCase().send('office', { type: 'ABANDON' }).last!.notices).toEqual([]);
    expect(NOTICES.requestWithdrawn.to).toContain('partners');
    expect(partnersEver(ofThree().facts)).toEqual(['KEN', 'FJI']);
  });

  it.each([
    [
      'the lead changes an answer',
      'coordinator',
      { type: 'EDIT', patch: { sections: { context: 'Other words.' } } },
      'changed',
      ['sections.context'],
    ],
    ['another office writes its part', 'officeElsewhere', part('FJI'), 'changed', ['sections.coveragePlan']],
    ['a document is added', 'office', null, 'changed', ['documents']],
    [
      'a country leaves',
      'officeElsewhere',
      { type: 'WITHDRAW_COUNTRY', country: 'FJI', reason: 'Another is planned.' },
      'countries',
      ['FJI'],
    ],
  ] as const)('voids the signatures when %s, and says which and why', (_, by, event, why, what) => {
    const c = ofThree().send('spare', sign);
    c.send(by, event ?? anEvent('ATTACH', { facts: c.facts }));
    expect(c.facts.together!.signatures).toMatchObject([{ countries: ['KEN'], void: { by: { id: by }, why, what } }]);
    expect(c.last!.notices[0]!.name).toBe('signatureVoid');
    if (event) expect(c.last!.entry.data).toMatchObject({ unsigns: [c.facts.together!.signatures[0]!.by.name] });
    expect(unsigned(c.facts)).toContain('KEN');
    c.send('spare', sign);
    expect(standingSignatures(c.facts)).toHaveLength(1);
  });

  it('keeps a signature that is taken back, with its reason', () => {
    const c = ofThree().send('spare', sign);
    expect(refused(c, 'officeElsewhere', { type: 'TAKE_BACK_SIGNATURE', reason: 'x' }).code).toBe('notReady');
    c.send('spare', { type: 'TAKE_BACK_SIGNATURE', reason: 'The Government asks for time.' });
    expect(c.facts.together!.signatures).toMatchObject([
      { void: { why: 'takenBack', reason: 'The Government asks for time.' } },
    ]);
    expect(c.last!.notices).toEqual([{ name: 'signatureMissing' }]);
  });

  it('goes on without a country that leaves, which sees it no more', () => {
    const c = ofThree();
    c.send('officeElsewhere', { type: 'WITHDRAW_COUNTRY', country: 'FJI', reason: 'Another is planned.' });
    expect(c.facts.summary).toMatchObject({ countries: ['TZA', 'KEN'], regions: ['esa'] });
    expect(c.content.countries).toEqual(['TZA', 'KEN']);
    expect(c.facts.together!.left).toMatchObject([{ country: 'FJI', reason: 'Another is planned.' }]);
    expect(maySee(cast.officeElsewhere, c.facts)).toBe(false);
    expect(refused(c, 'coordinator', { type: 'WITHDRAW_COUNTRY', country: 'TZA', reason: 'x' }).message).toContain(
      'leads',
    );
    c.send('spare', { type: 'WITHDRAW_COUNTRY', country: 'KEN', reason: 'No means.' });
    // One office is left: it is a request like any other, which the form of a regional one does not fit.
    expect(c.facts.together).toBeNull();
    expect(refused(c, 'coordinator', submit).fields).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'countries' })]),
    );
  });

  it('is signed anew after it was returned and changed, and not where it stays the same', () => {
    const c = ofThree().send('spare', sign).send('officeElsewhere', sign).send('coordinator', submit);
    c.send('desk', anEvent('RETURN', { facts: c.facts }));
    const again = { type: 'RESUBMIT', declaration: true } as const;
    expect(isRefusal(c.attempt('coordinator', again))).toBe(false);
    c.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    expect(refused(c, 'coordinator', again).code).toBe('notReady');
    c.send('spare', sign).send('officeElsewhere', sign).send('coordinator', again);
    expect(c.facts.version).toBe(2);
  });

  it('asks the others when the lead names their country, and only in a regional request', () => {
    const c = aCase({ cast, content: aContent({ countries: ['TZA'] }) });
    expect(c.facts.together).toBeUndefined();
    expect(refused(c, 'coordinator', { type: 'EDIT', patch: { countries: ['TZA', 'KEN'] } }).fields).toMatchObject([
      { path: 'countries' },
    ]);
    c.send('coordinator', {
      type: 'EDIT',
      patch: { type: 'regional', modality: 'multiCountry', countries: ['TZA', 'KEN'] },
    });
    expect(c.facts.together).toEqual({ lead: ['TZA'], signatures: [] });
    expect(c.last!.notices).toEqual([{ name: 'signatureWanted' }]);
    c.send('coordinator', { type: 'EDIT', patch: { countries: ['TZA'] } });
    expect(c.facts.together).toBeNull();
    const nowhere = aContent({ type: 'regional', modality: 'multiCountry', countries: ['KEN', 'AZE'] });
    expect(() => aCase({ cast, content: nowhere })).toThrow('Choose only countries that your office serves');
  });

  it('waits for whoever has to sign, and shows every office what is done to the draft', () => {
    const c = ofThree();
    expect(todosFor(c.facts, cast.spare)).toMatchObject([{ what: 'Sign the regional request' }]);
    expect(todosFor(c.facts, cast.coordinator)).toMatchObject([{ what: 'Finish and submit the draft' }]);
    expect(readableLines(cast.spare, c.facts).events).toEqual(
      expect.arrayContaining(['EDIT', 'EDIT_PART', 'SIGN_TOGETHER']),
    );
    c.send('spare', sign);
    expect(todosFor(c.facts, cast.spare)).toEqual([]);
  });

  it('is built again from its record', () => {
    const c = ofThree()
      .send('dina', part('KEN'))
      .send('spare', sign)
      .send('office', { type: 'EDIT', patch: { title: 'Other' } });
    c.send('chen', sign).send('chen', { type: 'TAKE_BACK_SIGNATURE', reason: 'A word was wrong.' });
    c.send('officeElsewhere', { type: 'WITHDRAW_COUNTRY', country: 'FJI', reason: 'Another is planned.' });
    const kept = JSON.parse(JSON.stringify(c.entries)) as Entry[];
    expect(kept.reduce<CaseBuilder['facts'] | null>(evolve, null)).toStrictEqual(c.facts);
    expect(kept.reduce(evolveContent, {})).toStrictEqual(c.content);
  });
});

it('an office that serves every country signs a regional request alone, as before', () => {
  const both = castFor(['TZA', 'KEN'], ['esa']);
  const c = aCase({
    cast: both,
    content: aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'KEN'] }),
  });
  expect(c.facts.together).toBeUndefined();
  expect(refused(c, 'coordinator', sign).message).toContain('One coordinator signs');
  c.send('coordinator', submit);
});

it('is submitted exactly when every other coordinator has signed the text as it stands, whatever anybody does in between', () => {
  const steps: ((c: CaseBuilder, n: number) => Parameters<CaseBuilder['attempt']>)[] = [
    () => ['spare', sign],
    () => ['officeElsewhere', sign],
    () => ['chen', sign],
    (_, n) => ['office', { type: 'EDIT', patch: { title: `Title ${n}` } }],
    (_, n) => ['dina', part('KEN', { daysPerYear: n })],
    (_, n) => ['officeElsewhere', part('FJI', { daysPerYear: n })],
    (c, n) => ['office', anEvent('ATTACH', { facts: c.facts, variant: n })],
    (c) => ['office', anEvent('DETACH', { facts: c.facts })],
    () => ['spare', { type: 'TAKE_BACK_SIGNATURE', reason: 'A word was wrong.' }],
    (_, n) => ['coordinator', { type: 'EDIT', patch: { countries: n % 2 ? ['TZA', 'KEN'] : ['TZA', 'KEN', 'FJI'] } }],
  ];
  const moves = fc.array(fc.tuple(fc.nat({ max: steps.length - 1 }), fc.nat({ max: 9 })), { maxLength: 25 });
  fc.assert(
    fc.property(moves, (taken) => {
      const c = ofThree();
      for (const [step, n] of taken) {
        const [by, event] = steps[step]!(c, n);
        const outcome = c.attempt(by, event);
        if (!isRefusal(outcome)) c.take(by, event, outcome);
        const now = fingerprintOf(c.content, c.facts.documents);
        const signed = standingSignatures(c.facts).filter((s) => s.text === now);
        expect(signed).toEqual(standingSignatures(c.facts));
        const all = partnersOf(c.facts).every((country) => signed.some((s) => s.countries.includes(country)));
        expect(isRefusal(mayTake(c.facts, cast.coordinator, 'SUBMIT'))).toBe(!all);
      }
      const kept = JSON.parse(JSON.stringify(c.entries)) as Entry[];
      expect(kept.reduce<CaseBuilder['facts'] | null>(evolve, null)).toStrictEqual(c.facts);
    }),
    { numRuns: 60 },
  );
});
