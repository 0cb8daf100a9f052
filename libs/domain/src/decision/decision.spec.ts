import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, aCaseOfTwo, type CaseBuilder } from '../../test/a-case.js';
import { aPerson, assigned, castFor, type Part } from '../../test/cast.js';
import { aContent } from '../../test/content.js';
import { anEvent } from '../../test/events.js';
import { availableActions } from '../decide.js';
import { readableLines } from '../request/record-access.js';
import { lastDecision } from '../request/facts.js';
import type { RequestEvent } from '../request/events.js';
import { evolve, type Entry } from '../request/record.js';
import type { RequestFacts } from '../request/facts.js';
import { todosFor } from '../time/todo.js';
import { approvalsOf, standingOf } from './approvals.js';
import { bindingParts, lettersOf, standingLetter } from './correction.js';
import { stillAsked } from './still-asked.js';

const approve = (reasons: string, conditions?: string[]): RequestEvent => ({
  type: 'APPROVE',
  reasons,
  ...(conditions ? { conditions } : {}),
});
const decline: RequestEvent = { type: 'DECLINE', reasons: 'No.', codes: ['SUSTAINABILITY_NOT_SHOWN'] };
const replayed = (c: CaseBuilder) =>
  (JSON.parse(JSON.stringify(c.entries)) as Entry[]).reduce<RequestFacts | null>(evolve, null);

describe('a decision of two of three approvers', () => {
  it('takes effect when two decide the same; the first is recorded and read by OHCHR only', () => {
    const c = aCaseOfTwo().recommended().send('approver', approve('As recommended.'));
    expect(c.facts.state).toBe('decision');
    expect(c.facts.decisions).toEqual([]);
    expect(c.last!.entry).toMatchObject({ event: 'DECIDE_WITH_OTHERS', name: 'decidedByOneOfSeveral' });
    expect(c.last!.notices).toEqual([{ name: 'approvalGiven' }]);
    for (const part of ['coordinator', 'office', 'team', 'regionalOffice'] as const)
      expect(readableLines(c.cast[part], c.facts).events).not.toContain('DECIDE_WITH_OTHERS');
    c.send('dina', approve('I agree.'));
    expect(c.facts.state).toBe('awaitingFunds');
    expect(lastDecision(c.facts)).toMatchObject({ by: { id: 'dina' }, approvals: [{ by: { id: 'approver' } }] });
    expect(approvalsOf(c.facts)).toEqual([]);
    expect(replayed(c)).toStrictEqual(c.facts);
  });

  it('waits while outcomes or conditions differ, and counts an approver who thinks again once', () => {
    const c = aCaseOfTwo().recommended().send('approver', approve('Yes.')).send('dina', decline);
    expect(standingOf(c.facts).map((g) => [g.given.length, g.missing])).toEqual([
      [1, 1],
      [1, 1],
    ]);
    c.send('dina', approve('Yes, but.', ['Another condition']));
    expect([c.facts.state, approvalsOf(c.facts).length]).toEqual(['decision', 2]);
    c.send('approver', approve('Still yes.'));
    expect(c.facts.state).toBe('decision');
    c.send('spare', approve('With the other condition.', ['Another condition']));
    expect(lastDecision(c.facts)).toMatchObject({
      conditions: ['Another condition'],
      approvals: [{ by: { id: 'dina' } }],
    });
  });

  it('asks nobody again who has decided, and says who is still asked', () => {
    const c = aCaseOfTwo().recommended();
    const waiting = (part: Part) => todosFor(c.facts, c.cast[part]).map((t) => t.what);
    const three = (['approver', 'dina', 'spare', 'desk'] as const).map((part) => c.cast[part]);
    const asked = () => stillAsked(c.facts, three).map((p) => p.id);
    expect([waiting('approver'), asked()]).toEqual([['Decide'], ['approver', 'dina', 'spare']]);
    c.send('approver', approve('Yes.'));
    expect([waiting('approver'), waiting('dina'), asked()]).toEqual([[], ['Decide'], ['dina', 'spare']]);
    expect(availableActions(c.facts, c.cast.approver).find((a) => a.type === 'DECLINE')).toMatchObject({
      allowed: true,
    });
    // Where they do not agree, it may be for any of them to think again.
    c.send('dina', decline);
    expect([waiting('approver'), waiting('dina'), waiting('spare')]).toEqual([
      ['Think again: the approvers do not agree'],
      ['Think again: the approvers do not agree'],
      ['Decide'],
    ]);
    expect(asked()).toEqual(['spare']);
    expect(stillAsked(aCase().recommended().facts, three)).toEqual([]);
  });

  it('is void when the panel recommends anew', () => {
    const c = aCaseOfTwo().recommended().send('approver', approve('Yes.'));
    c.send('dina', { type: 'SEND_BACK', reason: 'Look again.' });
    expect(approvalsOf(c.facts)).toEqual([]);
    c.send('chair', anEvent('RECOMMEND', { facts: c.facts })).send('dina', approve('Yes.'));
    expect(c.facts.state).toBe('decision');
  });

  it('binds each approver to the separation of duties', () => {
    const cast = castFor(['TZA'], ['esa']);
    const desk = { ...cast.desk, assignments: [...cast.desk.assignments, assigned('approver')] };
    const c = aCaseOfTwo({ cast: { ...cast, desk } })
      .recommended()
      .send('approver', approve('Yes.'));
    expect(c.attempt('desk', approve('Yes.'))).toMatchObject({ code: 'separationOfDuties' });
    c.send('dina', approve('Yes.'));
    const fund = { ...c.cast.approver, assignments: [assigned('fundManager')] };
    expect(availableActions(c.facts, fund).find((a) => a.type === 'ENTER_FUNDING')).toMatchObject({
      code: 'separationOfDuties',
    });
  });

  it('is checked as a whole decision is, and also when it is sent by its own name', () => {
    const c = aCaseOfTwo().recommended();
    expect(c.attempt('approver', { ...decline, codes: [] } as RequestEvent)).toMatchObject({ code: 'invalid' });
    const { type: _, ...said } = decline as Extract<RequestEvent, { type: 'DECLINE' }>;
    const named: RequestEvent = { type: 'DECIDE_WITH_OTHERS', action: 'DECLINE', ...said };
    c.send('approver', named).send('dina', named);
    expect(c.facts.state).toBe('declined');
    expect(aCase().recommended().attempt('approver', named)).toMatchObject({ code: 'notReady' });
  });

  it('takes effect in any order exactly when two say the same', () => {
    const says = fc.record({
      who: fc.constantFrom<Part>('approver', 'dina', 'spare'),
      what: fc.constantFrom(approve('Yes.'), approve('Yes.', []), decline),
    });
    fc.assert(
      fc.property(fc.array(says, { maxLength: 8 }), (all) => {
        const c = aCaseOfTwo().recommended();
        const last = new Map<Part, string>();
        for (const { who, what } of all) {
          const key = JSON.stringify(what);
          const others = [...last].some(([part, said]) => part !== who && said === key);
          c.send(who, what);
          expect(c.facts.decisions.length).toBe(others ? 1 : 0);
          if (others) return;
          last.set(who, key);
        }
        expect(approvalsOf(c.facts)).toHaveLength(last.size);
      }),
      { numRuns: 40 },
    );
  });
});

