import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { anEvent, aSheet } from '../../test/events.js';
import { decide } from '../decide.js';
import { locksOf, readsDraft } from '../people/access.js';
import { isRefusal } from '../refusal.js';
import { asSubmitted } from '../request/frozen.js';
import { lineData, readableLines } from '../request/record-access.js';
import { assessmentOf } from '../request/states.js';
import { todosFor } from '../time/todo.js';
import { asInHand } from './in-hand.js';

const ASK = { type: 'ASK', question: 'For how long?', mayChange: true } as const;
const AMEND = { type: 'AMEND', declaration: true, note: 'Three years, as the government asked.' } as const;
const RETITLE = { type: 'EDIT', patch: { title: 'An adviser for three years' } } as const;
const review = (c: CaseBuilder) => assessmentOf(c.facts.state)?.review;
const reviewer = (c: CaseBuilder, id: string) => c.facts.reviewers.find((r) => r.person.id === id)!;
const told = (c: CaseBuilder) => c.last!.notices.map((n) => n.name);
const open = (c: CaseBuilder) => c.facts.clarifications.find((q) => q.answer === null)!.id;

describe('a request that is changed while it is judged', () => {
  it('is changed only while a question allows it', () => {
    for (const [c, part] of [
      [aCase().declared(), 'office'],
      [aCase().asked(), 'office'],
      [aCase().revealed(), 'coordinator'],
    ] as const)
      for (const type of ['EDIT', 'ATTACH', 'DETACH', 'DROP_CHANGE'] as const)
        expect(c.attempt(part, anEvent(type, { facts: c.facts }))).toMatchObject({
          code: 'notNow',
          message: expect.stringContaining('only while a question of OHCHR is open that allows a change'),
        });
  });

  it('stands as it was submitted, to everybody but the office, until the change is submitted', () => {
    const c = aCase().declared();
    const judged = c.facts;
    c.send('desk', ASK)
      .send('office', RETITLE)
      .send('office', anEvent('ATTACH', { facts: c.facts }));
    const { summary, documents, version, frozen } = c.facts;
    expect({ summary, documents, version, frozen }).toEqual({
      summary: judged.summary,
      documents: judged.documents,
      version: 1,
      frozen: judged.frozen,
    });
    expect(JSON.stringify(asSubmitted(c.facts))).not.toMatch(/three years|Letter 0/);
    expect(locksOf(c.facts)).toEqual(locksOf(judged));
    const own = asInHand(c.facts);
    expect([own.summary.title, own.documents.length]).toEqual(['An adviser for three years', 1]);
    const readers = (['office', 'coordinator', 'desk', 'amina', 'team', 'chair'] as const).filter((part) =>
      readsDraft(c.cast[part], c.facts),
    );
    expect(readers).toEqual(['office', 'coordinator']);
    for (const part of ['desk', 'amina', 'team', 'chair', 'regionalOffice'] as const)
      expect(readableLines(c.cast[part], c.facts).events).not.toContain('EDIT');
  });

  it('keeps who judges it, and by what', () => {
    const c = aCase().accepted().send('desk', ASK);
    for (const [path, patch] of [
      ['type', { type: 'extension' }],
      ['track', { track: 'urgent', urgentReason: 'An election.' }],
    ] as const)
      expect(c.attempt('office', { type: 'EDIT', patch })).toMatchObject({ code: 'invalid', fields: [{ path }] });
  });

  it('goes on with its time: the clock of the review stands still, that of the office runs', () => {
    const c = aCase().declared().send('desk', ASK);
    const clocks = c.facts.clocks;
    c.on(1).send('office', RETITLE);
    expect(c.facts.clocks).toEqual(clocks);
    expect(todosFor(c.facts, c.cast.office).map((t) => t.clock.key)).toEqual(['clarification']);
    expect(todosFor(c.facts, c.cast.coordinator).map((t) => t.clock.key)).toEqual(['clarification']);
  });

  it('is not answered in words as long as a change is not submitted', () => {
    const c = aCase().changed();
    const answer = { type: 'ANSWER', questionId: open(c), answer: 'Three years.' } as const;
    expect(c.attempt('office', answer)).toMatchObject({
      code: 'notReady',
      message: expect.stringMatching(/changed since version 1.*Submit it as a new version.*or take the change back/),
    });
    c.send('office', { type: 'DROP_CHANGE' });
    expect([c.content, c.facts.changeInHand]).toEqual([c.judged, null]);
    c.send('office', answer);
    expect(review(c)).toBe('appointing');
  });

  it('has no change when everything was put back by hand', () => {
    const { title } = aCase().content;
    const c = aCase().changed().send('office', { type: 'EDIT', patch: { title } });
    expect(c.facts.changeInHand).toBeNull();
    c.send('office', anEvent('ATTACH', { facts: c.facts }));
    const { id } = c.facts.changeInHand!.documents[0]!;
    expect(c.send('office', { type: 'DETACH', documentId: id }).facts.changeInHand).toBeNull();
    expect(c.attempt('coordinator', AMEND)).toMatchObject({
      code: 'notReady',
      message:
        'Nothing differs from version 1, which is being judged. Change the request first, or answer the question in words.',
    });
  });

  it('is put aside when the desk officer goes on without an answer, and when the request is withdrawn', () => {
    for (const [by, event] of [
      ['desk', { type: 'CLOSE_QUESTION', reason: 'It would come too late.' }],
      ['coordinator', { type: 'WITHDRAW', code: 'NO_FUNDS', reason: 'None.' }],
    ] as const) {
      const c = aCase().changed().send(by, event);
      expect(c.facts.changeInHand).toBeNull();
      expect(c.content).toEqual(c.judged);
      expect(c.attempt('coordinator', AMEND)).toMatchObject({ code: 'notNow' });
    }
  });

  it('stays in hand while another question that allows it is open', () => {
    const c = aCase().changed().send('chair', ASK);
    const [first] = c.facts.clarifications;
    c.send('desk', { type: 'CLOSE_QUESTION', questionId: first!.id, reason: 'Answered by telephone.' });
    expect(c.facts.changeInHand).not.toBeNull();
    expect(c.send('coordinator', AMEND).facts.version).toBe(2);
  });
});

