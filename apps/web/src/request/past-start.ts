import type { Day } from '#domain';
import { date } from '../shell/words.js';

/** What the form says of a new request that should start before today. */
export const START_PASSED = 'Enter a start from today on';

/** Whether the start that is asked for was over on a day. */
export const hasPassed = (start: string | null | undefined, on: Day): start is Day => Boolean(start) && start! < on;

/** What is said of a start that has passed before the request is submitted; it stands against nothing, so that old requests can be kept. */
export const passedWarning = (start: string | null | undefined, today: Day): string[] =>
  hasPassed(start, today)
    ? [
        `The adviser should start on ${date(start)}, and that day has passed. You can submit the request as it is, or change the start in its details first.`,
      ]
    : [];
