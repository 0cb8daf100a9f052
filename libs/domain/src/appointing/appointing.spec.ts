import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, type Part } from '../../test/cast.js';
import { anEvent, aSheet } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { keysFor, locksOf, maySee, postKeysFor, tiersFor } from '../people/access.js';
import { assessmentOf } from '../request/states.js';
import { lineData } from '../request/record-access.js';
import { assessmentView } from '../review/view.js';
import { countingSheets } from '../request/facts.js';
import { todosFor } from '../time/todo.js';

const review = (c: CaseBuilder) => assessmentOf(c.facts.state)?.review;
const state = (c: CaseBuilder, id: Part) => c.facts.reviewers.find((r) => r.person.id === id)?.state;
const none = { type: 'DECLARE', conflict: { declared: false } } as const;
const decline = { type: 'DECLINE_APPOINTMENT', code: 'AWAY', reason: 'I am on leave until July.' } as const;
const release = (person: Part) =>
  ({ type: 'RELEASE', person, code: 'NO_ANSWER', reason: 'Two mails without an answer.' }) as const;
const conflictOf = (person: Part) =>
  ({ type: 'RECORD_CONFLICT', person, kind: 'family', reason: 'A brother works for the Government.' }) as const;
const appoint = (...reviewers: Part[]) => ({ type: 'APPOINT', reviewers }) as const;
const clockOf = (c: CaseBuilder, id: Part) => c.facts.clocks.find((k) => k.key === `appointment:${id}`);

describe('an appointment', () => {
  it('waits three working days for an answer, one on the urgent track, and then is the desk officer’s to chase', () => {
    const c = aCase({ at: '2027-03-01T09:00:00.000Z' }).appointed('amina', 'bruno');
    expect(clockOf(c, 'amina')).toMatchObject({ holder: 'reviewer', dueOn: '2027-03-04', personId: 'amina' });
    expect(clockOf(c, 'amina')!.steps.map((s) => s.kind)).toEqual(['reminder', 'due', 'overdue', 'escalation']);
    expect(todosFor(c.facts, c.cast.amina).map((t) => t.what)).toContain('Take the appointment up, or decline it');
    const soon = aCase({ content: { ...aCase().content, track: 'urgent', urgentReason: 'The election is in May.' } });
    expect(clockOf(soon.on('2027-03-01').appointed('amina', 'bruno'), 'amina')).toMatchObject({ dueOn: '2027-03-02' });
  });

  it('is taken up by declaring no conflict of interest, and the time of the review is what it was', () => {
    const c = aCase().appointed('amina', 'bruno');
    const due = c.facts.clocks.find((k) => k.key === 'review:amina')!.dueOn;
    c.on(2).send('amina', none);
    expect(clockOf(c, 'amina')).toBeUndefined();
    expect(c.facts.clocks.find((k) => k.key === 'review:amina')!.dueOn).toBe(due);
  });

  it('is declined with a reason, which opens nothing, and the desk officer is told', () => {
    const c = aCase().appointed('amina', 'bruno').send('amina', decline);
    expect(c.last!.notices).toEqual([{ name: 'appointmentDeclined' }]);
    expect([maySee(c.cast.amina, c.facts), availableActions(c.facts, c.cast.amina)]).toEqual([false, []]);
    expect(c.facts.clocks.some((k) => k.personId === 'amina')).toBe(false);
    expect(c.attempt('amina', decline)).toMatchObject({ code: 'notFound' });
  });

  it('that all decline leaves the case to be appointed for again, and who declined may be asked again', () => {
    const c = aCase().appointed('amina', 'bruno').send('amina', decline);
    expect(review(c)).toBe('scoring');
    c.send('bruno', decline);
    expect(review(c)).toBe('appointing');
    expect(c.last!.notices.map((n) => n.name)).toEqual(['appointmentDeclined', 'reviewersWanted']);
    expect(review(c.send('desk', appoint('chen', 'amina')))).toBe('scoring');
    expect(state(c, 'amina')).toBe('appointed');
  });

  it('declined after scoring began keeps the draft in the record for nobody, and gives it back to who is appointed again', () => {
    const c = aCase().declared();
    c.send('amina', anEvent('SAVE_SCORES', { facts: c.facts }));
    const { draft } = c.facts.reviewers[0]!;
    c.send('amina', decline);
    expect(draft).not.toBeNull();
    for (const part of ['desk', 'chair', 'bruno', 'auditor'] as const)
      expect(assessmentView(c.cast[part], c.facts)!.draft).toBeNull();
    expect(assessmentView(c.cast.amina, c.facts)).toBeNull();
    c.send('desk', appoint('amina')).send('amina', none);
    expect(assessmentView(c.cast.amina, c.facts)!.draft).toEqual(draft);
  });

  it('cannot be declined once the scores are given: they stay', () => {
    const c = aCase().appointed('amina', 'bruno').scored();
    expect(c.attempt('amina', decline)).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^You have finished your scores, and they stay/),
    });
  });
});

