import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, type Part } from '../../test/cast.js';
import { aFramework } from '../../test/context.js';
import { anEvent, aSheet, settledAtMedian } from '../../test/events.js';
import { assessmentOf } from './states.js';

const review = (c: CaseBuilder) => assessmentOf(c.facts.state)?.review;
const consultation = (c: CaseBuilder) => assessmentOf(c.facts.state)?.consultation;
const supports = { type: 'ADVISE', position: 'supports', text: 'No other offer in the region.' } as const;
const conflict = { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } } as const;
const none = { type: 'DECLARE', conflict: { declared: false } } as const;
const ask = { type: 'ASK', question: 'Who pays for the second year?' } as const;
const answer = { type: 'ANSWER', answer: 'Two agencies.' } as const;
const silence = (c: CaseBuilder) => c.on(30).send('clock', { type: 'RECORD_SILENCE' });

describe('reviewers', () => {
  it('who all have a conflict leave the case to be appointed for again, and are not asked twice', () => {
    const c = aCase().appointed('amina', 'dina').send('amina', conflict).send('dina', conflict);
    expect(review(c)).toBe('appointing');
    expect(c.attempt('desk', { type: 'APPOINT', reviewers: ['amina', 'bruno'] })).toMatchObject({
      fields: [{ path: 'reviewers.0', message: 'Person amina has a conflict of interest in this request' }],
    });
    expect(review(c.send('desk', { type: 'APPOINT', reviewers: ['bruno', 'chen'] }))).toBe('scoring');
  });

  it('all conflicted while a question is open: the answer leads back to appointing', () => {
    const c = aCase().appointed().send('desk', ask).send('amina', conflict).send('bruno', conflict);
    expect(review(c.send('office', answer))).toBe('appointing');
  });

  it('who learn of a conflict late can declare it until the reveal, also after scoring', () => {
    const c = aCase().appointed('amina', 'bruno', 'chen').scored();
    expect(review(c.send('amina', conflict).revealed())).toBe('revealed');
    expect(c.attempt('bruno', conflict)).toMatchObject({ code: 'notNow' });
    expect(c.send('chair', ask).attempt('bruno', conflict)).toMatchObject({ code: 'notReady' });
  });

  it('are enough when the minimum has scored, and every one who was appointed', () => {
    const c = aCase().appointed('amina', 'dina').send('dina', conflict).scored();
    expect(c.attempt('desk', { type: 'REVEAL' })).toMatchObject({
      message: 'At least 2 reviewers have to score first. Appoint another.',
    });
    c.send('desk', { type: 'APPOINT', reviewers: ['bruno', 'chen'] })
      .send('bruno', none)
      .send('bruno', { type: 'SCORE', scores: aSheet() });
    expect(c.attempt('desk', { type: 'REVEAL' })).toMatchObject({ message: 'Scores are not all in: 1 still to come.' });
    expect(review(c.send('chen', conflict).revealed())).toBe('revealed');
  });

  it('are never fewer than the minimum of the criteria; what counts is all who are appointed and free of conflict', () => {
    const c = aCase().accepted();
    const appoint = (...reviewers: Part[]) => c.attempt('desk', { type: 'APPOINT', reviewers });
    expect(appoint('amina')).toMatchObject({
      code: 'invalid',
      message: 'Choose at least two reviewers: a request is not scored by fewer',
      fields: [{ path: 'reviewers' }],
    });
    c.appointed('amina', 'bruno');
    expect(appoint('chen')).not.toHaveProperty('refused');
    c.send('amina', conflict);
    expect(appoint('chen')).not.toHaveProperty('refused');
    c.send('bruno', conflict);
    expect(appoint('chen')).toMatchObject({ message: expect.stringMatching(/^Choose at least two reviewers/) });
    const three = { ...aFramework(), minimumReviewers: 3 };
    const d = aCase({ context: { frameworkFor: () => three } }).appointed('amina', 'bruno', 'chen');
    d.send('amina', conflict).send('bruno', conflict);
    expect(d.attempt('desk', { type: 'APPOINT', reviewers: ['dina'] })).toMatchObject({
      message: 'Choose at least two more: a request is scored by at least three reviewers, and one is appointed',
    });
  });

  it('serve no Resident Coordinator of a country of the request', () => {
    const { cast } = aCase();
    const both = (countries: string[]) => ({
      ...cast.amina,
      assignments: [assigned('reviewer'), assigned('actingCoordinator', { countries })],
    });
    const attempt = (countries: string[]) =>
      aCase({ cast: { ...cast, amina: both(countries) } })
        .accepted()
        .attempt('desk', { type: 'APPOINT', reviewers: ['amina', 'bruno'] });
    expect(attempt(['KEN', 'TZA'])).toMatchObject({
      fields: [
        {
          path: 'reviewers.0',
          message: 'Person amina serves the Resident Coordinator of a country of this request and cannot review it',
        },
      ],
    });
    expect(attempt(['KEN'])).not.toHaveProperty('refused');
  });

  it('cannot be added after the reveal: they would not score blind', () => {
    const c = aCase().revealed().send('chair', ask);
    expect(c.attempt('desk', { type: 'APPOINT', reviewers: ['chen'] })).toMatchObject({ code: 'notReady' });
  });

  it('score the version that they have read', () => {
    const c = aCase().declared();
    expect(c.attempt('amina', { type: 'SCORE', scores: aSheet(), requestVersion: 2 })).toMatchObject({
      code: 'notReady',
    });
    c.send('amina', { type: 'SCORE', scores: aSheet(), requestVersion: 1 });
    expect(c.facts.reviewers[0]).toMatchObject({ requestVersion: 1, draft: null });
  });

  it('finish once; what was saved in hand goes with the finished sheet', () => {
    const c = aCase()
      .declared()
      .send('amina', anEvent('SAVE_SCORES', { facts: null }))
      .send('amina', { type: 'SCORE', scores: aSheet() });
    for (const type of ['SCORE', 'SAVE_SCORES'] as const)
      expect(c.attempt('amina', anEvent(type, { facts: c.facts }))).toMatchObject({ code: 'notReady' });
  });
});

