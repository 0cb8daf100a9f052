import { addDays, addMonths, type Day } from '#domain';

/** What the note of a listing says of the time of a presence. */
export interface NotedTime {
  /** The last day, where the note says that the post ended; the last one of its month or year where no more is told. */
  endedOn: Day | null;
  /** The first day, where the note tells when the adviser came. */
  from: Day | null;
  /** A presence before, for which no list is at hand. */
  earlier: { from: Day; until: Day }[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENDED = /^(?:discontinued|closed)\b(?:\s+(?:end|during|in|of))*(?:\s+([a-z]{3})[a-z]*)?(?:\s+(\d{4}))?/i;
const BEGUN = /\b(?:redeployed|deployed|opened)\s+(?:in\s+)?([a-z]{3})[a-z]*\s+(\d{4})\b/i;
const EARLIER = /\bearlier\s+(\d{4})(?:-(\d{4}))?/gi;

const firstOf = (year: number, month: number): Day => `${year}-${String(month + 1).padStart(2, '0')}-01`;
const lastOf = (year: number, month: number): Day => addDays(addMonths(firstOf(year, month), 1), -1);
const monthIn = (text: string | undefined): number => MONTHS.indexOf((text ?? '').toLowerCase());

/** Reads "closed Jun 2016", "discontinued during 2014", "redeployed Nov 2012 (earlier 2007-2008)" and the like. */
export function notedTime(note: string | null, year: number): NotedTime {
  const ended = ENDED.exec(note ?? '');
  // A note belongs to the year that is listed: another year in it would end the post where it is listed.
  const endsIn = ended && Math.max(Number(ended[2] ?? year), year);
  const begun = BEGUN.exec(note ?? '');
  const beginsIn = begun && Number(begun[2]) === year ? monthIn(begun[1]) : -1;
  return {
    endedOn: endsIn ? lastOf(endsIn, monthIn(ended[1]) === -1 ? 11 : monthIn(ended[1])) : null,
    from: beginsIn === -1 ? null : firstOf(year, beginsIn),
    earlier: [...(note ?? '').matchAll(EARLIER)]
      .map(([, first, last]) => ({ from: firstOf(Number(first), 0), until: lastOf(Number(last ?? first), 11) }))
      .filter(({ from, until }) => from <= until && until < firstOf(year, 0)),
  };
}
