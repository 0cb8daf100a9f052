import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ZONES } from '../index.js';
import { localTime } from '../notices/local-time.js';
import { panelDateProblems, panelStart, type PanelDateDraft } from './panel-date.js';

const NOW = '2027-03-01T12:00:00.000Z';
const draft = (more: Partial<PanelDateDraft> = {}): PanelDateDraft => ({
  day: '2027-03-20',
  time: '14:30',
  zone: 'Africa/Nairobi',
  minutes: 90,
  place: 'Room XX',
  ...more,
});

describe('the date of a panel', () => {
  it('is the instant at which the clocks of its zone show it, on both sides of a change of their time', () => {
    expect(panelStart(draft())).toBe('2027-03-20T11:30:00.000Z');
    expect(panelStart(draft({ zone: 'Europe/Zurich', day: '2027-03-27' }))).toBe('2027-03-27T13:30:00.000Z');
    expect(panelStart(draft({ zone: 'Europe/Zurich', day: '2027-03-29' }))).toBe('2027-03-29T12:30:00.000Z');
    expect(panelStart(draft({ zone: 'Asia/Katmandu', time: '00:15' }))).toBe('2027-03-19T18:30:00.000Z');
  });

  it('reads back as it was written, in every zone', () => {
    const day = fc.date({ min: new Date('2026-06-01'), max: new Date('2028-06-01'), noInvalidDate: true });
    // From three o’clock on no zone jumps over the hour.
    const hour = fc.integer({ min: 4, max: 22 });
    fc.assert(
      fc.property(day, hour, fc.integer({ min: 0, max: 59 }), fc.constantFrom(...ZONES), (date, h, m, zone) => {
        const on = date.toISOString().slice(0, 10);
        const time = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        expect(localTime(zone, panelStart({ day: on, time, zone })!)).toEqual({ day: on, hour: h, minute: m });
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, Partial<PanelDateDraft>]>([
    ['day', { day: '2027-02-31' }],
    ['day', { day: '' }],
    ['day', { day: '2027-02-27' }],
    ['day', { day: '2030-01-01' }],
    ['time', { time: '24:00' }],
    ['time', { time: '9' }],
    ['zone', { zone: 'Mars/Base' }],
    ['minutes', { minutes: 5 }],
    ['minutes', { minutes: NaN }],
    ['place', { place: 'x'.repeat(301) }],
  ])('says what is wrong with its %s: %j', (path, more) => {
    expect(panelDateProblems(draft(more), NOW)).toEqual([{ path, message: expect.any(String) }]);
  });

  it('can be set', () => expect(panelDateProblems(draft(), NOW)).toEqual([]));
});