describe('who acts for an approver', () => {
  const deputy = (actingForId: string) =>
    aPerson('spare', { ...assigned('approver'), actingFor: 'Person of the approver', actingForId });
  const withDeputy = (of: string) => ({ ...castFor(['TZA'], ['esa']), spare: deputy(of) });

  it('decides as acting for them: in the record, with the decision, and in the letter', () => {
    const c = aCase({ cast: withDeputy('approver') })
      .recommended()
      .send('spare', approve('Yes.'));
    expect(c.last!.entry).toMatchObject({ actor: { id: 'spare' }, actingFor: 'Person of the approver' });
    expect(lastDecision(c.facts)).toMatchObject({
      actingFor: 'Person of the approver',
      letter: { signature: 'Person spare, acting for Person of the approver' },
    });
  });

  it.each(['chair', 'desk'] as const)('may not decide where those acted for had a part: %s', (part) => {
    const c = aCase({ cast: withDeputy(part) }).recommended();
    const refused = c.attempt('spare', approve('Yes.'));
    expect(refused).toMatchObject({ code: 'separationOfDuties', message: expect.stringContaining('for whom you act') });
  });

  it('is asked no more once those acted for have decided, nor they once it was done for them', () => {
    for (const [first, other] of [
      ['approver', 'spare'],
      ['spare', 'approver'],
    ] as const) {
      const c = aCaseOfTwo().recommended();
      c.cast.spare = deputy('approver');
      c.send(first, approve('Yes.'));
      expect(todosFor(c.facts, c.cast[other])).toEqual([]);
      expect(stillAsked(c.facts, [c.cast.approver, c.cast.spare, c.cast.dina]).map((p) => p.id)).toEqual(['dina']);
    }
  });

  it('has one voice with them', () => {
    const cast = castFor(['TZA'], ['esa']);
    const c = aCaseOfTwo({ cast }).recommended();
    const other = c.cast;
    other.spare = deputy('approver');
    c.send('approver', approve('Yes.')).send('spare', approve('Yes.'));
    expect([c.facts.state, approvalsOf(c.facts).length]).toEqual(['decision', 1]);
    expect(c.send('dina', approve('Yes.')).facts.state).toBe('awaitingFunds');
  });

  it('decides nothing any more once the time is over', () => {
    const c = aCase({ cast: withDeputy('approver') }).recommended();
    const later = aPerson('spare', assigned('deskOfficer'));
    c.cast.spare = later;
    expect(c.attempt('spare', approve('Prepared on Friday.'))).toMatchObject({ code: 'notYourRole' });
  });
});

