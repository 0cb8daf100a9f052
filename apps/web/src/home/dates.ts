import type { ListRow } from '#casework';
import { addDays, type Day } from '#domain';
import { whatIsDue } from '../request/row-words.js';
import { date } from '../shell/words.js';
import type { Aside } from './blocks.js';

const MOST = 6;
/** From here on a day and a month alone could be taken for those of this year. */
const FAR_DAYS = 300;

/** A day as a list of dates shows it: with its year when it is far off. */
export const whenOf = (day: Day, today: Day): { at: Day } | { when: string } =>
  day > addDays(today, FAR_DAYS) ? { when: date(day, 'short') } : { at: day };

/** The next days on which something of these requests falls due; `label` says which request it is. */
export function datesOfRows(
  rows: readonly ListRow[],
  today: Day,
  insider: boolean,
  label: (row: ListRow) => string,
): Aside[] {
  const dates = rows
    .filter((r) => r.dueOn !== null && r.dueOn >= today && r.state !== 'draft')
    .sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1))
    .slice(0, MOST)
    .map((r) => ({ ...whenOf(r.dueOn!, today), text: `${label(r)}: ${whatIsDue(r, insider)}` }));
  return dates.length ? [{ kind: 'dates', title: 'Key dates', dates }] : [];
}