describe('the desk officer', () => {
  it('releases a reviewer and appoints another; revealing does not wait for who was released', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen').send('amina', none).send('bruno', none);
    for (const by of ['amina', 'bruno'] as const) c.send(by, { type: 'SCORE', scores: aSheet() });
    expect(c.attempt('desk', { type: 'REVEAL' })).toMatchObject({ code: 'notReady' });
    c.send('desk', release('chen'));
    expect(c.last!.notices).toEqual([{ name: 'reviewerReleased', personId: 'chen' }, { name: 'scoresComplete' }]);
    expect(maySee(c.cast.chen, c.facts)).toBe(false);
    expect(review(c.send('desk', { type: 'REVEAL' }))).toBe('revealed');
  });

  it('takes the lock from who had taken the appointment up', () => {
    const c = aCase().declared();
    expect(locksOf(c.facts)).toContain('reviewer:amina');
    c.send('desk', release('amina'));
    expect(locksOf(c.facts)).not.toContain('reviewer:amina');
    expect(tiersFor(c.cast.amina, c.facts).size).toBe(0);
  });

  it('releases nobody who has scored, nobody after the reveal, and not themselves', () => {
    const c = aCase()
      .appointed('amina', 'bruno')
      .send('amina', none)
      .send('amina', { type: 'SCORE', scores: aSheet() });
    expect(c.attempt('desk', release('amina'))).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/^Person amina has finished the scores, and they stay/),
    });
    expect(aCase().revealed().attempt('desk', release('amina'))).toMatchObject({ code: 'notNow' });
    const { cast } = aCase();
    const two = {
      ...cast,
      bruno: { ...cast.bruno, assignments: [...cast.bruno.assignments, assigned('deskOfficer')] },
    };
    const d = aCase({ cast: two }).appointed('amina', 'bruno');
    expect(d.attempt('bruno', release('bruno'))).toMatchObject({ message: expect.stringMatching(/your own/) });
  });

  it('who is a reviewer too does not score what they checked for completeness', () => {
    const { cast } = aCase();
    const two = { ...cast, desk: { ...cast.desk, assignments: [...cast.desk.assignments, assigned('reviewer')] } };
    expect(aCase({ cast: two }).accepted().attempt('desk', appoint('desk', 'amina'))).toMatchObject({
      fields: [{ message: 'Person desk checked this request for completeness, so somebody else scores it' }],
    });
  });

  it('is a reviewer no more by a released appointment: what they do, they do as desk officer', () => {
    const { cast } = aCase();
    const two = { ...cast, bruno: { ...cast.bruno, assignments: [assigned('reviewer'), assigned('deskOfficer')] } };
    const c = aCase({ cast: two }).appointed('amina', 'bruno', 'chen').send('bruno', decline);
    c.send('bruno', { type: 'ASK', question: 'Who pays?' });
    expect(c.entries.at(-1)).toMatchObject({ role: 'deskOfficer' });
  });
});

