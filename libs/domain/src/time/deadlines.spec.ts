import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aContent } from '../../test/content.js';
import { anEvent, aSheet } from '../../test/events.js';
import { isRefusal } from '../refusal.js';
import { DEFAULT_CLOCKS } from './clock-settings.js';
import type { Clock } from './deadlines.js';
import { calendarsOf, GENEVA } from './calendars.js';
import { addWorkingDays, dayOf, MONDAY_TO_FRIDAY } from './working-days.js';

const clock = (c: CaseBuilder, key: string): Clock => {
  const found = c.facts.clocks.find((x) => x.key === key);
  if (!found) throw new Error(`no clock ${key}, only ${c.facts.clocks.map((x) => x.key).join(', ')}`);
  return found;
};
const keys = (c: CaseBuilder) => c.facts.clocks.map((x) => x.key);
const ladder = (c: Clock) => c.steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`);
/** 1 March 2027 is a Monday. */
const MONDAY = '2027-03-01';
const urgent = () => aCase({ content: aContent({ track: 'urgent', urgentReason: 'The election is in May.' }) });
const ask = { type: 'ASK', question: 'Who pays for the second year?' } as const;
const answer = { type: 'ANSWER', answer: 'Two agencies.' } as const;

describe('time allowed', () => {
  it.each([
    ['screening', 5, 1, (c: CaseBuilder) => c.submitted()],
    ['returned', 15, 5, (c: CaseBuilder) => c.returned()],
    ['consultation:regionalTeam:esa', 15, 3, (c: CaseBuilder) => c.accepted()],
    ['review', 20, 5, (c: CaseBuilder) => c.accepted()],
    ['clarification', 10, 3, (c: CaseBuilder) => c.asked()],
    ['recommendation', 5, 2, (c: CaseBuilder) => c.withPanel()],
    ['decision', 10, 2, (c: CaseBuilder) => c.recommended()],
    ['offered', 10, 3, (c: CaseBuilder) => c.offered()],
    ['tor', 30, 10, (c: CaseBuilder) => c.funded()],
    ['costSharing', 30, 10, (c: CaseBuilder) => c.funded()],
    ['hosting', 30, 10, (c: CaseBuilder) => c.funded()],
  ] as const)('%s: %i working days, %i when urgent', (key, ordinary, fast, stage) => {
    expect(clock(stage(aCase()), key).dueOn).toBe(addWorkingDays(MONDAY, ordinary, MONDAY_TO_FRIDAY));
    expect(clock(stage(urgent()), key).dueOn).toBe(addWorkingDays(MONDAY, fast, MONDAY_TO_FRIDAY));
  });

  it('holidays of the calendars and changed settings move the day', () => {
    const calendars = calendarsOf({ holidays: [{ station: GENEVA, day: '2027-03-03', name: 'A day off' }] });
    const clocks = { ...DEFAULT_CLOCKS, screening: { ordinary: 7, urgent: 1 } };
    expect(clock(aCase({ context: { calendars, clocks } }).submitted(), 'screening').dueOn).toBe('2027-03-11');
  });

  it('a deferral is due on its own day, an approval holds for twelve months', () => {
    expect(clock(aCase().deferred(), 'deferred')).toMatchObject({ dueOn: '2027-09-01', holder: 'deskOfficer' });
    expect(clock(aCase().approved(), 'awaitingFunds').dueOn).toBe('2028-02-29');
  });
});

describe('the ladder', () => {
  it('reminds before the day, tells on it, presses after it, then goes to the superior', () => {
    expect(ladder(clock(aCase().submitted(), 'screening'))).toEqual([
      'reminder 2027-03-04',
      'due 2027-03-08',
      'overdue 2027-03-09',
      'escalation 2027-03-11',
    ]);
  });

  it('reminds nobody of what was not theirs yet', () => {
    expect(ladder(clock(urgent().submitted(), 'screening'))).toEqual([
      'due 2027-03-02',
      'overdue 2027-03-03',
      'escalation 2027-03-05',
    ]);
  });

  it('is in order of time, whatever the settings', () => {
    const days = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 });
    fc.assert(
      fc.property(days, days, days, (remindBefore, overdueAfter, escalateAfter) => {
        const clocks = { ...DEFAULT_CLOCKS, remindBefore, overdueAfter, escalateAfter };
        const c = aCase({ context: { clocks } }).returned();
        const { steps } = clock(c, 'returned');
        expect(steps.map((s) => s.at)).toEqual(steps.map((s) => s.at).sort());
        expect(steps.every((s) => s.at > c.facts.returned!.at)).toBe(true);
      }),
    );
  });
});

describe('a draft', () => {
  it('is reminded of at 30 days and expires at 180; any change of it starts the time again', () => {
    const c = aCase();
    expect(ladder(clock(c, 'draft'))).toEqual(['reminder 2027-03-31', 'EXPIRE 2027-08-28']);
    c.on(100).send('office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } });
    expect(ladder(clock(c, 'draft'))).toEqual(['reminder 2027-07-09', 'EXPIRE 2027-12-06']);
  });

  it('does not expire before its time, even if the clock says so', () => {
    const c = aCase().on('2027-08-28');
    expect(c.attempt('clock', { type: 'EXPIRE' })).toMatchObject({ code: 'notReady' });
    expect(c.on('2027-08-29').send('clock', { type: 'EXPIRE' }).facts.state).toBe('abandoned');
    expect(c.facts.ended).toMatchObject({ code: 'EXPIRED' });
  });

  it('that was changed meanwhile does not expire', () => {
    const c = aCase()
      .on(170)
      .send('office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } })
      .on(20);
    expect(isRefusal(c.attempt('clock', { type: 'EXPIRE' }))).toBe(true);
  });
});

describe('a returned request', () => {
  it('is due after 15 working days and lapses 60 days after it was returned', () => {
    const c = aCase().returned();
    expect(ladder(clock(c, 'returned')).at(-1)).toBe('LAPSE 2027-04-30');
    c.on(10).send('office', { type: 'EDIT', patch: { dutyStation: 'Dodoma' } });
    expect(ladder(clock(c, 'returned')).at(-1)).toBe('LAPSE 2027-04-30');
    expect(c.on('2027-04-30').attempt('clock', { type: 'LAPSE' })).toMatchObject({ code: 'notReady' });
    expect(c.on('2027-05-01').send('clock', { type: 'LAPSE' }).facts.state).toBe('lapsed');
  });
});

describe('advice', () => {
  it('that does not come is recorded as silence at the end of its day, and is not pressed for', () => {
    const c = aCase().accepted();
    expect(ladder(clock(c, 'consultation:regionalTeam:esa'))).toEqual([
      'reminder 2027-03-18',
      'due 2027-03-22',
      'RECORD_SILENCE 2027-03-22',
    ]);
    expect(c.on('2027-03-22').attempt('clock', { type: 'RECORD_SILENCE' })).toMatchObject({ code: 'notReady' });
    c.on('2027-03-23').send('clock', { type: 'RECORD_SILENCE' });
    expect(c.facts.consultation.map((x) => x.state)).toEqual(['silent', 'silent']);
    expect(keys(c)).toEqual(['review']);
  });

  it('is awaited from each party by name of its region', () => {
    const c = aCase().accepted();
    expect(clock(c, 'consultation:regionalOffice:esa')).toMatchObject({ holder: 'regionalOffice', region: 'esa' });
    c.send('regionalOffice', anEvent('ADVISE', { facts: c.facts }));
    expect(keys(c)).toEqual(['consultation:regionalTeam:esa', 'review']);
  });
});

describe('the review', () => {
  it('has one due day, whoever holds it', () => {
    const c = aCase().accepted();
    const { dueOn } = clock(c, 'review');
    const holders: string[] = [];
    const look = () => {
      const held = c.facts.clocks.filter((x) => x.group === 'review');
      holders.push(held.map((x) => x.personId ?? x.holder).join(' and '));
      expect(held.map((x) => x.dueOn)).toEqual(held.map(() => dueOn));
    };
    look();
    c.on(3).appointed();
    look();
    c.on(2).declared().send('amina', { type: 'SCORE', scores: aSheet() });
    look();
    c.on(2).send('bruno', { type: 'SCORE', scores: aSheet() });
    look();
    c.on(1).revealed();
    look();
    expect(holders).toEqual(['deskOfficer', 'amina and bruno', 'bruno', 'deskOfficer', 'panelChair']);
  });

  it('is carried higher only after the days that whoever has it now has had it', () => {
    const c = aCase().declared();
    const { dueOn } = c.facts.clocks.find((x) => x.group === 'review')!;
    expect(dueOn).toBe('2027-03-29');
    // The reviewers are two weeks late; what they bring reaches the desk officer on a Monday.
    c.on('2027-04-12').scored();
    expect(ladder(clock(c, 'review'))).toEqual(['overdue 2027-04-13', 'escalation 2027-04-15']);
  });

  it('stops with a question and goes on, when it is answered, with the days that were left', () => {
    const c = aCase().on('2027-03-01').accepted().on('2027-03-08').asked();
    expect(clock(c, 'review')).toMatchObject({ stoppedWith: 15, steps: [] });
    expect(clock(c, 'clarification')).toMatchObject({ holder: 'rcOffice', dueOn: '2027-03-22' });
    c.on('2027-03-18').send('office', answer);
    expect(clock(c, 'review')).toMatchObject({ stoppedWith: null, dueOn: '2027-04-08' });
    expect(ladder(clock(c, 'review'))[0]).toBe('reminder 2027-04-06');
    expect(keys(c)).not.toContain('clarification');
  });

  it('keeps the days that were left, also when reviewers were appointed while it stood still', () => {
    const c = aCase().accepted().on('2027-03-08').asked().on('2027-03-10').appointed();
    expect(clock(c, 'review:amina')).toMatchObject({ stoppedWith: 15 });
    expect(clock(c.on('2027-03-18').send('office', answer), 'review:amina').dueOn).toBe('2027-04-08');
  });

  it('after the reveal stops and goes on with the chair', () => {
    const c = aCase().revealed();
    const { dueOn } = clock(c, 'review');
    c.send('chair', ask);
    expect(clock(c, 'review').stoppedWith).toBe(20);
    c.send('office', answer);
    expect(clock(c, 'review')).toMatchObject({ holder: 'panelChair', dueOn, stoppedWith: null });
  });

  it('for any question and any answer, as many working days are left after as before', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(days, days, (before, waiting) => {
        const c = aCase().accepted().on(before).asked();
        const left = clock(c, 'review').stoppedWith!;
        const day = dayOf(c.on(waiting).at);
        c.send('office', answer);
        expect(clock(c, 'review').dueOn).toBe(addWorkingDays(day, left, MONDAY_TO_FRIDAY));
      }),
    );
  });

  it('waits for the desk officer again when too few reviewers are left', () => {
    const c = aCase().declared();
    expect(keys(c)).not.toContain('review');
    c.send('amina', { type: 'DECLARE', conflict: { declared: true, reason: 'I served there.' } });
    expect(clock(c, 'review').holder).toBe('deskOfficer');
    expect(keys(c)).toContain('review:bruno');
    expect(keys(c)).not.toContain('review:amina');
  });

  it('that was sent back by the panel gets its time anew', () => {
    const c = aCase().withPanel().on('2027-06-01').send('chair', { type: 'REASSESS', reason: 'New facts.' });
    expect(clock(c, 'review')).toMatchObject({ holder: 'panelChair', dueOn: '2027-06-29' });
  });
});

it('a case that has ended waits for nobody', () => {
  for (const c of [aCase().withdrawn(), aCase().declined(), aCase().send('office', { type: 'ABANDON' })])
    expect(c.facts.clocks).toEqual([]);
});
