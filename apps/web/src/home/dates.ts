import type { ListRow } from '#casework';
import type { Day } from '#domain';
import { whatIsDue } from '../request/row-words.js';
import type { Aside } from './blocks.js';

const MOST = 6;

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
    .map((r) => ({ at: r.dueOn!, text: `${label(r)}: ${whatIsDue(r, insider)}` }));
  return dates.length ? [{ kind: 'dates', title: 'Key dates', dates }] : [];
}