describe('a question to the country office', () => {
  it.each<[string, () => CaseBuilder, Part]>([
    ['appointing', () => aCase().accepted(), 'desk'],
    ['scoring', () => aCase().declared(), 'amina'],
    ['revealed', () => aCase().revealed(), 'bruno'],
    ['moderation', () => aCase().inModeration(), 'chair'],
  ])('asked while %s leads back to it with the answer', (state, make, by) => {
    const c = make().send(by, ask);
    expect(review(c)).toBe('clarification');
    expect(review(c.send('office', answer))).toBe(state);
    expect(c.facts.clarifications[0]).toMatchObject({
      askedBy: { id: by },
      answer: 'Two agencies.',
      answeredBy: { id: 'office' },
    });
  });

  it('asked before reviewers are appointed does not keep the desk officer from appointing them', () => {
    const c = aCase()
      .asked()
      .send('desk', { type: 'APPOINT', reviewers: ['amina', 'bruno'] });
    expect(review(c)).toBe('clarification');
    expect(review(c.send('office', answer))).toBe('scoring');
  });

  it('is not the only one: the review goes on when the last is answered or closed', () => {
    const c = aCase().asked().send('chair', { type: 'ASK', question: 'And the third year?' });
    expect(c.attempt('office', answer)).toMatchObject({
      code: 'invalid',
      message: 'Say which question this is about.',
    });
    const [first, second] = c.facts.clarifications;
    expect(review(c.send('office', { ...answer, questionId: second!.id }))).toBe('clarification');
    expect(review(c.send('desk', { type: 'CLOSE_QUESTION', questionId: first!.id, reason: 'Too late now.' }))).toBe(
      'appointing',
    );
    expect(c.facts.clarifications[0]).toMatchObject({ answer: null, closedReason: 'Too late now.' });
  });

  it('lets reviewers go on scoring; the scores are revealed after the answer', () => {
    const c = aCase().appointed().send('desk', ask).scored();
    expect(c.attempt('desk', { type: 'REVEAL' })).toMatchObject({ code: 'notNow' });
    expect(review(c.send('office', answer).revealed())).toBe('revealed');
  });
});