describe('a letter with a slip', () => {
  const correction = { type: 'CORRECT_LETTER', reason: 'A name was wrong.', to: 'The Coordinator a.i.' } as const;

  it.each([
    ['en', 'takes the place of letter 1'],
    ['fr', 'remplace la lettre 1'],
    ['es', 'sustituye a la carta 1'],
  ] as const)('is corrected by another that cites it; both stay: %s', (language, words) => {
    const c = aCase({ content: aContent({ language }) })
      .declined()
      .on(3)
      .send('approver', correction);
    const [first, second] = lettersOf(c.facts);
    expect([first!.number, second!.number, lettersOf(c.facts).length]).toEqual([1, 2, 2]);
    expect(second!.letter).toMatchObject({
      to: 'The Coordinator a.i.',
      corrects: { number: 1, date: first!.letter.date },
    });
    expect(JSON.stringify(second!.letter.parts[0])).toContain(words);
    expect(second!.letter.parts.slice(1)).toEqual(first!.letter.parts);
    expect(c.facts.state).toBe('declined');
    expect(c.last!.notices).toEqual([{ name: 'letterCorrected' }]);
    expect(standingLetter(lastDecision(c.facts)!)).toEqual(second!.letter);
    expect(replayed(c)).toStrictEqual(c.facts);
  });

  it('is corrected in its wording, never in what was decided', () => {
    const c = aCase().approved();
    const { letter } = lettersOf(c.facts)[0]!;
    const decision = lastDecision(c.facts)!;
    letter.parts.forEach((part, i) => {
      const outcome = c.attempt('approver', { ...correction, wording: [{ part: i, text: 'Declined.' }] });
      const binding = bindingParts(letter, decision).includes(i);
      expect({ part, refused: 'refused' in outcome }).toEqual({ part, refused: binding });
    });
    expect(bindingParts(letter, decision)).toContain(1);
  });

  it('of before, which does not say what binds, keeps everything around its reasons', () => {
    const c = aCase().approved();
    const decision = lastDecision(c.facts)!;
    const { binding: _, template: __, ...old } = decision.letter;
    expect(bindingParts(old, decision)).toEqual(
      expect.arrayContaining(decision.letter.binding!.filter((i) => i !== 2)),
    );
  });

  it('that is corrected twice cites the last letter alone', () => {
    const c = aCase()
      .declined()
      .send('approver', correction)
      .on(1)
      .send('approver', { ...correction, to: 'Another' });
    const [, , third] = lettersOf(c.facts);
    expect(JSON.stringify(third!.letter.parts)).toContain('letter 2');
    expect(JSON.stringify(third!.letter.parts)).not.toContain('letter 1');
    expect(third!.letter.parts).toHaveLength(lettersOf(c.facts)[0]!.letter.parts.length + 1);
  });

  it('is not corrected by nothing, nor once the case is over', () => {
    const c = aCase().declined();
    const same = lettersOf(c.facts)[0]!.letter.to;
    expect(c.attempt('approver', { ...correction, to: same })).toMatchObject({
      fields: [{ message: 'Nothing differs from the letter that was sent' }],
    });
    const over = aCase().handedOver();
    expect(over.attempt('approver', correction)).toMatchObject({ code: 'notNow' });
  });
});

describe('a request is reopened', () => {
  const reopen = { type: 'REOPEN', reason: 'A figure was wrong.' } as const;

  it.each([
    ['declined', () => aCase().declined()],
    ['deferred', () => aCase().deferred()],
    ['awaitingFunds', () => aCase().approved()],
  ] as const)('from %s, once, to be decided anew; the parties are told', (from, make) => {
    const c = make().send('approver', reopen);
    expect(c.facts).toMatchObject({ state: 'decision', ended: null, reopened: [{ from, reason: reopen.reason }] });
    expect(c.last!.notices.map((n) => n.name)).toEqual(['requestReopened', 'decisionNeeded']);
    expect(replayed(c)).toStrictEqual(c.facts);
    c.send('approver', decline);
    expect(c.facts.decisions).toHaveLength(2);
    expect(c.attempt('approver', reopen)).toMatchObject({ message: expect.stringContaining('reopened once already') });
  });

  it('not once money was entered, nor after sixty days, nor after the handing over', () => {
    const c = aCase().approved();
    c.send('fund', anEvent('ENTER_FUNDING', { facts: c.facts }));
    expect(c.attempt('approver', reopen)).toMatchObject({ message: expect.stringContaining('Money was entered') });
    expect(aCase().declined().on(60).attempt('approver', reopen)).not.toHaveProperty('refused');
    expect(aCase().declined().on(61).attempt('approver', reopen)).toMatchObject({
      message: expect.stringContaining('within 60 days of its decision; 61 have passed'),
    });
    expect(aCase().handedOver().attempt('approver', reopen)).toMatchObject({ code: 'notNow' });
  });
});
