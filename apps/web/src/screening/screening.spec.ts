import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../../../libs/domain/test/a-case.js';
import type { Part } from '../../../../libs/domain/test/cast.js';
import { isRefusal, SECTIONS, tiersFor, type RequestEvent } from '#domain';
import { reviewersContext } from './reviewers.presenter.js';
import { returnFields, returning, screeningErrors, typedScreening } from './screening.form.js';

const names = { countryName: (code: string) => code, regionName: (code: string) => code };
const refusalOf = (event: RequestEvent) => {
  const outcome = aCase().submitted().attempt('desk', event);
  return isRefusal(outcome) ? outcome : null;
};

describe('a request is returned', () => {
  const typed = typedScreening({
    codes: ['OTHER', 'MISSING_ANSWER'],
    'section-8': 'The second year does not add up.\r\n\r\nSay who pays in the third.',
    'section-0': 'Name one contact.',
  });
  it('with a point for each line, under its section', () => {
    expect(returning(typed)).toEqual({
      type: 'RETURN',
      codes: ['OTHER', 'MISSING_ANSWER'],
      items: [
        { text: 'Name one contact.' },
        { text: 'The second year does not add up.', section: 8 },
        { text: 'Say who pays in the third.', section: 8 },
      ],
    });
    expect(refusalOf(returning(typed))).toBeNull();
  });
  it('with the problem of a point at the section in which it stands', () => {
    const wrong = typedScreening({ codes: 'OTHER', 'section-3': 'Fine', 'section-8': 'Bad \u0000' });
    expect(screeningErrors(refusalOf(returning(wrong))!, wrong).map((e) => e.href)).toEqual(['#section-8']);
  });
  it('with reasons and points, or not at all', () => {
    const empty = typedScreening({});
    const errors = screeningErrors(refusalOf(returning(empty))!, empty);
    expect(errors.map((e) => e.href)).toEqual(['#section-0', '#codes']);
    const { codes, places } = returnFields(empty, SECTIONS, new Map([[2, ['Who asked first?']]]), errors);
    expect(codes.error).toBe('Choose at least one reason');
    expect(places[0]!.field.error).toBe('Say what has to be corrected');
    expect(places[2]).toMatchObject({ note: 'One answer missing', open: false });
  });
});

describe('reviewers to choose from', () => {
  const c = aCase().appointed('amina', 'bruno');
  c.send('bruno', { type: 'DECLARE', conflict: { declared: true, kind: 'national', reason: 'I am a national.' } });
  const candidate = (id: Part, open: number) => ({
    id,
    name: `Person ${id}`,
    email: `${id}@example`,
    title: 'Officer',
    language: 'fr',
    languages: ['en', 'fr'],
    open,
    finishedHere: 0,
    conflictBefore: false,
    away: id === 'dina' ? '2027-03-05' : null,
    assignments: c.cast[id].assignments,
  });
  const shown = reviewersContext({
    view: {
      facts: c.facts,
      revision: 1,
      tiers: tiersFor(c.cast.desk, c.facts),
      changedAt: new Date(),
      readsDraft: false,
    },
    me: c.cast.desk,
    names,
    seen: new Map(),
    chairs: [c.cast.chair],
    candidates: [
      candidate('chen', 0),
      candidate('bruno', 0),
      candidate('office', 0),
      candidate('dina', 1),
      candidate('amina', 4),
    ],
    chosen: ['dina'],
  });
  it('are those without a conflict, an appointment or a part in the draft, the least busy first', () => {
    expect(shown.field.options.map((o) => o.value)).toEqual(['chen', 'dina']);
    expect(shown.field.options.map((o) => o.hint.text)).toEqual([
      'Suggested: no open reviews; works in English',
      '1 open review; works in English',
    ]);
    expect(shown.field.value).toEqual(['dina']);
    // Who is away can be chosen still, by who knows it.
    expect(shown.field.options.map((o) => o.text)).toEqual([
      c.cast.chen.name,
      `${c.cast.dina.name}, away until 5 March 2027`,
    ]);
  });
  it('stand beside those who are appointed already', () => {
    expect(shown.appointed.map((r) => r.state)).toEqual([
      expect.stringMatching(/^Has not answered yet; not seen yet; answer due \d+ \w+$/),
      'Has a conflict of interest, and does not review',
    ]);
    expect(shown.lead).toContain('one more is needed');
  });
});
