import type { ListRow } from '#casework';
import { paths } from '../shell/paths.js';
import { words } from '../shell/words.js';
import { placeOf, plural, statusOf, type Names } from '../request/case-words.js';
import type { Times } from '../request/progress.presenter.js';
import type { Block, Part } from './blocks.js';
import { datesOfRows } from './dates.js';
import { requestCell, dueInColumn, isRowLate, withWhom } from '../request/row-words.js';

/** Requests that are open where the person looks after them, at most a page of them; `complete` when that is all. */
export interface Scope {
  rows: ListRow[];
  complete: boolean;
  count: { count: number; more: boolean };
  where: string;
}

interface Given {
  names: Names;
  times: Times;
  /** Who holds the review may be told. */
  insider: boolean;
}

const ROWS = 8;
const DECISIONS = 6;
const LASTING = ['draft', 'deferred', 'awaitingFunds'];

/** Soonest first; what has no due date of its own comes after. */
const urgency = (row: ListRow): string => `${LASTING.includes(row.state) ? 1 : 0}${row.dueOn ?? '9999'}${row.ref}`;
const byUrgency = (rows: readonly ListRow[]): ListRow[] => [...rows].sort((a, b) => (urgency(a) < urgency(b) ? -1 : 1));

function underWayBlock(scope: Scope, { names, times, insider }: Given): Block {
  const { today, calendars } = times;
  const total = scope.count.more ? `more than ${scope.count.count}` : String(scope.count.count);
  return {
    kind: 'table',
    id: 'under-way',
    title: 'Requests under way',
    columns: [
      { key: 'request', text: 'Request' },
      { key: 'status', text: 'Status' },
      { key: 'holder', text: 'With' },
      { key: 'due', text: 'Due' },
    ],
    rows: byUrgency(scope.rows)
      .slice(0, ROWS)
      .map((row) => ({
        request: requestCell(row, names),
        status: statusOf(row.state),
        holder: withWhom(row, insider),
        due: dueInColumn(row, today, calendars),
      })),
    empty: 'No request is under way.',
    ...(scope.rows.length > 0
      ? {
          link: {
            text: scope.count.count > ROWS ? `All ${total}` : 'Open the list',
            href: `${paths.requests()}?open=true`,
          },
        }
      : {}),
  };
}

function decisionsBlock(decided: readonly ListRow[], names: Names): Block {
  const latest = [...decided].sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime()).slice(0, DECISIONS);
  return {
    kind: 'table',
    id: 'decisions',
    title: 'Recent decisions',
    columns: [
      { key: 'request', text: 'Request' },
      { key: 'status', text: 'Decision' },
      { key: 'on', text: 'Since' },
    ],
    rows: latest.map((row) => ({ request: requestCell(row, names), status: statusOf(row.state), on: row.changedAt })),
    empty: 'Nothing has been decided yet.',
  };
}

/** The part of those who look after many requests: desk, chair, approver, region, audit. */
export function overviewPart(
  title: string,
  scope: Scope,
  decided: readonly ListRow[],
  waiting: number,
  given: Given,
): Part {
  const { names, times, insider } = given;
  const { count, more } = scope.count;
  const late = scope.rows.filter((r) => isRowLate(r, times.today)).length;
  const funds = scope.rows.filter((r) => r.state === 'awaitingFunds').length;
  const lateness =
    scope.complete && count > 0
      ? late === 0
        ? '; none is late'
        : `; ${words(late)} ${plural(late, 'is', 'are')} late`
      : '';
  const many = more ? `More than ${count.toLocaleString('en-GB')}` : count === 0 ? 'No' : words(count, true);
  const audit = title === AUDIT;
  return {
    title,
    sentences: [`${many} ${plural(count, 'request is', 'requests are')} under way${scope.where}${lateness}.`],
    figures: scope.complete
      ? [
          ...(audit ? [] : [{ value: waiting, text: plural(waiting, 'step waits for you', 'steps wait for you') }]),
          { value: count, text: plural(count, 'request under way', 'requests under way') },
          { value: late, text: plural(late, 'request late', 'requests late'), alert: late > 0 },
          { value: funds, text: 'approved, awaiting funds' },
        ]
      : [],
    actions: [],
    blocks: [underWayBlock(scope, given), decisionsBlock(decided, names)],
    asides: datesOfRows(scope.rows, times.today, insider, (row) => placeOf(row.countries, names)),
  };
}
export const AUDIT = 'What is under way';
