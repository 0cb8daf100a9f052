/** A day as `YYYY-MM-DD`, an instant as an ISO string in UTC. The domain reads no clock: time is always an argument. */
export type Day = string;
export type Instant = string;

/** Which days are worked, and where. Weekdays count from 0, Sunday. */
export interface WorkCalendar {
  weekend: readonly number[];
  holidays: { readonly size: number; has(day: Day): boolean };
  /** The time zone in which its days begin and end, such as `Africa/Nairobi`; UTC without one. */
  zone?: string | null;
}
export const MONDAY_TO_FRIDAY: WorkCalendar = { weekend: [0, 6], holidays: new Set() };

const DAY = 86_400_000;
/** The hour in UTC at which reminders of a day go out where no time zone is known. */
const REMINDER_HOUR = 'T07:00:00.000Z';
/** The hour at which they go out where one is: the morning of whoever has to act. */
const MORNING = 'T09:00:00.000Z';

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
const wall = new Map<string, Intl.DateTimeFormat>();
/** What the clock on the wall says in a zone at an instant, read as if it were UTC. */
function wallClock(zone: string, at: number): number {
  const two = '2-digit' as const;
  const parts = {
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
    hourCycle: 'h23',
  } as const;
  const format = wall.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts });
  wall.set(zone, format);
  const said = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return Date.parse(`${said.year}-${said.month}-${said.day}T${said.hour}:${said.minute}:${said.second}.000Z`);
}
const instants = new Map<string, Instant>();
const MOST_KEPT = 5_000;
/** The instant at which the clock on the wall of a zone says this. Asked twice, since the first answer may lie on the other side of a change of the hour. */
function instantIn(zone: string, said: Instant): Instant {
  const key = zone + said;
  const known = instants.get(key);
  if (known) return known;
  const wanted = Date.parse(said);
  const ms = wanted - Math.floor(wanted / 1000) * 1000;
  const whole = wanted - ms;
  let at = whole;
  for (let turn = 0; turn < 2; turn += 1) at += whole - wallClock(zone, at);
  if (instants.size >= MOST_KEPT) instants.clear();
  const found = new Date(at + ms).toISOString();
  instants.set(key, found);
  return found;
}

/** The last moment of a day, in UTC or in a zone. A due date means until the end of it. */
export const endOf = (day: Day, zone: string | null = null): Instant =>
  zone === null ? `${day}T23:59:59.999Z` : instantIn(zone, `${day}T23:59:59.999Z`);
/** When reminders of a day go out: in the morning of the zone, where one is known. */
export const morningOf = (day: Day, zone: string | null = null): Instant =>
  zone === null ? `${day}${REMINDER_HOUR}` : instantIn(zone, `${day}${MORNING}`);
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
  // From nothing, so that a move over days off alone is 0 and not the other zero, which no record keeps.
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  let n = 0;
  const last = numberOf(to);
  for (let at = numberOf(from) + 1; at <= last; at += 1) if (works(at, calendar)) n += 1;
  return n;
}
