import type { FieldProblem } from '../refusal.js';
import { addDays, dayOf, daysBetween, isDay, type Day, type Instant } from '../time/working-days.js';
import { roundAfter } from './rounds.js';

/** The call of a round: from which day to which ordinary requests are asked for, and for how many days late ones still count. */
export interface RoundCall {
  round: string;
  opens: Day;
  closes: Day;
  graceDays: number;
}
/** A day as a call sees it: the call for which a request counts that is submitted then, and whether it lives on the days of grace. */
export interface CallOnDay {
  call: RoundCall;
  late: boolean;
}

/** So many days of grace at most: more would be another call. */
export const MOST_GRACE_DAYS = 30;

/** The round to which a day belongs: the first half of its year, or the second. */
export const roundOf = (at: Instant): string => `${at.slice(0, 4)}-${at.slice(5, 7) <= '06' ? 1 : 2}`;

/** The call of a round for which no days were set: the half of the year from which it has its name, without grace. */
export function usualCall(round: string): RoundCall {
  const [year, half] = round.split('-');
  const [opens, closes] = half === '1' ? ['01-01', '06-30'] : ['07-01', '12-31'];
  return { round, opens: `${year}-${opens}`, closes: `${year}-${closes}`, graceDays: 0 };
}

/** The call of a round: as it was set, else the usual one. */
export const callOf = (round: string, set: readonly RoundCall[]): RoundCall =>
  set.find((call) => call.round === round) ?? usualCall(round);

/** The last day on which a request still counts for a call. */
export const lastDayOf = ({ closes, graceDays }: RoundCall): Day => addDays(closes, graceDays);

/**
 * The call for which a request counts that is submitted on a day: the first that has not ended. Nobody is turned away
 * between two calls: what is submitted then is checked at once, and belongs to the round that comes.
 */
export function callOn(day: Day, set: readonly RoundCall[]): CallOnDay {
  let round = roundAfter(roundOf(day), -1);
  while (lastDayOf(callOf(round, set)) < day) round = roundAfter(round);
  const call = callOf(round, set);
  return { call, late: day > call.closes };
}

/** The calls from a day on, the one that counts on that day first. */
export function callsFrom(day: Day, set: readonly RoundCall[], count: number): RoundCall[] {
  const { round } = callOn(day, set).call;
  return Array.from({ length: count }, (_, i) => callOf(roundAfter(round, i), set));
}

/** What stands against the days of a call; calls follow one another, so that every day has one. */
export function callProblems(call: RoundCall, set: readonly RoundCall[], at: Instant): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, message });
  const { opens, closes, graceDays } = call;
  if (!isDay(opens)) wrong('opens', 'Enter the day on which the call opens');
  if (!isDay(closes)) wrong('closes', 'Enter the day on which the call closes');
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > MOST_GRACE_DAYS)
    wrong('graceDays', `Enter a whole number of days from 0 to ${MOST_GRACE_DAYS}`);
  if (problems.length > 0) return problems;
  const before = callOf(roundAfter(call.round, -1), set);
  const after = callOf(roundAfter(call.round), set);
  if (closes <= opens) wrong('closes', 'Enter a day after the day on which the call opens');
  if (closes < dayOf(at)) wrong('closes', 'Enter a day that has not passed. A call that has closed stays as it was');
  if (opens <= lastDayOf(before))
    wrong('opens', `Enter a day after ${lastDayOf(before)}, the last day of the call for round ${before.round}`);
  if (lastDayOf(call) >= after.opens)
    wrong(
      'closes',
      `The call with its days of grace has to end before ${after.opens}, when that for round ${after.round} opens`,
    );
  if (daysBetween(opens, closes) > 366) wrong('closes', 'A call lasts a year at most');
  return problems;
}
