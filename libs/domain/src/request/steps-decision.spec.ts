import { describe, expect, it } from '@jest/globals';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { PARTS, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { noticeRule } from '../notices.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { lastDecision, type RequestFacts } from './facts.js';
import { letterCopies, type Letter } from './letter.js';
import { lineData, readableLines, readsPrepared } from './record-access.js';
import { evolve, type Entry } from './record.js';
import { previewLetter } from './steps-decision.js';

const words = (letter: Letter) => letter.parts.flatMap((p) => ('text' in p ? [p.text] : p.list)).join('\n');
const letterOf = (c: CaseBuilder) => lastDecision(c.facts)!.letter;

describe('a decision', () => {
  it('may depart from the recommendation', () => {
    expect(aCase().declined().facts).toMatchObject({
      state: 'declined',
      recommendation: { outcome: 'approve with conditions' },
    });
  });

  it('of approval keeps the conditions of the panel unless the approver names others, or none', () => {
    const conditions = (given?: string[]) =>
      lastDecision(
        aCase()
          .recommended()
          .send('approver', { type: 'APPROVE', reasons: 'Yes.', ...(given ? { conditions: given } : {}) }).facts,
      )!.conditions;
    expect(conditions()).toEqual(['A source of funds for the second year']);
    expect(conditions(['A national officer'])).toEqual(['A national officer']);
    expect(conditions([])).toEqual([]);
  });

  it('of deferral ends on its day at the latest within two years, and the desk officer takes the case up again', () => {
    const c = aCase().recommended();
    expect(c.attempt('approver', { type: 'DEFER', reasons: 'x', until: '2029-03-02' })).toMatchObject({
      fields: [{ path: 'until', message: 'Enter a day within the next two years' }],
    });
    expect(c.attempt('approver', { type: 'DEFER', reasons: 'x', until: '2027-03-01' })).toMatchObject({
      fields: [{ path: 'until', message: 'Enter a day after today' }],
    });
    expect(c.deferred().send('desk', { type: 'RECONSIDER' }).facts.state).toBe('recommendation');
  });

  it('that is sent back goes to the panel, which recommends anew', () => {
    const c = aCase().recommended().send('approver', { type: 'SEND_BACK', reason: 'Which modality?' });
    expect(c.facts.state).toBe('recommendation');
    c.send('chair', { ...anEvent('RECOMMEND', { facts: c.facts }), modality: 'national' });
    expect(c.facts.recommendation).toMatchObject({ modality: 'national' });
  });

  it('names the version that it judged', () => {
    const c = aCase().returned().send('coordinator', { type: 'RESUBMIT', declaration: true });
    c.send('desk', { type: 'ACCEPT' }).approved();
    expect(lastDecision(c.facts)).toMatchObject({ requestVersion: 2 });
    expect(words(letterOf(c))).toContain('version 2');
  });
});

describe('an offer', () => {
  it('that is accepted waits for funds; one that is refused ends the case', () => {
    expect(aCase().offered().send('coordinator', { type: 'ACCEPT_OFFER' }).facts).toMatchObject({
      state: 'awaitingFunds',
      offerAnswer: { accepted: true },
    });
    expect(aCase().offered().send('coordinator', { type: 'REFUSE_OFFER', reason: 'Too little.' }).facts).toMatchObject({
      state: 'declined',
      ended: { code: 'OFFER_REFUSED' },
    });
  });
});

describe('reconsideration', () => {
  const request = (c: CaseBuilder) => c.attempt('coordinator', anEvent('REQUEST_RECONSIDERATION', { facts: c.facts }));

  it('can be asked for once within sixty days, and leads to the panel', () => {
    const c = aCase().declined().on(60);
    c.send('coordinator', anEvent('REQUEST_RECONSIDERATION', { facts: c.facts }));
    expect(c.facts).toMatchObject({ state: 'recommendation', ended: null, reconsiderations: 1 });
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts })).send('approver', anEvent('DECLINE', { facts: c.facts }));
    expect(request(c)).toMatchObject({
      code: 'notReady',
      message: expect.stringContaining('reconsidered once already'),
    });
    expect(c.facts.decisions).toHaveLength(2);
    const button = availableActions(c.facts, c.cast.coordinator).find((a) => a.type === 'REQUEST_RECONSIDERATION');
    expect(button).toMatchObject({ allowed: false, code: 'notReady' });
  });

  it('comes too late after sixty days', () => {
    expect(request(aCase().declined().on(61))).toMatchObject({ message: expect.stringContaining('61 have passed') });
  });

  it('counts from the end of the case: an offer may have been refused long after it was made', () => {
    const c = aCase().offered().on(70).send('coordinator', { type: 'REFUSE_OFFER', reason: 'Too little.' }).on(10);
    expect(request(c)).not.toHaveProperty('refused');
  });
});

