import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, castFor, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { mayTake } from '../decide.js';
import { maySee, readsDraft, tiersFor } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import type { RequestEvent } from '../request/events.js';
import type { RequestFacts } from '../request/facts.js';
import { evolve, type Entry } from '../request/record.js';
import { todosFor } from '../time/todo.js';
import { unsigned } from './together.js';

const SIGN = { type: 'SIGN_TOGETHER', declaration: true } as const;
const ACCEPT = { type: 'ACCEPT_OFFER' } as const;
const LEAVE = { type: 'WITHDRAW_COUNTRY', country: 'FJI', reason: 'We have an adviser of our own.' } as const;
const told = (c: CaseBuilder) => c.last!.notices.map((n) => n.name);
const refused = (c: CaseBuilder, by: Part, event: RequestEvent) =>
  c.attempt(by, event) as { code: string; message: string };
/** Tanzania asked for an adviser of its own; one for it and Fiji is offered, whose coordinator is `officeElsewhere`. */
const offered = () => aCase().offeredToSeveral();

describe('an option that is offered for countries of several coordinators', () => {
  it('is accepted only once each of them has signed it', () => {
    const c = offered();
    expect(unsigned(c.facts)).toEqual(['FJI']);
    expect(told(c)).toEqual(['decisionLetter', 'optionToSign']);
    expect(refused(c, 'coordinator', ACCEPT)).toMatchObject({
      code: 'notReady',
      message: 'The coordinator of one country that the option covers has still to sign it.',
    });
    expect(refused(c, 'coordinator', SIGN).message).toBe(
      'Your office made the request, so it accepts or refuses the offer.',
    );
    c.send('officeElsewhere', SIGN);
    expect(told(c)).toEqual(['optionSigned']);
    expect(c.facts.offerSigning!.signatures).toMatchObject([
      { countries: ['FJI'], by: { id: 'officeElsewhere' }, text: `option:${c.facts.decisions[0]!.option!.id}@2` },
    ]);
    expect(refused(c, 'officeElsewhere', SIGN).message).toBe('You have signed the option that is offered.');
    expect(isRefusal(mayTake(c.facts, c.cast.officeElsewhere, 'ACCEPT_OFFER'))).toBe(true);
    c.send('coordinator', ACCEPT);
    expect(c.facts.state).toBe('awaitingFunds');
    expect(refused(c, 'officeElsewhere', { type: 'TAKE_BACK_SIGNATURE', reason: 'Too late.' }).code).toBe('notNow');
  });

  it('opens the request as it was submitted to whom it covers, and to nobody else', () => {
    const before = aCase().recommended();
    expect(maySee(before.cast.officeElsewhere, before.facts)).toBe(false);
    const c = offered();
    const { officeElsewhere } = c.cast;
    expect([...tiersFor(officeElsewhere, c.facts)]).toEqual(['case']);
    expect(readsDraft(officeElsewhere, c.facts)).toBe(false);
    expect(maySee(aPerson('x', assigned('residentCoordinator', { countries: ['KEN'] })), c.facts)).toBe(false);
    // How it ended, whoever was asked for their signature may read.
    c.send('coordinator', { type: 'REFUSE_OFFER', reason: 'We need one of our own.' });
    expect(maySee(officeElsewhere, c.facts)).toBe(true);
  });

  it('waits for whoever has to sign, and for the answer', () => {
    const c = offered();
    const todo = (part: Part) => todosFor(c.facts, c.cast[part]).map((t) => [t.what, t.signs ?? false]);
    expect(todo('officeElsewhere')).toEqual([['Sign the regional option', true]]);
    expect(todo('coordinator')).toEqual([[expect.stringContaining('offer'), false]]);
    c.send('officeElsewhere', SIGN);
    expect(todo('officeElsewhere')).toEqual([]);
  });

  it('is not accepted when a signature is taken back or a country leaves, and can be refused at any time', () => {
    const c = offered().send('officeElsewhere', SIGN);
    c.send('officeElsewhere', { type: 'TAKE_BACK_SIGNATURE', reason: 'The Government asks for time.' });
    expect(told(c)).toEqual(['optionUnsigned']);
    expect(isRefusal(c.attempt('coordinator', ACCEPT))).toBe(true);
    c.send('officeElsewhere', SIGN).send('officeElsewhere', LEAVE);
    expect(c.facts.offerSigning).toMatchObject({
      left: [{ country: 'FJI', reason: LEAVE.reason }],
      signatures: [{ void: { why: 'takenBack' } }, { void: { why: 'countries', what: ['FJI'] } }],
    });
    expect(c.facts.summary.countries).toEqual(['TZA']);
    expect(refused(c, 'coordinator', ACCEPT).message).toContain('A country that the option covers has left it');
    expect(refused(c, 'officeElsewhere', LEAVE).message).toContain('has left the option already');
    // Whoever thinks again signs, and is in it again.
    c.send('officeElsewhere', SIGN);
    expect(c.facts.offerSigning!.left).toEqual([]);
    expect(isRefusal(c.attempt('coordinator', ACCEPT))).toBe(false);
    expect(isRefusal(c.attempt('coordinator', { type: 'REFUSE_OFFER', reason: 'No.' }))).toBe(false);
  });

  it('is accepted at once by who is coordinator of all its countries', () => {
    const cast = {
      ...castFor(['TZA'], ['esa']),
      coordinator: aPerson(
        'coordinator',
        ...['TZA', 'FJI'].map((c) => assigned('residentCoordinator', { countries: [c] })),
      ),
    };
    const c = aCase({ cast }).offeredToSeveral();
    expect(isRefusal(c.attempt('coordinator', ACCEPT))).toBe(false);
    expect(isRefusal(c.attempt('acting', ACCEPT))).toBe(true);
  });

  it('needs the signatures of a request of several again, also where a form of support alone is offered', () => {
    const content = aContent({ type: 'regional', modality: 'multiCountry', countries: ['TZA', 'KEN'] });
    const kenya = aPerson('officeElsewhere', assigned('residentCoordinator', { countries: ['KEN'] }));
    const c = aCase({ content, cast: { ...castFor(['TZA'], ['esa']), officeElsewhere: kenya } })
      .send('officeElsewhere', SIGN)
      .recommended();
    c.send('approver', { ...anEvent('OFFER_REGIONAL_OPTION', { facts: c.facts }), modality: 'regional' });
    expect(unsigned(c.facts)).toEqual(['KEN']);
    expect(isRefusal(c.attempt('coordinator', ACCEPT))).toBe(true);
    c.send('officeElsewhere', SIGN).send('coordinator', ACCEPT);
    expect(c.facts.together!.signatures).toHaveLength(1);
    expect(c.facts.offerSigning!.signatures).toMatchObject([{ text: 'decision:1' }]);
  });

  it('asks nobody else where one coordinator answers for all', () => {
    const c = aCase().offered();
    expect(c.facts).not.toHaveProperty('offerSigning');
    expect(c.facts.decisions[0]).not.toHaveProperty('offices');
    expect(refused(c, 'coordinator', SIGN).message).toContain('One coordinator signs');
    c.send('coordinator', ACCEPT);
  });

  it('is signed anew when another is offered after the first was refused', () => {
    const c = offered().send('officeElsewhere', SIGN);
    c.send('coordinator', { type: 'REFUSE_OFFER', reason: 'The days are too few.' });
    c.send('approver', { type: 'REOPEN', reason: 'Another option is there.' });
    c.send('approver', { type: 'OFFER_REGIONAL_OPTION', reasons: 'More days.', option: 'regionalTeam:esa' });
    expect(c.facts.offerSigning!.signatures).toEqual([]);
    c.send('coordinator', { type: 'REFUSE_OFFER', reason: 'No.' });
  });

  it('is built again from its record', () => {
    const c = offered().send('officeElsewhere', SIGN).send('officeElsewhere', LEAVE).send('officeElsewhere', SIGN);
    c.send('coordinator', ACCEPT);
    const kept = JSON.parse(JSON.stringify(c.entries)) as Entry[];
    expect(kept.reduce<RequestFacts | null>(evolve, null)).toStrictEqual(c.facts);
  });
});
