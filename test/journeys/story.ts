import { it } from '@jest/globals';

/** Tells a story whose chapters build on each other: when one fails, those after it say so at once and are not waited for. */
export function aStory(): (title: string, tell: () => Promise<void>) => void {
  let brokeOff = '';
  return (title, tell) =>
    it(title, async () => {
      if (brokeOff) throw new Error(`The story broke off before this, where ${brokeOff}.`);
      brokeOff = title;
      await tell();
      brokeOff = '';
    });
}