describe('the letter', () => {
  it.each([
    ['en', 'is approved, resources permitting', 'deferred until 1 September 2027'],
    ['fr', 'sous réserve des ressources disponibles', 'reportée au 1er septembre 2027'],
    ['es', 'se aprueba el despliegue de un Asesor', '1 de septiembre de 2027'],
  ] as const)('is written in the language of the request: %s', (language, approved, deferred) => {
    const inLanguage = () => aCase({ content: aContent({ language }) });
    const letter = letterOf(inLanguage().approved());
    expect(letter.language).toBe(language);
    expect(letter.subject).toContain(`TZA (${language})`);
    expect(words(letter)).toContain(approved);
    expect(words(letter)).toContain('A source of funds for the second year');
    expect(words(letterOf(inLanguage().deferred()))).toContain(deferred);
  });

  it('offers reconsideration once', () => {
    const c = aCase().declined();
    expect(words(letterOf(c))).toContain('reconsideration once within 60 days, until 30 April 2027');
    c.send('coordinator', anEvent('REQUEST_RECONSIDERATION', { facts: c.facts }));
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts })).send('approver', anEvent('DECLINE', { facts: c.facts }));
    expect(words(letterOf(c))).not.toContain('reconsideration');
  });

  it.each([
    ['en', 'valid for 100 days, until', 'once within 9 days, until'],
    ['fr', 'valable 100 jours, jusqu’au', 'dans les 9 jours, jusqu’au'],
    ['es', 'válida por 100 días, hasta el', 'dentro de 9 días, hasta el'],
  ] as const)('takes its times from the settings: %s', (language, valid, again) => {
    const clocks = { ...DEFAULT_CLOCKS, approvalValidDays: 100, reconsiderationDays: 9 };
    const inLanguage = () => aCase({ content: aContent({ language }), context: { clocks } });
    expect(words(letterOf(inLanguage().approved()))).toContain(valid);
    expect(words(letterOf(inLanguage().declined()))).toContain(again);
  });

  it('names everybody who gets a copy, from the rule by which it is sent', () => {
    expect(letterOf(aCase().approved()).copies).toBe('Copies: Regional UNDG Team; OHCHR desk officer');
    for (const language of ['en', 'fr', 'es'] as const)
      expect(letterCopies(language)).toHaveLength(noticeRule('decisionLetter').copy!.length);
  });

  it('says of an approval that it is not money, and of a deferral until when', () => {
    expect(words(letterOf(aCase().approved()))).toContain('Approval and funding are separate.');
    expect(words(letterOf(aCase().deferred()))).toContain('deferred until 1 September 2027');
    expect(words(letterOf(aCase().declined()))).not.toContain('Approval and funding');
  });

  it('that is previewed is the letter that is sent', () => {
    const c = aCase().recommended();
    const event = anEvent('DECLINE', { facts: c.facts });
    const { type: action, ...said } = event;
    const preview = previewLetter({ action, ...said }, c.facts, c.cast.approver.name, c.contextNow());
    expect(letterOf(c.send('approver', event))).toEqual(preview);
  });

  it('keeps paragraphs of the reasons apart, and a ground that is only "other" unnamed', () => {
    const c = aCase().recommended();
    c.send('approver', { type: 'DECLINE', reasons: 'First.\n\nSecond.', codes: ['OTHER'] });
    expect(letterOf(c).parts).toEqual(expect.arrayContaining([{ text: 'First.' }, { text: 'Second.' }]));
    expect(letterOf(c).parts.filter((p) => 'list' in p)).toEqual([]);
  });
});