describe('a new version of a request that is being judged', () => {
  it('is frozen, answers the questions that allowed it, and lets the review go on', () => {
    const c = aCase().declared().send('desk', { type: 'ASK', question: 'Who pays?' }).changed();
    c.send('coordinator', AMEND);
    expect(c.facts).toMatchObject({ version: 2, changeInHand: null, frozen: { unchanged: false } });
    expect(c.facts.summary.title).toBe('An adviser for three years');
    expect(c.facts.clarifications.map((q) => [q.answer, q.answeredIn])).toEqual([
      [null, undefined],
      [AMEND.note, 2],
    ]);
    // The other question is still with the office.
    expect(review(c)).toBe('clarification');
    c.send('office', { type: 'ANSWER', answer: 'Two agencies.' });
    expect(review(c)).toBe('scoring');
    expect(c.judged).toEqual(c.content);
  });

  it('is signed by a coordinator alone, or by who acts for them, with a note', () => {
    const c = aCase().changed();
    for (const part of ['office', 'desk', 'amina', 'team', 'fund'] as const)
      expect(isRefusal(c.attempt(part, AMEND))).toBe(true);
    expect(c.attempt('coordinator', { ...AMEND, note: ' ' })).toMatchObject({ fields: [{ path: 'note' }] });
    const acted = c.attempt('acting', AMEND);
    expect(acted).toMatchObject({ entry: { actingFor: expect.any(String), data: { version: 2 } } });
  });

  it('names the agencies that had not answered', () => {
    const c = aCase().send('office', anEvent('INVITE_ENDORSERS', { facts: null }));
    c.changed().send('coordinator', AMEND);
    const [asked] = c.facts.endorsers!;
    expect(c.last!.entry.data).toMatchObject({ version: 2, unanswered: [asked!.agency] });
    expect(aCase().changed().send('coordinator', AMEND).last!.entry.data).not.toHaveProperty('unanswered');
  });

  it('can come after the day of the office, and not twice', () => {
    const c = aCase().changed().on(60).send('coordinator', AMEND);
    expect(c.attempt('coordinator', AMEND)).toMatchObject({ code: 'notNow' });
    expect(c.attempt('office', RETITLE)).toMatchObject({ code: 'notNow' });
  });

  it('gives scores that nobody has seen back to their reviewers, as a draft that names the version', () => {
    const c = aCase()
      .scored(aSheet(1, 2, 3, 4, 3))
      .changed();
    const [before] = [reviewer(c, 'amina')];
    c.send('coordinator', AMEND);
    expect(reviewer(c, 'amina')).toMatchObject({
      state: 'cleared',
      draft: before.first,
      first: null,
      requestVersion: null,
      draftVersions: { ownership: 1, commitment: 1 },
    });
    expect(review(c)).toBe('scoring');
    expect(c.facts.clocks.filter((k) => k.holder === 'reviewer')).toHaveLength(2);
    c.send('amina', { type: 'SCORE', scores: before.first!, requestVersion: 2 });
    expect(reviewer(c, 'amina')).toMatchObject({ state: 'scored', requestVersion: 2, first: before.first });
    // What was scored first stays in the record.
    expect(c.entries.filter((e) => e.event === 'SCORE').map((e) => e.data)).toMatchObject([
      { requestVersion: 1 },
      { requestVersion: 1 },
      { requestVersion: 2 },
    ]);
  });

  it('names the version of every criterion of a draft in work, also of one kept before versions were', () => {
    const c = aCase()
      .declared()
      .send('amina', anEvent('SAVE_SCORES', { facts: null }));
    c.facts = { ...c.facts, reviewers: c.facts.reviewers.map(({ draftVersions: _v, ...r }) => r) };
    expect(reviewer(c.amended(), 'amina').draftVersions).toEqual({ ownership: 1 });
  });

  it('leaves scores that are revealed beside the version that they judged, to be revised', () => {
    for (const stage of ['revealed', 'moderation'] as const) {
      const c = stage === 'revealed' ? aCase().revealed() : aCase().inModeration();
      c.amended();
      expect(review(c)).toBe(stage);
      expect(reviewer(c, 'amina')).toMatchObject({ state: 'scored', requestVersion: 1 });
      c.send('amina', { type: 'REVISE', scores: { ownership: { score: 3, reason: 'Clear now.' } } });
      expect(reviewer(c, 'amina')).toMatchObject({ requestVersion: 1, revisedVersion: 2 });
    }
  });

  it('leaves advice on the version that was read, to be asked for again', () => {
    const c = aCase().advised().amended();
    expect(c.facts.consultation.map((p) => [p.state, p.advice?.requestVersion])).toEqual([
      ['answered', 1],
      ['answered', 1],
    ]);
    c.send('desk', { type: 'RECONSULT', parties: ['regionalTeam:esa'], reason: 'Version 2.' });
    c.send('team', { type: 'ADVISE', position: 'supports', text: 'Still.', requestVersion: 2 });
    expect(c.facts.consultation[0]!.advice).toMatchObject({ requestVersion: 2 });
  });

  it('asks the desk officer to ask those who advised again, or to let their advice stand with a reason', () => {
    const todo = (c: CaseBuilder) => todosFor(c.facts, c.cast.desk).filter((t) => t.clock.key === 'outdatedAdvice');
    const stand = { type: 'LET_ADVICE_STAND', reason: 'The cost alone has changed.' } as const;
    const c = aCase().advised();
    expect(c.attempt('desk', stand)).toMatchObject({ code: 'notReady' });
    c.amended();
    expect(todo(c).map((t) => [t.what, t.clock.holder])).toEqual([
      ['Ask for advice again, or let it stand', 'deskOfficer'],
    ]);
    for (const part of ['office', 'team', 'amina'] as const) expect(isRefusal(c.attempt(part, stand))).toBe(true);
    const asked = aCase().advised().amended();
    asked.send('desk', {
      type: 'RECONSULT',
      parties: asked.facts.consultation.map((p) => p.key),
      reason: 'Version 2.',
    });
    expect(todo(asked)).toEqual([]);
    c.send('desk', stand);
    expect(todo(c)).toEqual([]);
    expect(c.facts.consultation.map((p) => [p.state, p.advice?.requestVersion, p.stands?.requestVersion])).toEqual(
      c.facts.consultation.map(() => ['answered', 1, 2]),
    );
    expect(c.attempt('desk', stand)).toMatchObject({ code: 'notReady' });
    // A later version asks anew, and whoever is asked again has nothing left to stand.
    c.amended({ title: 'An adviser for four years' });
    expect(todo(c)).toHaveLength(1);
    const [first] = c.facts.consultation.map((p) => p.key);
    c.send('desk', { type: 'RECONSULT', parties: [first!], reason: 'Version 3.' });
    expect(c.facts.consultation[0]).not.toHaveProperty('stands');
  });

  it('asks the desk officer nothing where nobody had advised', () => {
    expect(todosFor(aCase().declared().amended().facts, aCase().cast.desk).map((t) => t.clock.key)).not.toContain(
      'outdatedAdvice',
    );
  });

  it('tells whoever waits, and says nothing of the scores to the country and the regions', () => {
    const c = aCase().scored().amended();
    expect(told(c)).toEqual(['newVersion', 'newVersionToScore', 'newVersionForAdvice']);
    const line = { event: 'AMEND' as const, actorId: 'coordinator', data: c.last!.entry.data };
    expect(lineData(c.cast.team, c.facts, line)).toEqual({
      version: 2,
      note: expect.any(String),
      gapsReason: null,
      fingerprint: expect.any(String),
    });
  });
});

