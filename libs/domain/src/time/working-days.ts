/** A day as `YYYY-MM-DD`, an instant as an ISO string in UTC. The domain reads no clock: time is always an argument. */
export type Day = string;
export type Instant = string;

/** Which days are worked. Weekdays count from 0, Sunday. */
export interface WorkCalendar {
  weekend: number[];
  holidays: ReadonlySet<Day>;
}
export const MONDAY_TO_FRIDAY: WorkCalendar = { weekend: [0, 6], holidays: new Set() };

/** The calendar of one duty station: its own days off in the week, where they are not Saturday and Sunday. */
export const calendarOf = (
  calendar: WorkCalendar,
  weekends: Readonly<Record<string, number[]>>,
  country: string | null,
): WorkCalendar => {
  const weekend = country === null ? undefined : weekends[country];
  return weekend ? { ...calendar, weekend } : calendar;
};

const DAY = 86_400_000;
/** The hour, in UTC, at which reminders of a day go out: a working morning from Panama to Suva is not one hour, so one is set. */
const REMINDER_HOUR = 'T07:00:00.000Z';

/** Whether a value is a day that exists, written as `YYYY-MM-DD`: 30 February does not. */
export const isDay = (value: unknown): value is Day =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
export const dayOf = (at: Instant): Day => at.slice(0, 10);

// Making one takes longer than using it a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>();
/** The day that it is in a time zone such as `Pacific/Fiji` at an instant; in UTC where no zone is known. */
export function dayIn(zone: string | null, at: Instant): Day {
  if (zone === null) return dayOf(at);
  const days = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...days });
  formats.set(zone, format);
  return format.format(Date.parse(at));
}
/** The last moment of a day. A due date means until the end of it. */
export const endOf = (day: Day): Instant => `${day}T23:59:59.999Z`;
export const morningOf = (day: Day): Instant => `${day}${REMINDER_HOUR}`;
export const addDays = (day: Day, n: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
/** The same day some months on; where that month is shorter, its last day. */
export function addMonths(day: Day, n: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const last = Number(addDays(addDays(first, 31).slice(0, 8) + '01', -1).slice(8));
  return first.slice(0, 8) + String(Math.min(Number(day.slice(8)), last)).padStart(2, '0');
}
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);
/** The day in the middle between two days. */
export const halfway = (from: Day, until: Day): Day => addDays(from, Math.floor(daysBetween(from, until) / 2));
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export function isWorkingDay(day: Day, calendar: WorkCalendar): boolean {
  return works(numberOf(day), calendar);
}

// Days are counted as numbers here: each ladder steps over dozens of them, and dates cost ten times as much.
const numberOf = (day: Day): number => Math.floor(Date.parse(day) / DAY);
const dayAt = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10);
/** 1 January 1970 was a Thursday. */
const works = (number: number, { weekend, holidays }: WorkCalendar): boolean =>
  !weekend.includes((((number + 4) % 7) + 7) % 7) && (holidays.size === 0 || !holidays.has(dayAt(number)));

/** The n-th working day after a day (before it, when n is negative); n = 0 is the day itself. */
export function addWorkingDays(day: Day, n: number, calendar: WorkCalendar): Day {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let at = numberOf(day);
  while (left > 0) {
    at += step;
    if (works(at, calendar)) left -= 1;
  }
  return dayAt(at);
}

/** How many working days lie after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let n = 0;
  const last = numberOf(to);
  for (let at = numberOf(from) + 1; at <= last; at += 1) if (works(at, calendar)) n += 1;
  return n;
}
