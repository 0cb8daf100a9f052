import { addDays, type Day, type Instant } from '../time/working-days.js';

const HOUR = 3_600_000;
const PARTS = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
// Making one takes longer than using it a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const made = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...PARTS });
  formats.set(zone, made);
  return made;
};

/** Time zones that can be chosen, such as `Africa/Nairobi`. */
export const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((z) => z !== 'UTC')];
const KNOWN_ZONES = new Set(ZONES);
export const isZone = (zone: string): boolean => KNOWN_ZONES.has(zone);

/** Day, hour and minute by the clocks of a zone. */
export function localTime(zone: string, at: Instant): { day: Day; hour: number; minute: number } {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(Date.parse(at))
      .map((p) => [p.type, p.value]),
  );
  const { year, month, day, hour, minute } = parts as Record<keyof typeof PARTS, string>;
  return { day: `${year.padStart(4, '0')}-${month}-${day}`, hour: Number(hour), minute: Number(minute) };
}

/** The instant at which the clocks of a zone show this hour of this day; where they jump over it, the next that they show. */
export function instantOf(zone: string, day: Day, hour: number): number {
  const wanted = Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00.000Z`);
  const shown = (at: number): number => {
    const local = localTime(zone, new Date(at).toISOString());
    return Date.parse(`${local.day}T00:00:00.000Z`) + local.hour * HOUR + local.minute * 60_000;
  };
  const first = wanted - (shown(wanted) - wanted);
  return first - (shown(first) - wanted);
}

/** The next instant at which the clocks of a zone show this hour, on any day or on one of the week (0 is Sunday). */
export function nextLocal(zone: string, at: Instant, hour: number, weekday?: number): Instant {
  const from = Date.parse(at);
  const today = localTime(zone, at).day;
  for (let n = 0; n < 9; n += 1) {
    const day = addDays(today, n);
    if (weekday !== undefined && new Date(`${day}T00:00:00Z`).getUTCDay() !== weekday) continue;
    const instant = instantOf(zone, day, hour);
    if (instant > from) return new Date(instant).toISOString();
  }
  throw new Error(`No ${hour} o’clock comes in ${zone}.`);
}
