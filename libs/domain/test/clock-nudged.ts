import type { Clock } from '../src/index.js';

/** The key of a clock that somebody may be nudged for; to those outside, the review is one. */
export function clockToNudge(clocks: readonly Clock[] = [], variant = 0): { clock: string } {
  const review = clocks.some(({ group }) => group === 'review') ? ['review'] : [];
  const keys = [...clocks.map(({ key }) => key), ...review];
  return { clock: keys[variant % keys.length] ?? 'none' };
}
