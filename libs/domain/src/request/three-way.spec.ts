import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { threeWay } from './three-way.js';

describe('an answer that was taken off line and comes back', () => {
  it.each([
    ['changed by nobody', 'a', 'a', 'a', 'same'],
    ['changed in the same way by both', 'a', 'b', 'b', 'same'],
    ['changed here only', 'a', 'b', 'a', 'stored'],
    ['emptied here only', 'a', '', 'a', 'stored'],
    ['changed off line only', 'a', 'a', 'b', 'brought'],
    ['first written off line', '', '', 'b', 'brought'],
    ['emptied off line', 'a', 'a', '', 'emptied'],
    ['emptied off line and changed here', 'a', 'b', '', 'emptied'],
    ['changed by both', 'a', 'b', 'c', 'both'],
    ['not there any more', 'a', 'b', undefined, 'missing'],
  ])('%s', (_, before, stored, brought, outcome) => {
    expect(threeWay({ before, stored, brought })).toBe(outcome);
  });

  it('never takes the place of a text that somebody else has changed since', () => {
    const text = fc.constantFrom('', 'a', 'b', 'c');
    fc.assert(
      fc.property(text, text, fc.option(text, { nil: undefined }), (before, stored, brought) => {
        const outcome = threeWay({ before, stored, brought });
        if (outcome === 'brought') expect([stored, brought !== '']).toEqual([before, true]);
        if (outcome === 'same') expect(brought).toBe(stored);
        expect(outcome === 'missing').toBe(brought === undefined);
      }),
    );
  });
});