describe('a conflict of interest', () => {
  it('is recorded by the chair for a reviewer, whose scores no longer count and who sees nothing more', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen').scored().send('chair', conflictOf('amina'));
    expect(state(c, 'amina')).toBe('conflicted');
    expect(c.facts.reviewers[0]!.conflict).toMatchObject({ by: { id: 'chair' } });
    expect(maySee(c.cast.amina, c.facts)).toBe(false);
    expect(Object.keys(countingSheets(c.revealed().facts))).toEqual(['bruno', 'chen']);
    c.send('chair', conflictOf('bruno'));
    expect(c.attempt('chair', conflictOf('chen'))).toMatchObject({
      message: expect.stringMatching(/^No scores would remain/),
    });
    expect(Object.keys(countingSheets(c.facts))).toEqual(['chen']);
    const settle = { type: 'SETTLE', settled: aSheet() } as const;
    expect(c.attempt('chair', settle)).toMatchObject({ fields: [{ path: 'moderation.note' }] });
    expect(review(c.send('chair', { ...settle, moderation: { note: 'Two had a conflict.' } }))).toBe('settled');
  });

  it('of somebody else is the chair’s alone to record; why, only those read who appoint', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen');
    expect(c.attempt('desk', conflictOf('amina'))).toMatchObject({ code: 'notYourRole' });
    c.send('bruno', none).send('chair', conflictOf('amina'));
    const line = { event: 'RECORD_CONFLICT', actorId: 'chair', data: c.entries.at(-1)!.data } as const;
    expect(lineData(c.cast.bruno, c.facts, line)).toMatchObject({ kind: null, reason: '' });
    expect(lineData(c.cast.desk, c.facts, line)).toMatchObject({ kind: 'family' });
  });

  it('that somebody else recorded ends the appointment: they are told so, and the desk officer is to appoint another', () => {
    const c = aCase().appointed('amina', 'bruno').send('amina', none);
    expect(todosFor(c.facts, c.cast.desk)).toEqual([]);
    c.send('chair', conflictOf('amina'));
    expect(c.last!.notices).toEqual([{ name: 'conflictDeclared' }, { name: 'appointmentEnded', personId: 'amina' }]);
    expect(todosFor(c.facts, c.cast.desk).map((t) => t.what)).toEqual(['Appoint reviewers']);
    // Of what they declare themselves they know.
    const own = { ...none, conflict: { declared: true, kind: 'other', reason: 'A friend.' } } as const;
    expect(c.send('bruno', own).last!.notices.map((n) => n.name)).not.toContain('appointmentEnded');
  });

  it('that was registered by an administrator hands the review back, until the scores are revealed', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen').scored();
    const back = { type: 'HAND_BACK_REVIEW', person: 'amina' } as const;
    expect(c.attempt('chair', back)).toMatchObject({ code: 'notYourRole' });
    c.send('clock', back);
    expect(c.last!.notices).toEqual([{ name: 'conflictDeclared' }, { name: 'appointmentEnded', personId: 'amina' }]);
    expect([state(c, 'amina'), maySee(c.cast.amina, c.facts)]).toEqual(['conflicted', false]);
    const line = { event: 'HAND_BACK_REVIEW', actorId: c.cast.clock.id, data: c.entries.at(-1)!.data } as const;
    expect(lineData(c.cast.bruno, c.facts, line)).toEqual({ person: c.facts.reviewers[0]!.person, reason: '' });
    expect(lineData(c.cast.desk, c.facts, line)).toMatchObject({ reason: expect.stringContaining('was registered') });
    expect(c.revealed().attempt('clock', { ...back, person: 'bruno' })).toMatchObject({ code: 'notNow' });
    c.send('bruno', { type: 'ASK', question: 'Who pays?' });
    expect(c.attempt('clock', { ...back, person: 'bruno' })).toMatchObject({ code: 'notReady' });
  });

  it('takes no settled scores out', () => {
    const c = aCase().settled();
    expect(c.attempt('chair', conflictOf('amina'))).toMatchObject({ code: 'notReady' });
  });

  it('of a chair is recorded by the chair, who from then on knows nothing of the case', () => {
    const c = aCase().withPanel().send('chair', conflictOf('chair'));
    expect([maySee(c.cast.chair, c.facts), availableActions(c.facts, c.cast.chair)]).toEqual([false, []]);
    expect(todosFor(c.facts, c.cast.chair)).toEqual([]);
    expect(c.attempt('chair', anEvent('RECOMMEND', { facts: c.facts }))).toMatchObject({ code: 'notFound' });
  });

  it('that is registered with a country closes its requests to whoever judges, and no post', () => {
    const c = aCase().appointed('amina', 'bruno').scored();
    for (const part of ['desk', 'chair', 'approver', 'amina', 'auditor'] as const) {
      const conflicted = { ...c.cast[part], conflicts: ['TZA'] };
      expect([part, maySee(conflicted, c.facts)]).toEqual([part, false]);
      expect(availableActions(c.facts, conflicted)).toEqual([]);
      expect(maySee({ ...conflicted, conflicts: ['KEN'] }, c.facts)).toBe(true);
      expect(postKeysFor(conflicted)).toEqual({ any: keysFor(c.cast[part]).any, none: [] });
    }
    // Who serves the country works on its requests, whatever is registered: they never judge them.
    expect(maySee({ ...c.cast.coordinator, conflicts: ['TZA'] }, c.facts)).toBe(true);
  });

  it('that is registered keeps somebody from being appointed, in a sentence that does not say what it is', () => {
    const { cast } = aCase();
    const c = aCase({ cast: { ...cast, amina: { ...cast.amina, conflicts: ['TZA'] } } }).accepted();
    expect(c.attempt('desk', appoint('amina', 'bruno'))).toMatchObject({
      fields: [{ message: 'Person amina has a registered conflict of interest with a country of this request' }],
    });
  });
});
