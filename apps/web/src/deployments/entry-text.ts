import type { PostEntry, PostWait } from '#casework';
import { POST_TASKS, postTaskOf, reportTask, ROLES, type Clock } from '#domain';

const OWN: Record<string, string> = {
  end: 'The term ends',
  arrival: 'An adviser is expected',
  renewal: 'It is to be decided what comes next',
};

/** What a clock of a post waits for; a clock of a later version than this one is just due. */
function taskText({ key, what, holder }: PostEntry | PostWait): string {
  try {
    return POST_TASKS[postTaskOf({ key, group: what, holder } as Clock)];
  } catch {
    return 'A step is due';
  }
}

/** What a post waits for, in words. */
export const waitText = (wait: PostEntry | PostWait): string =>
  wait.report ? reportTask(wait.report) : taskText(wait);

/** What falls on a day, in words that tell nothing of the case. */
export const entryText = (entry: PostEntry): string => OWN[entry.what] ?? waitText(entry);
/** Whose step it is: of an adviser, by name. */
export const entryHolder = ({ holder, adviser }: Pick<PostEntry, 'holder' | 'adviser'>): string =>
  holder === 'adviser' && adviser ? adviser : holder ? ROLES[holder] : '';
