import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import type { Part } from '../../test/cast.js';
import { anEvent } from '../../test/events.js';
import { DEFAULT_CLOCKS } from '../time/clock-settings.js';
import { calendarsOf } from '../time/calendars.js';
import { addDays, addWorkingDays, isWorkingDay, MONDAY_TO_FRIDAY } from '../time/working-days.js';
import { isRefusal } from '../refusal.js';
import { lineData } from '../request/record-access.js';
import { evolve } from '../request/record.js';
import { notesOn } from './notes.js';
import { latestFor } from './steps-timing.js';

const due = (c: CaseBuilder, key: string) => c.facts.clocks.find((k) => k.key === key)!;
const more = (clock: string, until: string) => ({ type: 'EXTEND_CLOCK', clock, until, reason: 'A meeting.' }) as const;
const stop = (clock: string, until: string) => ({ type: 'STOP_CLOCK', clock, until, reason: 'A storm.' }) as const;
const fieldsOf = (c: CaseBuilder, by: Part, event: Parameters<CaseBuilder['attempt']>[1]) => {
  const outcome = c.attempt(by, event);
  return isRefusal(outcome) ? (outcome.fields?.map((f) => f.path) ?? outcome.code) : 'taken';
};

describe('more time for a clock', () => {
  it('moves its day and its ladder, with who gave it and why, and a holiday moves it further', () => {
    const c = aCase().returned();
    expect(due(c, 'returned').dueOn).toBe('2027-03-22');
    c.send('desk', more('returned', '2027-03-24'));
    expect(due(c, 'returned')).toMatchObject({ dueOn: '2027-03-24', counted: { days: 17 } });
    expect(due(c, 'returned').steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`)).toEqual(
      expect.arrayContaining(['reminder 2027-03-22', 'due 2027-03-24', 'overdue 2027-03-25', 'escalation 2027-03-29']),
    );
    expect(notesOn(c.facts, due(c, 'returned'))).toMatchObject([
      {
        what: 'extended',
        from: '2027-03-22',
        to: '2027-03-24',
        days: 2,
        reason: 'A meeting.',
        by: { id: c.cast.desk.id },
      },
    ]);
    const off = { station: 'TZA', day: '2027-03-23', name: 'A day off' };
    c.knowing({ holidays: [off] }).send('clock', { type: 'RECOUNT_CLOCKS', change: { what: 'added', ...off } });
    expect(due(c, 'returned').dueOn).toBe('2027-03-25');
    expect(c.entries.reduce(evolve, null as never)).toEqual(c.facts);
  });
  it('is nobody’s to give themselves', () => {
    const c = aCase().submitted();
    expect(fieldsOf(c, 'desk', more('screening', '2027-03-09'))).toBe('notReady');
    c.send('chair', more('screening', '2027-03-09'));
    expect(due(c, 'screening').dueOn).toBe('2027-03-09');
  });
  it('is for one reviewer, and the others keep their day; whoever follows has the day of the last', () => {
    const c = aCase().declared();
    const before = due(c, 'review:amina').dueOn;
    const until = addWorkingDays(before, 3, MONDAY_TO_FRIDAY);
    c.send('desk', more('review:bruno', until));
    expect([due(c, 'review:bruno').dueOn, due(c, 'review:amina').dueOn]).toEqual([until, before]);
    c.revealed();
    expect(due(c, 'review').dueOn).toBe(until);
  });
  it('has an end: twice, no further than the setting says, and on a day that is worked', () => {
    const c = aCase().returned();
    const latest = latestFor(c.facts, due(c, 'returned'), c.contextNow());
    expect(latest).toBe(addWorkingDays('2027-03-22', DEFAULT_CLOCKS.extension.ordinary, MONDAY_TO_FRIDAY));
    expect(fieldsOf(c, 'desk', more('returned', addDays(latest, 1)))).toEqual(['until']);
    expect(fieldsOf(c, 'desk', more('returned', '2027-03-27'))).toEqual(['until']);
    c.send('desk', more('returned', '2027-03-24'));
    expect(latestFor(c.facts, due(c, 'returned'), c.contextNow())).toBe(latest);
    c.send('chair', more('returned', latest));
    expect(fieldsOf(c, 'desk', more('returned', addDays(latest, 1)))).toBe('notReady');
  });
  it('never comes to a day that is off, and never brings one nearer', () =>
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 60 }), fc.array(fc.nat(60), { maxLength: 10 }), (n, all) => {
        const holidays = all.map((d) => ({ station: 'TZA', day: addDays('2027-03-01', d), name: 'Off' }));
        const c = aCase().knowing({ holidays }).returned();
        const was = due(c, 'returned').dueOn;
        const outcome = c.attempt('desk', more('returned', addDays(was, n)));
        if (isRefusal(outcome)) return;
        const now = outcome.facts.clocks.find((k) => k.key === 'returned')!;
        expect(now.dueOn > was).toBe(true);
        expect(isWorkingDay(now.dueOn, calendarsOf({ holidays }).of('TZA'))).toBe(true);
      }),
    ));
});

describe('asking for more time', () => {
  it('is the office’s, for its own clocks, once; OHCHR gives it or says why not', () => {
    const c = aCase().returned();
    expect(fieldsOf(c, 'desk', { type: 'REFUSE_MORE_TIME', clock: 'returned', reason: 'No.' })).toBe('notReady');
    const ask = {
      type: 'ASK_MORE_TIME',
      clock: 'returned',
      until: '2027-03-24',
      reason: 'A partner is late.',
    } as const;
    expect(fieldsOf(c, 'desk', ask)).toBe('notYourRole');
    c.send('office', ask);
    expect(due(c, 'returned').dueOn).toBe('2027-03-22');
    expect(fieldsOf(c, 'office', ask)).toBe('notReady');
    c.send('desk', { type: 'REFUSE_MORE_TIME', clock: 'returned', reason: 'The round ends.' });
    c.send('office', ask).send('desk', more('returned', '2027-03-23'));
    expect(notesOn(c.facts, due(c, 'returned')).map((n) => n.what)).toEqual(['asked', 'refused', 'asked', 'extended']);
  });
});

describe('a clock that is stopped by hand', () => {
  it('stands still until its day, goes on by itself then with what was left, and nothing else lets it go on', () => {
    const c = aCase().returned().on('2027-03-08').send('desk', stop('returned', '2027-03-15'));
    expect(due(c, 'returned')).toMatchObject({ stoppedWith: 10, byHand: true });
    c.send('office', { type: 'EDIT', patch: { title: 'Another title' } });
    expect(due(c, 'returned')).toMatchObject({ stoppedWith: 10, byHand: true });
    expect(c.on('2027-03-14').attempt('clock', { type: 'RESUME_CLOCKS' })).toMatchObject({ code: 'notReady' });
    c.on('2027-03-15').send('clock', { type: 'RESUME_CLOCKS' });
    expect(due(c, 'returned')).toMatchObject({
      stoppedWith: null,
      dueOn: '2027-03-29',
      counted: { from: '2027-03-15', days: 10 },
    });
    expect(due(c, 'returned')).not.toHaveProperty('byHand');
    expect(c.entries.reduce(evolve, null as never)).toEqual(c.facts);
  });
  it('can be let go on before; twice is the most', () => {
    const c = aCase().returned();
    for (const _ of [1, 2]) {
      c.send('desk', stop('returned', '2027-03-08'));
      expect(fieldsOf(c, 'desk', stop('returned', '2027-03-08'))).toBe('notReady');
      c.send('chair', { type: 'GO_ON_CLOCK', clock: 'returned', reason: 'It is over.' });
    }
    expect(due(c, 'returned').dueOn).toBe('2027-03-22');
    expect(fieldsOf(c, 'desk', stop('returned', '2027-03-08'))).toBe('notReady');
  });
  it('is not held for ever', () => {
    const c = aCase().returned();
    expect(fieldsOf(c, 'desk', stop('returned', '2027-03-23'))).toEqual(['until']);
    expect(fieldsOf(c, 'desk', stop('returned', '2027-02-26'))).toEqual(['until']);
  });
});

it('how many reviews stood still is not for the office to read', () => {
  const c = aCase().declared();
  const one = (clock: string, group: string) => ({
    clock,
    group,
    holder: 'amina',
    from: '2027-03-08',
    to: '2027-03-10',
    reason: '',
  });
  const data = { resumed: [one('review:amina', 'review'), one('review:bruno', 'review'), one('returned', 'returned')] };
  const read = (part: Part) =>
    (lineData(c.cast[part], c.facts, { event: 'RESUME_CLOCKS', data, actorId: 'system' }) as typeof data).resumed;
  expect(read('office').map((d) => d.clock)).toEqual(['review', 'returned']);
  expect(read('chair')).toHaveLength(3);
});

it('who reviews, and why they have more time, is not for the office to read', () => {
  const c = aCase().declared();
  const until = addWorkingDays(due(c, 'review:amina').dueOn, 2, MONDAY_TO_FRIDAY);
  c.send('desk', more('review:amina', until));
  const { event, data } = c.entries.at(-1)!;
  const read = (part: Part) => JSON.stringify(lineData(c.cast[part], c.facts, { event, data, actorId: 'desk' }));
  expect(read('office')).not.toMatch(/amina|meeting/);
  expect(read('chair')).toMatch(/amina.*meeting/);
});

describe('what is told of the time of a clock', () => {
  const ask = { type: 'ASK_MORE_TIME', clock: 'returned', until: '2027-03-24', reason: 'A partner is late.' } as const;
  it('is told to whoever holds it, and to whoever asked', () => {
    const c = aCase().returned().send('office', ask);
    expect(c.last!.notices).toEqual([{ name: 'moreTimeAsked' }]);
    c.send('desk', { type: 'REFUSE_MORE_TIME', clock: 'returned', reason: 'The round ends.' });
    expect(c.last!.notices).toEqual([{ name: 'moreTimeRefused', clock: 'returned', personId: c.cast.office.id }]);
    c.send('coordinator', ask).send('desk', more('returned', '2027-03-23'));
    expect(c.last!.notices).toEqual([{ name: 'moreTimeGiven', clock: 'returned', personId: c.cast.coordinator.id }]);
    c.send('chair', more('returned', '2027-03-24'));
    expect(c.last!.notices).toEqual([{ name: 'moreTimeGiven', clock: 'returned' }]);
  });
  it('is told of a stop, and of its end, by a person or by its day', () => {
    const c = aCase().returned().on('2027-03-08').send('desk', stop('returned', '2027-03-15'));
    expect(c.last!.notices).toEqual([{ name: 'clockStopped', clock: 'returned' }]);
    c.send('chair', { type: 'GO_ON_CLOCK', clock: 'returned', reason: 'It is over.' });
    expect(c.last!.notices).toEqual([{ name: 'clockGoesOn', clock: 'returned' }]);
    c.send('desk', stop('returned', '2027-03-15')).on('2027-03-15').send('clock', { type: 'RESUME_CLOCKS' });
    expect(c.last!.notices).toEqual([{ name: 'clockGoesOn', clock: 'returned' }]);
  });
  it('does not say that a clock goes on that a question holds still', () => {
    const c = aCase().declared();
    c.send('desk', stop('review:amina', addWorkingDays(c.contextNow().at.slice(0, 10), 2, MONDAY_TO_FRIDAY)));
    c.send('desk', anEvent('ASK', { facts: c.facts }));
    c.send('desk', { type: 'GO_ON_CLOCK', clock: 'review:amina', reason: 'It is over.' });
    expect(due(c, 'review:amina').stoppedWith).not.toBeNull();
    expect(c.last!.notices).toEqual([]);
  });
});
