import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCase } from '../../test/a-case.js';
import { aPerson, assigned } from '../../test/cast.js';
import { suggestReviewers, type ReviewCandidate } from './suggestions.js';

const anyCandidate = fc.record({
  open: fc.nat({ max: 4 }),
  finishedHere: fc.nat({ max: 2 }),
  conflictBefore: fc.boolean(),
  languages: fc.subarray(['en', 'fr', 'es']),
  regions: fc.constantFrom<string[]>([], ['esa'], ['ap']),
  conflicts: fc.constantFrom<string[]>([], ['TZA'], ['KEN']),
});
const some = fc.array(anyCandidate, { maxLength: 12 }).map((all) =>
  all.map(({ regions, conflicts, ...known }, i): ReviewCandidate => ({
    ...known,
    person: { ...aPerson(`p${i}`, assigned('reviewer', { regions })), conflicts },
  })),
);
const { facts } = aCase().accepted();

it('offers whoever may be appointed, each once, and nobody else', () => {
  fc.assert(
    fc.property(some, (all) => {
      const may = all.filter(
        (c) => !c.person.conflicts!.includes('TZA') && c.person.assignments[0]!.regions[0] !== 'ap',
      );
      expect(
        suggestReviewers(facts, all, [])
          .map((s) => s.id)
          .sort(),
      ).toEqual(may.map((c) => c.person.id).sort());
    }),
  );
});

it('ranks by doubts, then load, region, language; the order in which they come does not matter', () => {
  fc.assert(
    fc.property(some, (all) => {
      const ranked = suggestReviewers(facts, all, []);
      expect(suggestReviewers(facts, [...all].reverse(), [])).toEqual(ranked);
      const keys = ranked.map((s) => [
        Number(s.conflictBefore),
        s.open,
        Number(!(s.regional || s.finishedHere > 0)),
        Number(!s.readsLanguage),
      ]);
      keys.slice(1).forEach((key, i) => expect(keys[i]! <= key || String(keys[i]) <= String(key)).toBe(true));
    }),
  );
});

it('suggests as many as are needed, and never one with something that speaks against them', () => {
  fc.assert(
    fc.property(some, (all) => {
      const suggested = suggestReviewers(facts, all, []).filter((s) => s.suggested);
      expect(suggested.length).toBeLessThanOrEqual(2);
      expect(suggested.every((s) => !s.conflictBefore && s.leftBefore === null)).toBe(true);
    }),
  );
});

it('says why in words', () => {
  const one: ReviewCandidate = {
    person: aPerson('one', assigned('reviewer', { regions: ['esa'] })),
    languages: ['fr', facts.summary.language],
    open: 2,
    finishedHere: 1,
    conflictBefore: false,
  };
  expect(suggestReviewers(facts, [one], [])[0]!.why).toBe(
    '2 open reviews; works in English; reviews for this region; reviewed in this region before',
  );
  const c = aCase().appointed('amina', 'bruno').send('amina', {
    type: 'DECLINE_APPOINTMENT',
    code: 'AWAY',
    reason: 'On leave.',
  });
  const again = { ...one, person: c.cast.amina, languages: ['fr', 'es'], open: 0, finishedHere: 0 };
  expect(suggestReviewers(c.facts, [again], [])).toMatchObject([
    { why: 'no open reviews; does not work in English, as far as is known; declined this request', suggested: false },
  ]);
  const chair = { ...one, person: aPerson('one', assigned('reviewer', { regions: ['esa'] }), assigned('panelChair')) };
  expect(suggestReviewers(facts, [chair], [])[0]).toMatchObject({
    chairs: true,
    why: expect.stringContaining('also chairs panels: another chair would settle these scores'),
  });
});