const replay = (c: CaseBuilder) =>
  (JSON.parse(JSON.stringify(c.entries)) as Entry[]).reduce<RequestFacts | null>(evolve, null);

describe('a recommendation that is prepared', () => {
  const prepared = () => {
    const c = aCase().withPanel();
    return c.send('chair', anEvent('PREPARE_RECOMMENDATION', { facts: c.facts }));
  };

  it('moves nothing and tells nobody; it is used up by the recommendation and void once scores go back', () => {
    const c = prepared();
    expect(c.facts).toMatchObject({ state: 'recommendation', prepared: { outcome: 'approve' }, recommendation: null });
    expect(c.last!.notices).toEqual([]);
    expect(prepared().send('chair', anEvent('RECOMMEND', { facts: c.facts })).facts.prepared).toBeNull();
    expect(prepared().send('chair', { type: 'REASSESS', reason: 'New facts.' }).facts.prepared).toBeNull();
  });

  it('is taken away by the chair: the record says so, and who prepared it still decides nothing', () => {
    const c = prepared();
    expect(c.attempt('desk', { type: 'DISCARD_PREPARED' })).toMatchObject({ code: 'notYourRole' });
    c.send('chair', { type: 'DISCARD_PREPARED' });
    expect(c.facts).toMatchObject({ state: 'recommendation', prepared: null, recommendation: null });
    expect(c.last!.notices).toEqual([]);
    expect(c.entries.slice(-2).map((e) => e.name)).toEqual(['recommendationPrepared', 'preparedDiscarded']);
    expect(c.facts.duties.recommended).toEqual([{ id: 'chair', name: 'Person chair' }]);
    expect(c.attempt('chair', { type: 'DISCARD_PREPARED' })).toMatchObject({ code: 'notReady' });
    expect(replay(c)).toStrictEqual(c.facts);
    expect(readableLines(c.cast.coordinator, c.facts).events).not.toContain('DISCARD_PREPARED');
    c.send('chair', anEvent('PREPARE_RECOMMENDATION', { facts: c.facts }));
    expect(c.facts.prepared).toMatchObject({ outcome: 'approve' });
  });

  it('a case without one reads as it did before there were any', () => {
    expect('prepared' in aCase().recommended().facts).toBe(false);
  });

  it('keeps who prepared it from deciding, whoever sends it', () => {
    const c = prepared();
    expect(c.facts.duties.recommended).toEqual([{ id: 'chair', name: 'Person chair' }]);
  });

  it('is read by the desk, the panel, the approver and the auditor, and not by who scores, asks or advises', () => {
    const c = prepared();
    const line = { event: 'PREPARE_RECOMMENDATION' as const, actorId: 'chair', data: { prepared: c.facts.prepared } };
    const reads = (part: Part) => readsPrepared(c.cast[part], c.facts);
    expect(PARTS.filter(reads).sort()).toEqual(['approver', 'auditor', 'chair', 'desk']);
    expect(lineData(c.cast.amina, c.facts, line)).toEqual({});
    expect(lineData(c.cast.desk, c.facts, line)).toEqual(line.data);
    expect(readableLines(c.cast.team, c.facts).events).not.toContain('PREPARE_RECOMMENDATION');
    expect(readableLines(c.cast.coordinator, c.facts).events).not.toContain('PREPARE_RECOMMENDATION');
  });
});
