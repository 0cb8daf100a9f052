import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GROUP_NAMES, groupRule, NOTICE_NAMES, noticeRule, type Frequency } from '../notices.js';
import { localTime, ZONES } from './local-time.js';
import {
  DIGEST_HOUR,
  frequencyOf,
  isFollowed,
  settingsRefusal,
  USUAL_SETTINGS,
  wayOf,
  type NoticeSettings,
} from './settings.js';

const MATTER = { regions: ['esa'], countries: ['TZA', 'KEN'], state: 'assessment' };
const some = (...all: string[]) => fc.subarray(all);
const hour = fc.integer({ min: 0, max: 23 });
/** Whatever somebody may have kept, or a program may have written. */
const anySettings = fc.record<NoticeSettings>({
  choices: fc.dictionary(fc.constantFrom(...GROUP_NAMES), fc.constantFrom<Frequency>('now', 'daily', 'weekly', 'off')),
  quiet: fc.option(fc.record({ from: hour, until: hour }).filter(({ from, until }) => from !== until)),
  zone: fc.constantFrom(...ZONES),
  weeklyOn: fc.integer({ min: 0, max: 6 }),
  plain: fc.boolean(),
  follows: fc.record({
    regions: some('esa', 'wca'),
    countries: some('TZA', 'MWI'),
    states: some('assessment', 'draft'),
  }),
});
const anyMoment = fc
  .date({ min: new Date('2027-01-01T00:00:00Z'), max: new Date('2029-01-01T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString());

describe('what somebody chose', () => {
  it('never keeps a statutory notice from being sent, whatever was written into it', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...NOTICE_NAMES), anyMoment, (settings, name, at) => {
        const { group } = noticeRule(name);
        const way = wayOf(name, settings, MATTER, at);
        if (groupRule(group).statutory) expect(way.send).not.toBe('off');
        expect(groupRule(group).may).toContain(frequencyOf(group, settings));
      }),
    );
  });

  it('holds mail to a moment that comes, by the clocks of its reader, and never within quiet hours', () => {
    fc.assert(
      fc.property(anySettings, fc.constantFrom(...NOTICE_NAMES), anyMoment, (settings, name, at) => {
        const way = wayOf(name, settings, MATTER, at);
        const { quiet, zone, weeklyOn } = settings;
        const quietAt = (h: number) =>
          quiet !== null &&
          (quiet.from < quiet.until ? h >= quiet.from && h < quiet.until : h >= quiet.from || h < quiet.until);
        if (way.send === 'now') return expect(quietAt(localTime(zone, at).hour)).toBe(false);
        if (way.send === 'off') return undefined;
        expect(way.at > at).toBe(true);
        expect(Date.parse(way.at) - Date.parse(at)).toBeLessThanOrEqual((way.how === 'weekly' ? 8 : 2) * 86_400_000);
        const local = localTime(zone, way.at);
        // Clocks that are put forward may leave an hour out.
        const hours = way.how !== 'now' && !quietAt(DIGEST_HOUR) ? DIGEST_HOUR : quiet!.until;
        expect([hours, (hours + 1) % 24, (hours + 23) % 24]).toContain(local.hour);
        if (way.how === 'weekly') expect(new Date(`${local.day}T12:00:00Z`).getUTCDay()).toBe(weeklyOn);
        return undefined;
      }),
    );
  });
});

it('follows what meets every filter, not any: with one more, there is never more', () => {
  const each = ['regions', 'countries', 'states'] as const;
  fc.assert(
    fc.property(anySettings, ({ follows }) => {
      const none = { regions: [], countries: [], states: [] };
      const alone = each.map((key) => isFollowed({ ...none, [key]: follows[key] }, MATTER));
      expect(isFollowed(follows, MATTER)).toBe(alone.every(Boolean));
    }),
  );
  expect(isFollowed({ regions: ['esa'], countries: ['MWI'], states: [] }, MATTER)).toBe(false);
  expect(isFollowed({ regions: ['esa'], countries: ['KEN'], states: ['assessment'] }, MATTER)).toBe(true);
});

it('tells at the hours of a zone, also over a change of its clocks', () => {
  const daily = { ...USUAL_SETTINGS, choices: { posts: 'daily' as const } };
  const at = (zone: string, now: string) => wayOf('recruitmentStage', { ...daily, zone }, MATTER, now);
  expect(at('Africa/Nairobi', '2027-03-01T03:59:00.000Z')).toMatchObject({ at: '2027-03-01T04:00:00.000Z' });
  expect(at('Africa/Nairobi', '2027-03-01T04:00:00.000Z')).toMatchObject({ at: '2027-03-02T04:00:00.000Z' });
  // On 28 March 2027 the clocks of Geneva are put forward.
  expect(at('Europe/Zurich', '2027-03-27T12:00:00.000Z')).toMatchObject({ at: '2027-03-28T05:00:00.000Z' });
  const night = { ...USUAL_SETTINGS, quiet: { from: 21, until: 6 }, zone: 'Asia/Kathmandu' };
  expect(wayOf('decisionLetter', night, MATTER, '2027-03-01T18:00:00.000Z')).toEqual({
    send: 'held',
    how: 'now',
    at: '2027-03-02T00:15:00.000Z',
  });
  expect(wayOf('decisionLetter', night, MATTER, '2027-03-01T12:00:00.000Z')).toEqual({ send: 'now' });
});

it('refuses what cannot be kept, beside its field', () => {
  const known = { regions: () => true, countries: (c: string) => c === 'TZA', states: () => true };
  const paths = (change: Partial<NoticeSettings>) =>
    settingsRefusal({ ...USUAL_SETTINGS, ...change }, known)?.fields?.map((f) => f.path) ?? [];
  expect(paths({})).toEqual([]);
  expect(paths({ choices: { posts: 'off', duties: 'daily' } })).toEqual([]);
  expect(paths({ choices: { decisions: 'off' } })).toEqual(['choices.decisions']);
  expect(paths({ choices: { nothing: 'now' } as never })).toEqual(['choices.nothing']);
  expect(paths({ quiet: { from: 8, until: 7 } })).toEqual(['quiet']);
  expect(paths({ quiet: { from: 8, until: 8 } })).toEqual(['quiet']);
  expect(paths({ quiet: { from: 20.5, until: 7 } })).toEqual(['quiet']);
  expect(paths({ zone: 'Mars/Olympus', weeklyOn: 7 })).toEqual(['zone', 'weeklyOn']);
  expect(paths({ follows: { regions: [], countries: ['ATL'], states: [] } })).toEqual(['follows.countries']);
});

it('says back which places are not known, and no more of them than can be read', () => {
  const none = { regions: () => false, countries: () => false, states: () => false };
  const refusal = (countries: string[]) =>
    settingsRefusal({ ...USUAL_SETTINGS, follows: { ...USUAL_SETTINGS.follows, countries } }, none)!.fields![0]!
      .message;
  expect(refusal(['Atlantis'])).toMatch(/^No country is known as “Atlantis”\. /);
  expect(refusal(['x'.repeat(20_000)]).length).toBeLessThan(250);
  expect(refusal(Array.from({ length: 100 }, (_, i) => `Nowhere ${i}`))).not.toContain('Nowhere 5');
});
