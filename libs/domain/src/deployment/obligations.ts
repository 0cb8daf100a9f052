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
 * mid-term report at half time, and the last one before the end. What would be due after the last one is part of it. Where too
 * little was served of the first quarter or year, its days belong to the next one, which then names its days.
 */
export function reportsOfTerm(from: Day, endsOn: Day, s: ClockSettings): Due[] {
  const endDue = laterOf(addDays(endsOn, -s.endReportDays), from);
  const due: Due[] = [];
  const open = { quarterly: false, annual: false };
  const period = (kind: 'quarterly' | 'annual', usual: string, end: Day): string =>
    open[kind] ? `${from} to ${end}` : usual;
  for (let start = quarterOf(from); start <= endsOn; start = addMonths(start, 3)) {
    const end = addDays(addMonths(start, 3), -1);
    const served = daysBetween(laterOf(start, from), end) + 1;
    const year = start.slice(0, 4);
    const kinds = end.endsWith('-12-31') ? (['quarterly', 'annual'] as const) : (['quarterly'] as const);
    for (const kind of kinds) {
      const usual = kind === 'annual' ? year : `Q${(Number(start.slice(5, 7)) + 2) / 3} ${year}`;
      const dueOn = addDays(end, kind === 'annual' ? s.annualDueDays : s.quarterlyDueDays);
      if (served >= s.quarterlyFromDays) due.push({ kind, period: period(kind, usual, end), dueOn });
      open[kind] = served < s.quarterlyFromDays;
    }
  }
  const half = halfTime(from, endsOn, s);
  if (half) due.push({ kind: 'midTerm', period: `${from} to ${half}`, dueOn: half });
  const last: Due = { kind: 'end', period: `${from} to ${endsOn}`, dueOn: endDue };
  return [...due.filter((d) => d.dueOn < endDue), last].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
}

/** The obligations drawn up when somebody arrives. */
export const drawUp = (from: Day, endsOn: Day, s: ClockSettings, newId: () => string): Obligation[] =>
  reportsOfTerm(from, endsOn, s).map((d) => ({ id: newId(), ...d, moved: [], reportId: null }));

/** The day on which a report was due when it was drawn up. */
const firstDue = ({ moved, dueOn }: Obligation): Day => moved[0]?.from ?? dueOn;

/**
 * The obligations of a term that is extended: those there are, those of the added time, and the last report at the new end. What was
 * part of the last report, as it came after it, and would be over by now is due soon; a term that has become long enough is reviewed.
 */
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
  const isKnown = (d: Due) =>
    known.some((o) => o.kind === d.kind && (o.period === d.period || firstDue(o) === d.dueOn || o.kind === 'midTerm'));
  const wasPartOfLast = (d: Due) => open !== undefined && d.dueOn >= open.dueOn;
  const added = wanted
    .filter((d) => (d.kind !== 'end' || !open) && !isKnown(d) && (d.dueOn >= today || wasPartOfLast(d)))
    .map((d) => ({ ...d, dueOn: d.dueOn >= today ? d.dueOn : addDays(today, s.quarterlyDueDays) }))
    .map((d) => ({ id: newId(), ...d, moved: [], reportId: null }));
  return [...kept, ...added].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}