describe('moderation and settlement', () => {
  const wide = () => aCase().inModeration();
  const settle = (c: CaseBuilder, change: object = {}) =>
    ({ type: 'SETTLE', settled: { ...settledAtMedian(c.facts), ...change } }) as const;

  it('a spread of 2 makes moderation obligatory, and a note of it', () => {
    const c = wide();
    expect(review(c)).toBe('moderation');
    expect(c.attempt('chair', settle(c))).toMatchObject({ fields: [{ path: 'moderation.note' }] });
    expect(review(c.send('chair', { ...settle(c), moderation: { note: 'Both views were kept.' } }))).toBe('settled');
  });

  it('stays until the chair settles, even when the scores have come together', () => {
    const c = wide().send('bruno', { type: 'REVISE', scores: { sustainability: { score: 4, reason: 'Persuaded.' } } });
    expect(review(c)).toBe('moderation');
  });

  it('a revision that opens the spread leads there from revealed scores', () => {
    const c = aCase()
      .revealed()
      .send('bruno', { type: 'REVISE', scores: { ownership: { score: 1, reason: 'Read again.' } } });
    expect(review(c)).toBe('moderation');
  });

  it('the chair says why where the settled score leaves the median', () => {
    const c = aCase().revealed();
    const off = settle(c, { ownership: { score: 4, reason: null } });
    expect(c.attempt('chair', off)).toMatchObject({
      fields: [
        { path: 'settled.ownership.reason', message: 'Say why the settled score of Ownership leaves the median' },
      ],
    });
    expect(review(c.send('chair', settle(c, { ownership: { score: 4, reason: 'The annex shows it.' } })))).toBe(
      'settled',
    );
  });

  it('a score within the range of an even median needs no reason', () => {
    const c = wide();
    const settled = settle(c, { sustainability: { score: 2, reason: null } });
    expect(review(c.send('chair', { ...settled, moderation: { note: 'Half-way.' } }))).toBe('settled');
  });

  it('review and advice both have to be finished before the panel recommends', () => {
    const c = aCase().settled();
    expect(c.attempt('chair', anEvent('RECOMMEND', { facts: c.facts }))).toMatchObject({ code: 'notNow' });
    expect(c.send('team', supports).facts.state).toBe('recommendation');
    expect(silence(aCase().settled()).facts.state).toBe('recommendation');
    expect(aCase().advised().settled().facts.state).toBe('recommendation');
  });

  it('the panel can send the case back to the reviewers, and settling leads to it again', () => {
    for (const c of [aCase().withPanel(), silence(aCase().settled())]) {
      c.send('chair', { type: 'REASSESS', reason: 'New facts.' });
      expect(c.facts).toMatchObject({ state: { assessment: { review: 'moderation' } }, settled: null });
      c.send('amina', { type: 'REVISE', scores: { ownership: { score: 2, reason: 'New facts.' } } });
      c.send('chair', anEvent('SETTLE', { facts: c.facts }));
      expect(c.facts.state).toBe('recommendation');
      c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
      expect(c.facts.state).toBe('decision');
    }
  });

  it('a case sent back remembers whether the region had answered', () => {
    const back = (c: CaseBuilder) => consultation(c.send('chair', { type: 'REASSESS', reason: 'New facts.' }));
    expect(back(aCase().withPanel())).toBe('answered');
    expect(back(silence(aCase().settled()))).toBe('silent');
    expect(back(silence(aCase().settled()).send('team', supports))).toBe('answered');
  });
});
