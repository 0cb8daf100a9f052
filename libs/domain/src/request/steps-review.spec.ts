import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { assigned, castFor, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { aFramework } from '../../test/context.js';
import { anEvent, aSheet, settledAtMedian } from '../../test/events.js';
import { todosFor } from '../time/todo.js';
import { submittedSummary, warningsBefore } from './frozen.js';
import { assessmentOf } from './states.js';

const review = (c: CaseBuilder) => assessmentOf(c.facts.state)?.review;
const consultation = (c: CaseBuilder) => assessmentOf(c.facts.state)?.consultation;
const supports = { type: 'ADVISE', position: 'supports', text: 'No other offer in the region.' } as const;
const conflict = { type: 'DECLARE', conflict: { declared: true, kind: 'served', reason: 'I served there.' } } as const;
const none = { type: 'DECLARE', conflict: { declared: false } } as const;
const ask = { type: 'ASK', question: 'Who pays for the second year?' } as const;
const answer = { type: 'ANSWER', answer: 'Two agencies.' } as const;
const silence = (c: CaseBuilder) => c.on(30).send('clock', { type: 'RECORD_SILENCE' });

describe('consultation', () => {
  it('ends when the regional team has advised; the OHCHR office is not waited for', () => {
    const c = aCase().accepted().send('regionalOffice', supports);
    expect(consultation(c)).toBe('awaited');
    expect(consultation(c.send('team', supports))).toBe('answered');
    expect(consultation(aCase().accepted().send('team', supports))).toBe('answered');
  });

  it('names as silent whoever did not answer: silence is recorded, never taken for consent', () => {
    const c = silence(aCase().accepted().send('regionalOffice', supports));
    expect(consultation(c)).toBe('silent');
    expect(c.facts.consultation.map((x) => [x.key, x.state])).toEqual([
      ['regionalTeam:esa', 'silent'],
      ['regionalOffice:esa', 'answered'],
    ]);
  });

  it('lets late advice in and marks it as late; the silence of the day stays recorded', () => {
    const c = silence(aCase().accepted()).send('team', supports);
    expect(consultation(c)).toBe('silent');
    expect(c.facts.consultation[0]).toMatchObject({ state: 'answered', advice: { late: true } });
    expect(c.attempt('team', supports)).toMatchObject({ code: 'notReady' });
  });

  it('is open to the office that was not waited for, in time during the review and late with the panel', () => {
    const c = aCase().accepted().send('team', supports);
    const late = (x: CaseBuilder) => x.facts.consultation[1]!.advice!.late;
    expect(late(c.send('regionalOffice', supports))).toBe(false);
    const panel = aCase().accepted().send('team', supports).settled();
    expect(panel.facts.state).toBe('recommendation');
    expect(late(panel.send('regionalOffice', supports))).toBe(true);
    expect(panel.facts.state).toBe('recommendation');
  });

  it('takes advice once from each party', () => {
    const c = aCase().accepted().send('team', supports);
    expect(c.attempt('team', supports)).toMatchObject({
      code: 'notReady',
      message: 'Your advice on this request has been given.',
    });
  });

  it('hears each office of a region in its own name, beside the team', () => {
    const { cast } = aCase();
    const speaker = (office: string) => ({
      ...cast.regionalOffice,
      assignments: [assigned('regionalOffice', { regions: ['esa'], office })],
    });
    const officesIn = () => [
      { code: 'addis', name: 'East Africa' },
      { code: 'pretoria', name: 'Southern Africa' },
    ];
    const c = aCase({
      cast: { ...cast, regionalOffice: speaker('addis'), spare: speaker('pretoria') },
      context: { officesIn },
    }).accepted();
    const said = () => c.facts.consultation.map((x) => [x.key, x.state, x.advice?.by.id]);
    expect(c.attempt('regionalOffice', { ...supports, from: 'regionalOffice:pretoria' })).toMatchObject({
      entry: { data: { key: 'regionalOffice:addis' } },
    });
    c.send('regionalOffice', supports);
    expect(c.attempt('regionalOffice', supports)).toMatchObject({ code: 'notReady' });
    expect(todosFor(c.facts, c.cast.spare).map((t) => t.clock.key)).toEqual(['consultation:regionalOffice:pretoria']);
    expect(todosFor(c.facts, c.cast.regionalOffice)).toEqual([]);
    c.send('team', supports);
    expect(said()).toEqual([
      ['regionalTeam:esa', 'answered', 'team'],
      ['regionalOffice:addis', 'answered', 'regionalOffice'],
      ['regionalOffice:pretoria', 'awaited', undefined],
    ]);
    // The case waits no longer, and yet the other office keeps its time; then its silence is recorded.
    expect(consultation(c)).toBe('answered');
    expect(todosFor(c.facts, c.cast.spare)).toHaveLength(1);
    silence(c);
    expect(said()[2]).toEqual(['regionalOffice:pretoria', 'silent', undefined]);
    expect(consultation(c)).toBe('answered');
  });

  it('is over with the recommendation: who was still awaited then was silent', () => {
    const c = aCase().accepted().send('team', supports).settled();
    expect(c.facts.consultation[1]!.state).toBe('awaited');
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts }));
    expect(c.facts.consultation[1]!.state).toBe('silent');
    expect(c.facts.clocks.map((x) => x.key)).toEqual(['decision']);
    expect(c.last!.notices.map((n) => n.name)).toEqual(['decisionNeeded', 'ownSilenceRecorded']);
    expect(
      aCase()
        .recommended()
        .last!.notices.map((n) => n.name),
    ).toEqual(['decisionNeeded']);
  });

  it('cannot be answered in another party’s name', () => {
    const c = aCase()
      .accepted()
      .send('team', { ...supports, from: 'regionalOffice:esa' });
    expect(c.facts.consultation.map((x) => x.state)).toEqual(['answered', 'awaited']);
  });

  it('of several regions waits for every regional team, and is answered when one of them was and the others were silent', () => {
    const cast = castFor(['TZA', 'NER'], ['esa', 'wca']);
    const esa = { ...cast.team, assignments: [assigned('regionalTeam', { regions: ['esa'] })] };
    const wide = () =>
      aCase({ cast: { ...cast, team: esa }, content: aContent({ countries: ['TZA', 'NER'] }) }).accepted();
    expect(consultation(wide().send('team', supports))).toBe('awaited');
    expect(wide().send('team', supports).attempt('team', supports)).toMatchObject({ code: 'notReady' });
    expect(consultation(silence(wide().send('team', supports)))).toBe('answered');
    expect(consultation(silence(wide().send('regionalOffice', supports)))).toBe('silent');
  });

  it('follows the countries when these change before the request is submitted again', () => {
    const cast = aCase().cast;
    const wide = {
      ...cast.coordinator,
      assignments: [{ ...cast.coordinator.assignments[0]!, countries: ['TZA', 'NER'] }],
    };
    const c = aCase({ cast: { ...cast, coordinator: wide } }).returned();
    c.send('coordinator', { type: 'EDIT', patch: { countries: ['NER'] } });
    c.send('coordinator', { type: 'RESUBMIT', declaration: true });
    expect(c.facts.consultation.map((x) => x.key)).toEqual(['regionalTeam:wca', 'regionalOffice:wca']);
    expect(c.facts).toMatchObject({ state: 'screening', version: 2, returned: null });
  });
});

