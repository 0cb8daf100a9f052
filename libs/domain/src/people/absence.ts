import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { addDays, daysBetween, isDay, type Day } from '../time/working-days.js';

/** Whole days on which somebody is away, the first and the last included, as they are counted in their zone. */
export interface AbsenceDays {
  from: Day;
  until: Day;
}
export interface AbsenceDraft extends AbsenceDays {
  /** One line for those who wait; empty for none. */
  note: string;
}
export const LONGEST_ABSENCE_DAYS = 365;
export const LONGEST_ABSENCE_NOTE = 120;

/** Whether somebody is away on a day. */
export const isAwayOn = ({ from, until }: AbsenceDays, day: Day): boolean => from <= day && day <= until;

const noteProblems = (note: string): FieldProblem[] =>
  /[\r\n]/.test(note) || note.length > LONGEST_ABSENCE_NOTE
    ? [{ path: 'note', message: `Write one line of at most ${LONGEST_ABSENCE_NOTE} characters` }]
    : [];

function daysProblems({ from, until }: AbsenceDays, today: Day, known: readonly AbsenceDays[]): FieldProblem[] {
  const notDays = [
    ...(isDay(from) ? [] : [{ path: 'from', message: 'Enter the first day, such as 15 July 2027' }]),
    ...(isDay(until) ? [] : [{ path: 'until', message: 'Enter the last day, such as 30 July 2027' }]),
  ];
  if (notDays.length) return notDays;
  if (from < today)
    return [{ path: 'from', message: 'Enter today or a later day: what was told until now stays told' }];
  if (from > addDays(today, LONGEST_ABSENCE_DAYS))
    return [{ path: 'from', message: 'Enter a first day within the next year' }];
  if (until < from) return [{ path: 'until', message: 'Enter a last day on or after the first one' }];
  if (daysBetween(from, until) >= LONGEST_ABSENCE_DAYS)
    return [
      {
        path: 'until',
        message: 'Enter at most a year: whoever is away longer gives up what they hold to somebody else',
      },
    ];
  return known.some((other) => other.from <= until && from <= other.until)
    ? [{ path: 'from', message: 'Some of these days are among those of another absence; end that one first' }]
    : [];
}

/** Why days away cannot be kept; null where they can. `known`: the absences of the same person that are not over. */
export const absenceRefusal = (draft: AbsenceDraft, today: Day, known: readonly AbsenceDays[]): Refusal | null =>
  refuseFields([...daysProblems(draft, today, known), ...noteProblems(draft.note)]);

/** Somebody among those whom a notice reaches. */
export interface Reached {
  id: string;
  /** The last day of their absence, where they are away now. */
  away: Day | null;
  /** Those for whom they act in what the notice is about, by dated delegations that are in force. */
  actsFor: readonly string[];
}

/** Those whom somebody stands in for meanwhile: they are away, and one who acts for them is not. */
export const stoodInFor = (all: readonly Reached[]): string[] =>
  all
    .filter(
      ({ id, away }) => away !== null && all.some((d) => d.id !== id && d.away === null && d.actsFor.includes(id)),
    )
    .map(({ id }) => id);

/** Whether all whom a notice reaches are away, so that nobody is there to act on it. */
export const nobodyThere = (all: readonly Reached[]): boolean =>
  all.length > 0 && all.every(({ away }) => away !== null);
