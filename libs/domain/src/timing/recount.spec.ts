import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase, type CaseBuilder } from '../../test/a-case.js';
import { aDeployment } from '../../test/a-deployment.js';
import { isRefusal } from '../refusal.js';
import { calendarsOf, type Holiday } from '../time/calendars.js';
import { addDays, isWorkingDay } from '../time/working-days.js';
import { lineData } from '../request/record-access.js';
import { evolve } from '../request/record.js';
import { movedTo } from '../time/running.js';
import { notesOn, type Recounted } from './notes.js';

const holiday = (station: string, day: string, name = 'A day off'): Holiday => ({ station, day, name });
const change = (h: Holiday, what: 'added' | 'removed' = 'added') =>
  ({ type: 'RECOUNT_CLOCKS', change: { what, ...h } }) as const;
const due = (c: CaseBuilder, key: string) => c.facts.clocks.find((k) => k.key === key)!;
const LABOUR_DAY = holiday('CHE', '2027-03-04', 'Labour Day');

describe('a holiday that is added later', () => {
  it('moves the clocks of those who keep it, with their ladders, and no other', () => {
    const c = aCase().submitted();
    expect(due(c, 'screening')).toMatchObject({ dueOn: '2027-03-08', counted: { from: '2027-03-01', days: 5 } });
    c.knowing({ holidays: [LABOUR_DAY] }).send('clock', change(LABOUR_DAY));
    expect(due(c, 'screening')).toMatchObject({
      dueOn: '2027-03-09',
      startedAt: expect.stringContaining('2027-03-01'),
    });
    const days = due(c, 'screening').steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`);
    expect(days).toEqual(['reminder 2027-03-05', 'due 2027-03-09', 'overdue 2027-03-10', 'escalation 2027-03-12']);
    expect(notesOn(c.facts, due(c, 'screening'))).toMatchObject([
      {
        what: 'moved',
        from: '2027-03-08',
        to: '2027-03-09',
        days: 1,
        reason: 'Labour Day',
        by: { name: 'The system' },
      },
    ]);
  });
  it('is no step of a case whose days stay where they are', () => {
    const elsewhere = holiday('TZA', '2027-03-04');
    const c = aCase()
      .submitted()
      .knowing({ holidays: [elsewhere] });
    expect(c.attempt('clock', change(elsewhere))).toMatchObject({ code: 'notReady' });
    const again = aCase()
      .submitted()
      .knowing({ holidays: [LABOUR_DAY] })
      .send('clock', change(LABOUR_DAY));
    expect(again.attempt('clock', change(LABOUR_DAY))).toMatchObject({ code: 'notReady' });
  });
  it('tells nobody again what was told, and moves what the clock itself does', () => {
    const c = aCase().accepted().on('2027-03-19');
    const advice = () => due(c, 'consultation:regionalTeam:esa');
    expect(advice().station).toBe('KEN');
    const kenyan = holiday('KEN', '2027-03-22');
    c.knowing({ holidays: [kenyan] }).send('clock', change(kenyan));
    expect(advice().dueOn).toBe('2027-03-23');
    expect(advice().steps.map((s) => `${s.kind} ${s.at.slice(0, 10)}`)).toEqual([
      'due 2027-03-23',
      'RECORD_SILENCE 2027-03-23',
    ]);
    expect(c.on('2027-03-23').attempt('clock', { type: 'RECORD_SILENCE' })).toMatchObject({ code: 'notReady' });
  });
  it('moves no clock that stands still, and counts for it when it goes on', () => {
    const c = aCase().asked();
    const before = due(c, 'review');
    expect(before.stoppedWith).not.toBeNull();
    c.knowing({ holidays: [holiday('CHE', '2027-03-10')] });
    c.attempt('clock', change(holiday('CHE', '2027-03-10')));
    expect(due(c, 'review')).toEqual(before);
  });
  it('moves the clocks of posts', () => {
    const d = aDeployment();
    const off = holiday('CHE', '2027-03-04');
    const before = d.facts.clocks.find((k) => k.key === 'recruitment:sourcing')!.dueOn;
    d.knowing({ holidays: [off] }).send('clock', change(off));
    const after = d.facts.clocks.find((k) => k.key === 'recruitment:sourcing')!;
    expect([before, after.dueOn]).toEqual(['2027-03-29', '2027-03-30']);
    expect(notesOn(d.facts, after)).toMatchObject([{ days: 1, reason: 'A day off' }]);
  });
});

describe('a holiday that is taken away', () => {
  it('brings a day nearer, and makes nobody late', () => {
    const c = aCase({ context: { calendars: calendarsOf({ holidays: [LABOUR_DAY] }) } }).submitted();
    expect(due(c, 'screening').dueOn).toBe('2027-03-09');
    c.on('2027-03-09').knowing({ holidays: [] });
    expect(c.attempt('clock', change(LABOUR_DAY, 'removed'))).toMatchObject({ code: 'notReady' });
    c.on('2027-03-03').send('clock', change(LABOUR_DAY, 'removed'));
    expect(due(c, 'screening').dueOn).toBe('2027-03-08');
    expect(c.facts.timeNotes).toMatchObject([{ days: -1, from: '2027-03-09', to: '2027-03-08' }]);
  });
  it('leaves a day in the past where it is', () =>
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), (a, b, c) => {
        const [was, counts, today] = [a, b, c].map((n) => addDays('2027-03-01', n)) as [string, string, string];
        const to = movedTo(was, counts, today);
        expect(to < today && to !== was && counts < was).toBe(false);
        expect(to >= counts).toBe(true);
        if (counts >= was) expect(to).toBe(counts);
      }),
    ));
});

const days = fc.array(fc.tuple(fc.constantFrom('CHE', 'TZA', 'KEN', 'ETH', 'UN'), fc.nat(60)), {
  minLength: 1,
  maxLength: 8,
});
it('counting anew comes to what would have been counted with the holidays known from the start', () =>
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('submitted', 'returned', 'accepted', 'withPanel', 'recommended', 'offered', 'funded'),
      (all, stage) => {
        const holidays = all.map(([station, n]) => holiday(station, addDays('2027-03-01', n)));
        // Days before the case are of no matter; those of the steps themselves are the same in both.
        const known = aCase().knowing({ holidays })[stage]();
        const later = aCase()[stage]().knowing({ holidays });
        const outcome = later.attempt('clock', change(holidays[0]!));
        const facts = isRefusal(outcome) ? later.facts : outcome.facts;
        const counted = (f: typeof facts) =>
          f.clocks.filter((c) => c.counted).map((c) => [c.key, c.counted!.days, c.dueOn]);
        const fresh = known.facts.clocks.filter(
          (c) => c.counted && c.startedAt === facts.clocks.find((k) => k.key === c.key)?.startedAt,
        );
        expect(counted(facts)).toEqual(expect.arrayContaining(fresh.map((c) => [c.key, c.counted!.days, c.dueOn])));
        for (const clock of facts.clocks.filter((c) => c.counted && c.counted.days > 0 && c.stoppedWith === null))
          expect(isWorkingDay(clock.dueOn, calendarsOf({ holidays }).of(clock.station))).toBe(true);
      },
    ),
  ));

it('the record alone gives the case again', () => {
  const c = aCase()
    .submitted()
    .knowing({ holidays: [LABOUR_DAY] })
    .send('clock', change(LABOUR_DAY));
  expect(c.entries.reduce(evolve, null as never)).toEqual(c.facts);
});

it('the office reads how the review moved as one, and not who reviews', () => {
  const off = holiday('CHE', '2027-03-04');
  const c = aCase()
    .declared()
    .knowing({ holidays: [off] })
    .send('clock', change(off));
  const { event, data } = c.entries.at(-1)!;
  const read = (part: 'office' | 'desk') =>
    lineData(c.cast[part], c.facts, { event, data, actorId: 'system' }) as Recounted;
  const forOffice = read('office');
  expect(forOffice.moved.map((m) => m.clock)).toEqual(['review']);
  expect(JSON.stringify(forOffice)).not.toMatch(/amina|bruno|chen/);
  expect(read('desk').moved.length).toBeGreaterThan(1);
});