describe('a request that is submitted again', () => {
  const again = { type: 'RESUBMIT', declaration: true } as const;
  const retitle = { type: 'EDIT', patch: { title: 'Another title' } } as const;

  it('unchanged is taken, and the record, the desk officer and the sender are told so', () => {
    const c = aCase().returned();
    expect(warningsBefore(c.facts, c.content)).toEqual([
      'Nothing was changed since the request was returned. You can submit it as it is; the desk officer is told that nothing was changed.',
    ]);
    c.send('coordinator', again);
    expect(c.last!.entry.data).toMatchObject({ version: 2, unchanged: true });
    expect(c.facts.frozen).toMatchObject({ unchanged: true });
    expect(c.last!.notices.map((n) => n.name)).toEqual(['requestReceived', 'submittedUnchanged']);
  });

  it('counts as unchanged when every change was taken back, and as changed with a document more', () => {
    const c = aCase().returned();
    const { title } = c.content;
    c.send('office', retitle);
    expect(warningsBefore(c.facts, c.content)).toEqual([]);
    c.send('office', { type: 'EDIT', patch: { title } });
    expect(warningsBefore(c.facts, c.content)).toHaveLength(1);
    c.send('office', anEvent('ATTACH', { facts: c.facts }));
    expect(warningsBefore(c.facts, c.content)).toEqual([]);
    expect(c.send('coordinator', again).facts.frozen).toMatchObject({ unchanged: false });
    expect(c.last!.notices.map((n) => n.name)).toEqual(['requestReceived', 'screeningNeeded']);
  });

  it('is known by what was submitted last until then', () => {
    const c = aCase().returned().send('office', retitle);
    expect([c.facts.summary.title, submittedSummary(c.facts).title]).toEqual([
      'Another title',
      'An adviser for the country team',
    ]);
    expect(submittedSummary(c.send('coordinator', again).facts).title).toBe('Another title');
  });

  it('keeps its criteria, and gets others with another type', () => {
    const versions = { n: 0 };
    const frameworkFor = (type: string) => ({ ...aFramework(), id: type, version: (versions.n += 1) });
    const returned = () => aCase({ context: { frameworkFor } }).returned();
    const same = returned();
    expect(same.send('coordinator', again).facts.framework).toMatchObject({ id: 'initial', version: 1 });
    const c = returned().send('office', { type: 'EDIT', patch: { type: 'regional' } });
    expect(c.send('coordinator', again).facts.framework).toMatchObject({ id: 'regional' });
    const none = aCase({ context: { frameworkFor: (type) => (type === 'regional' ? null : aFramework()) } }).returned();
    none.send('office', { type: 'EDIT', patch: { type: 'regional' } });
    expect(none.attempt('coordinator', again)).toMatchObject({ code: 'notReady' });
  });
});

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
