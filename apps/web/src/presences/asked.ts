import type { Asked } from '#casework';
import { isDay, type Day } from '#domain';

/** What a person or program asks of the table of presences: a day, a year, and as what. */
export interface PresencesAsked {
  asked: Asked;
  format: PresenceFormat | null;
  /** What could not be understood, each in a sentence of its own. */
  problems: { path: string; message: string }[];
}
export const PRESENCE_FORMATS = ['csv', 'docx'] as const;
export type PresenceFormat = (typeof PRESENCE_FORMATS)[number];

const FIRST_YEAR = 1993;
const LAST_YEAR = 2099;
const KNOWN = ['on', 'year', 'format'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const inRange = (year: number): boolean => year >= FIRST_YEAR && year <= LAST_YEAR;

/** A day as programs write it or as people do: 2015-11-01, 1 November 2015. Null where it is none. */
export function dayTyped(text: string): Day | null {
  const [, day, month, year] = /^(\d{1,2})\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4})$/u.exec(text) ?? [];
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1;
  const iso = day && number ? `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isDay(iso) && inRange(Number(iso.slice(0, 4))) ? iso : null;
}

/** Reads the address. Where it cannot be understood, the table of today is meant, and the problem is said. */
export function presencesAsked(query: Record<string, unknown>, today: Day): PresencesAsked {
  const problems = Object.entries(query).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [{ path: key.slice(0, 40), message: `Give “${key.slice(0, 40)}” once` }];
    return KNOWN.includes(key)
      ? []
      : [{ path: key.slice(0, 40), message: `“${key.slice(0, 40)}” is nothing that this table knows` }];
  });
  const refuse = (path: string, message: string): void => void problems.push({ path, message });
  const [on, year, format] = [textOf(query.on), textOf(query.year), textOf(query.format)];
  const day = on ? dayTyped(on) : today;
  const years = `from ${FIRST_YEAR} to ${LAST_YEAR}`;
  if (day === null) refuse('on', `“${on.slice(0, 40)}” is no day ${years}. Write it like 2015-11-01`);
  const whole = /^\d{4}$/.test(year) && inRange(Number(year)) ? Number(year) : null;
  if (year && whole === null) refuse('year', `“${year.slice(0, 40)}” is no year ${years}`);
  if (on && year) refuse('year', 'Ask for a day or for a year, not for both');
  const known = PRESENCE_FORMATS.find((f) => f === format) ?? null;
  if (format && known === null) refuse('format', `Choose a format: ${PRESENCE_FORMATS.join(', ')}`);
  return { asked: whole === null ? { on: day ?? today } : { year: whole }, format: known, problems };
}

/** The same as an address; a file of what is shown has the format. */
export const addressOf = (base: string, asked: Asked, format?: PresenceFormat): string => {
  const time = 'on' in asked ? `on=${asked.on}` : `year=${asked.year}`;
  return `${base}?${time}${format ? `&format=${format}` : ''}`;
};
