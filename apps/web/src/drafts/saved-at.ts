import { dateTime } from '../shell/words.js';

/** What the page says of a saving that has just been done: "Saved at 14:05 UTC". */
export const savedAt = (at: Date): string => `Saved at ${dateTime(at).split(', ').at(-1)!}`;
