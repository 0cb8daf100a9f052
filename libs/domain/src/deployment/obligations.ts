import type { ClockSettings } from '../time/clock-settings.js';
import { addDays, addMonths, daysBetween, halfway, laterOf, type Day } from '../time/working-days.js';
import type { Incumbency, Obligation, ReportKind } from './facts.js';

export interface Due {
  kind: ReportKind;
  period: string;
  dueOn: Day;
}

/** The first day of the quarter of a day. */
const quarterOf = (day: Day): Day => {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
};

/** The day on which the mid-term review of a term begins, or null where the term is too short for one. */
export const halfTime = (from: Day, endsOn: Day | null, s: ClockSettings): Day | null =>
  endsOn !== null && daysBetween(from, endsOn) + 1 >= s.midTermFromDays ? halfway(from, endsOn) : null;

/**
 * When the renewal of a term opens and by when it is decided. Where the term, or what was last added to it, is too short for
 * that, each takes the half of what there is.
 */
export function renewalDays(
  { from, extensions }: Pick<Incumbency, 'from' | 'extensions'>,
  endsOn: Day,
  s: ClockSettings,
): { opensOn: Day; decideBy: Day } {
  const since = laterOf(from, extensions.at(-1)?.on ?? from);
  const opens = addMonths(endsOn, -s.renewalOpensMonths);
  const opensOn = opens > since ? opens : halfway(since, endsOn);
  const decide = addMonths(endsOn, -s.renewalDecisionMonths);
  return { opensOn, decideBy: decide > opensOn ? decide : halfway(opensOn, endsOn) };
}

/**
 * The reports of a term: an update for each quarter of the year and a report for each year of which enough was served, the
 * mid-term report at half time, and the last one before the end. What would be due after the last one is part of it.
 */
export function reportsOfTerm(from: Day, endsOn: Day, s: ClockSettings): Due[] {
  const endDue = laterOf(addDays(endsOn, -s.endReportDays), from);
  const due: Due[] = [];
  for (let start = quarterOf(from); start <= endsOn; start = addMonths(start, 3)) {
    const end = addDays(addMonths(start, 3), -1);
    const served = daysBetween(laterOf(start, from), end) + 1;
    const year = start.slice(0, 4);
    if (served >= s.quarterlyFromDays)
      due.push({
        kind: 'quarterly',
        period: `Q${(Number(start.slice(5, 7)) + 2) / 3} ${year}`,
        dueOn: addDays(end, s.quarterlyDueDays),
      });
    if (end.endsWith('-12-31') && served >= s.quarterlyFromDays)
      due.push({ kind: 'annual', period: year, dueOn: addDays(end, s.annualDueDays) });
  }
  const half = halfTime(from, endsOn, s);
  if (half) due.push({ kind: 'midTerm', period: `${from} to ${half}`, dueOn: half });
  const last: Due = { kind: 'end', period: `${from} to ${endsOn}`, dueOn: endDue };
  return [...due.filter((d) => d.dueOn < endDue), last].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The obligations drawn up when somebody arrives. */
export const drawUp = (from: Day, endsOn: Day, s: ClockSettings, newId: () => string): Obligation[] =>
  reportsOfTerm(from, endsOn, s).map((d) => ({ id: newId(), ...d, moved: [], reportId: null }));

/** The obligations of a term that is extended: those there are, those of the added time, and the last report at the new end. */
export function drawUpAdded(
  known: Obligation[],
  from: Day,
  endsOn: Day,
  s: ClockSettings,
  newId: () => string,
  moved: Omit<Obligation['moved'][number], 'from' | 'to' | 'late'> & { today: Day },
): Obligation[] {
  const { today, ...why } = moved;
  const wanted = reportsOfTerm(from, endsOn, s);
  const end = wanted.find((d) => d.kind === 'end')!;
  const open = known.find((o) => o.kind === 'end' && o.reportId === null);
  const kept = known.map((o) =>
    o === open
      ? {
          ...o,
          period: end.period,
          dueOn: end.dueOn,
          moved: [...o.moved, { ...why, from: o.dueOn, to: end.dueOn, late: o.dueOn < today }],
        }
      : o,
  );
  const added = wanted
    .filter((d) => d.kind === 'quarterly' || d.kind === 'annual' || (d.kind === 'end' && !open))
    .filter((d) => d.dueOn >= today && !known.some((o) => o.kind === d.kind && o.period === d.period))
    .map((d) => ({ id: newId(), ...d, moved: [], reportId: null }));
  return [...kept, ...added].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
