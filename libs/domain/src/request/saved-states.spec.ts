import { describe, expect, it } from '@jest/globals';
import { aCase } from '../../test/a-case.js';
import { ONE_GO_MS, partsOf, readsEarlierTexts, savedStates, type SavedLine } from './saved-states.js';

const START = Date.parse('2027-03-01T08:00:00Z');
const line = (seq: number, minutes: number, more: Partial<SavedLine> = {}): SavedLine => ({
  seq,
  at: new Date(START + minutes * 60_000),
  event: 'EDIT',
  actorId: 'a',
  actorName: 'A',
  actingFor: null,
  keys: ['sections'],
  sections: ['ownership'],
  ...more,
});
/** Lines as they are told, oldest first; states as they are read, newest first. */
const fold = (...lines: SavedLine[]) => savedStates(lines.toReversed()).map((s) => [s.first, s.seq, s.saves]);

describe('what was written in one go', () => {
  it('is one state, however often it was saved', () => {
    expect(fold(line(1, 0), line(2, 3), line(3, 9), line(4, 18))).toEqual([[1, 4, 4]]);
  });

  it.each([
    ['a pause', line(2, ONE_GO_MS / 60_000 + 1)],
    ['another person', line(2, 1, { actorId: 'b' })],
    ['another part', line(2, 1, { sections: ['sustainability'] })],
    ['the same person, signing for another', line(2, 1, { actingFor: 'C' })],
  ])('ends with %s', (_, second) => {
    expect(fold(line(1, 0), second)).toEqual([
      [2, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('ends with a save of somebody else in between, and with a submission', () => {
    expect(fold(line(1, 0), line(2, 1, { actorId: 'b' }), line(3, 2))).toHaveLength(3);
    expect(fold(line(1, 0), line(2, 1, { event: 'SUBMIT', keys: [], sections: [] }), line(3, 2))).toEqual([
      [3, 3, 1],
      [1, 1, 1],
    ]);
  });

  it('does not run into how the request was opened', () => {
    expect(fold(line(1, 0, { event: 'CREATE' }), line(2, 1))).toHaveLength(2);
  });

  it('takes in every save once, in whatever order they come', () => {
    const lines = Array.from({ length: 200 }, (_, i) =>
      line(i + 1, i * 4, { actorId: 'abc'[(i * i) % 3]!, sections: [['ownership'], ['commitment']][(i >> 2) % 2]! }),
    );
    const states = savedStates(lines.toReversed());
    expect(states.reduce((sum, s) => sum + s.saves, 0)).toBe(200);
    expect(states.flatMap((s) => Array.from({ length: s.seq - s.first + 1 }, (_, i) => s.seq - i))).toEqual(
      lines.map((l) => l.seq).toReversed(),
    );
  });
});

it('the parts of a text are its sections, the details and the own assessment, in the order of the form', () => {
  expect(
    partsOf({
      keys: ['selfAssessment', 'title', 'sections', 'endorsements', 'mechanismRecommendations'],
      sections: ['risk', 'coveragePlan', 'costAndHosting', 'commitment', 'context'],
    }),
  ).toEqual(['details', 1, 6, 7, 8, 9, 'assessment']);
});

it('a draft is the office’s own, also after it was submitted: OHCHR reads what was submitted', () => {
  const c = aCase().submitted();
  const reads = (['office', 'coordinator', 'auditor', 'desk', 'chair', 'team', 'administrator'] as const).filter(
    (who) => readsEarlierTexts(c.cast[who], c.facts),
  );
  expect(reads).toEqual(['office', 'coordinator', 'auditor']);
});
