import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

/** What a rule of random walks looks at. */
interface Look<Step, Case> {
  afterStep?: (step: Step, it: Case) => void;
  atEnd?: (it: Case) => void;
  /** After all walks: whether what the rule is about came at all. */
  overAll?: () => void;
}
type Walker<Walk, Step, Case> = (taken: Walk, look: (step: Step, it: Case) => void) => Case;

/**
 * Tests for the rules of random walks. The walks are taken once, and every rule is looked at on each of them; for one
 * that breaks they are taken again, to find the shortest that breaks it.
 */
export function rulesOfWalks<Walk, Step, Case>(
  walks: fc.Arbitrary<Walk>,
  walk: Walker<Walk, Step, Case>,
  numRuns: number,
): (rule: string, look: Look<Step, Case>) => void {
  const looks: Look<Step, Case>[] = [];
  const broken = new Set<Look<Step, Case>>();
  const take = (looking: readonly Look<Step, Case>[], holding: (look: Look<Step, Case>, at: () => void) => void) =>
    fc.assert(
      fc.property(walks, (taken) => {
        const end = walk(taken, (step, c) => {
          for (const look of looking) holding(look, () => look.afterStep?.(step, c));
        });
        for (const look of looking) holding(look, () => look.atEnd?.(end));
      }),
      { numRuns, interruptAfterTimeLimit: 40_000 },
    );
  beforeAll(() =>
    take(looks, (look, at) => {
      if (broken.has(look)) return;
      try {
        at();
      } catch {
        broken.add(look);
      }
    }),
  );
  return (rule, look) => {
    looks.push(look);
    it(rule, () => {
      if (broken.has(look)) take([look], (_, at) => at());
      expect(broken.has(look)).toBe(false);
      look.overAll?.();
    });
  };
}
