import type { HolderAway } from '#casework';
import { postTaskWords, ROLES, type Clock, type Day, type DeploymentFacts } from '#domain';
import { awayWords } from '../request/away-words.js';
import type { Status } from '../request/case-words.js';
import type { NudgeLine } from '../request/nudge-words.js';
import { timeOf } from '../request/timing-words.js';
import { date } from '../shell/words.js';

/** A clock of a post as a page says it. */
export interface Wait extends NudgeLine {
  who: string;
  what: string;
  due: Status | string;
  /** What happened to its time, where something did. */
  time?: string;
  /** That whoever holds it is away, until when, and who acts for them. */
  away?: string;
}

/** By when something is due, or since when it is overdue. */
export const dueWords = (dueOn: Day, today: Day): Status | string =>
  dueOn < today ? { text: `Overdue since ${date(dueOn, 'day')}`, tone: 'red' as const } : `by ${date(dueOn, 'short')}`;

type Waiting = Pick<DeploymentFacts, 'clocks' | 'incumbencies' | 'timeNotes'>;

/** The clocks that are shown: of the reports that are due, those that are late and the next one. */
function shownClocks({ clocks }: Waiting, today: Day): Clock[] {
  const next = clocks
    .filter((c) => c.group === 'report' && c.dueOn >= today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  return clocks.filter((c) => c.group !== 'schedule' && (c.group !== 'report' || c.dueOn < today || c === next));
}

/** What waits on whom, a line for each clock that runs, the soonest first; of some groups alone, where they are named; with who is away, and what is said of nudges beside it. */
export const waitsOf = (
  facts: Waiting,
  today: Day,
  groups?: readonly string[] | null,
  away: ReadonlyMap<string, HolderAway> = new Map(),
  nudges: (clock: Clock) => NudgeLine = () => ({}),
): Wait[] =>
  shownClocks(facts, today)
    .filter((clock) => !groups || groups.includes(clock.group))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map((clock) => ({
      who: ROLES[clock.holder],
      what: postTaskWords(facts, clock),
      due: clock.stoppedWith === null ? dueWords(clock.dueOn, today) : { text: 'Clock stopped', tone: 'grey' as const },
      ...timeOf(facts, clock),
      ...awayWords(away.get(clock.key), true),
      ...nudges(clock),
    }));
