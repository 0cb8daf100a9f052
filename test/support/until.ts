import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 15_000;
/** How soon it is looked again: what is waited for is not held up by more than this. */
const AGAIN_MS = 10;

/**
 * Waits until something is so, and fails with what was waited for when it does not come to that. The one place of the
 * tests that waits: for a condition, and never for time to go by.
 */
export async function until(
  what: string | (() => string),
  reached: () => boolean | Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  for (const end = performance.now() + patienceMs; !(await reached()); await pause(AGAIN_MS))
    if (performance.now() > end)
      throw new Error(`It did not come to this: ${typeof what === 'string' ? what : what()}.`);
}
