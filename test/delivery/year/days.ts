/** Days are counted here a second time, in the plainest way, and with nothing of the product: that is what makes it a proof. */
export type Day = string;

/** When somebody works: the zone of their clock, the days off in their week, from 0, Sunday, and their holidays. */
export interface Worked {
  zone: string;
  weekend: readonly number[];
  holidays: ReadonlySet<Day>;
}

export function plus(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const isWorked = (day: Day, { weekend, holidays }: Worked): boolean =>
  !weekend.includes(new Date(`${day}T12:00:00Z`).getUTCDay()) && !holidays.has(day);

/** So many working days on from a day, or back from it. */
export function workedDays(day: Day, count: number, worked: Worked): Day {
  const forward = count > 0 ? 1 : -1;
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at = plus(at, forward);
    if (isWorked(at, worked)) left -= 1;
  }
  return at;
}

/** How many working days come after a day, up to and with another. */
export function workedBetween(from: Day, to: Day, worked: Worked): number {
  let count = 0;
  for (let at = plus(from, 1); at <= to; at = plus(at, 1)) if (isWorked(at, worked)) count += 1;
  return count;
}

/** How the time of a zone is told from that of another on a day, such as “GMT+3”. */
export const hoursIn = (zone: string, day: Day): string =>
  new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' })
    .formatToParts(new Date(`${day}T12:00:00Z`))
    .find(({ type }) => type === 'timeZoneName')!.value;