describe('quotations', () => {
  const quoting = (words: string) => ({
    ...aSheet(),
    ownership: { score: 3 as const, reason: 'Said so.', evidence: [`2.1 “${words}”`] },
  });
  it('are looked for in the version that is judged, not in what the office has in hand', () => {
    const c = aCase().declared().changed({ title: 'Words in hand' });
    const outcome = decide(c.facts, c.cast.amina, { type: 'SCORE', scores: quoting('Words in hand') }, c.contextNow());
    expect(outcome).toMatchObject({ fields: [{ message: expect.stringContaining('not in version 1') }] });
    expect(isRefusal(c.attempt('amina', { type: 'SCORE', scores: quoting('agreed on it') }))).toBe(false);
  });
  it('of revealed scores stay bound to the version from which they came', () => {
    const c = aCase().scored(quoting('agreed on it')).revealed();
    const cut = Object.fromEntries(Object.keys(c.content.sections!).map((key) => [key, null]));
    c.changed({ sections: { ...cut, context: 'Written anew.' } });
    c.send('coordinator', { ...AMEND, gapsReason: 'More follows.' });
    c.send('amina', { type: 'REVISE', scores: { ownership: { ...quoting('agreed on it').ownership, score: 2 } } });
    expect(reviewer(c, 'amina').revised!.ownership!.quotes).toEqual([
      { paragraph: '2.1', quote: 'agreed on it', version: 1 },
    ]);
  });
});
