import type { Cases, CaseView, SignedIn } from '#casework';
import { cellOf } from './csv.js';
import { filterOfHistory, historyRow, type HistoryQuery } from './history.presenter.js';

/** Lines that are read at once; it is the most that a reading gives. */
const CHUNK = 200;

/** Every line of the record that the person may read, newest first, as rows of a table: read as they go out, to the last. */
export async function* historyRows(
  cases: Pick<Cases, 'history'>,
  view: CaseView,
  me: SignedIn,
  query: HistoryQuery,
): AsyncGenerator<string[]> {
  for (let { before } = query; ;) {
    const lines = await cases.history(view, me, { ...filterOfHistory({ ...query, before }), limit: CHUNK });
    for (const line of lines) yield historyRow(line, me, view).map(cellOf);
    if (lines.length < CHUNK) return;
    before = lines.at(-1)!.seq;
  }
}
