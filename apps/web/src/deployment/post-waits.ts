import { POST_TASKS, postTaskOf, ROLES, type Clock, type Day, type DeploymentFacts } from '#domain';
import type { Status } from '../request/case-words.js';
import { date } from '../shell/words.js';

/** A clock of a post as a page says it. */
export interface Wait {
  who: string;
  what: string;
  due: Status | string;
}

/** By when something is due, or since when it is overdue. */
export const dueWords = (dueOn: Day, today: Day): Status | string =>
  dueOn < today ? { text: `Overdue since ${date(dueOn, 'day')}`, tone: 'red' as const } : `by ${date(dueOn, 'short')}`;

const waitOf = (clock: Clock, today: Day): Wait => ({
  who: ROLES[clock.holder],
  what: POST_TASKS[postTaskOf(clock)],
  due: dueWords(clock.dueOn, today),
});

/** What waits on whom, a line for each clock that runs; of some groups alone, where they are named. */
export const waitsOf = ({ clocks }: Pick<DeploymentFacts, 'clocks'>, today: Day, groups?: readonly string[]): Wait[] =>
  clocks
    .filter((clock) => postTaskOf(clock) !== 'schedule' && (!groups || groups.includes(clock.group)))
    .map((clock) => waitOf(clock, today));
