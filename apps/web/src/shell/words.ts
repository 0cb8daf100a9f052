import { localTime } from '#domain';
import { type BuiltHtml, builtHtml, escapeHtml } from './html.js';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

type DateStyle = keyof typeof STYLES;
type Moment = Date | string | number | null | undefined;

const formats = new Map<DateStyle, Intl.DateTimeFormat>(
  (Object.keys(STYLES) as DateStyle[]).map((style) => [
    style,
    new Intl.DateTimeFormat('en-GB', { ...STYLES[style], timeZone: 'UTC' }),
  ]),
);
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'UTC' });

function moment(value: Moment): Date | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  const at = value instanceof Date ? value : new Date(value);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/** A date in words: `15 January 2027`, or with style `short`, `day` or `month`. What is no date comes back as it is. */
export function date(value: Moment, style: DateStyle = 'long'): string {
  const at = moment(value);
  // en-GB writes "Sept"; tables line up only when every month has three letters.
  return at ? (formats.get(style) ?? formats.get('long')!).format(at).replace(/\bSept\b/, 'Sep') : String(value ?? '');
}

/** A date and time with its zone: `5 February 2027, 09:10 UTC`. */
export function dateTime(value: Moment, style: DateStyle = 'long'): string {
  const at = moment(value);
  return at ? `${date(at, style)}, ${clock.format(at)} UTC` : String(value ?? '');
}

/** A date and time by the clocks of a zone, with the place that it is named after: `5 February 2027, 12:10 Nairobi time`. */
export function timeIn(zone: string, value: Date): string {
  if (zone === 'UTC') return dateTime(value);
  const { day, hour, minute } = localTime(zone, value.toISOString());
  const [shown, place] = [[hour, minute], zone.split('/').at(-1)!.replaceAll('_', ' ')];
  return `${date(day)}, ${shown.map((n) => String(n).padStart(2, '0')).join(':')} ${place} time`;
}

/** Whole numbers to nine are written out, as the style of the pages asks: `six of nine sections`. */
export function words(value: number, sentenceStart = false): string {
  const word = NUMBERS[value] ?? value.toLocaleString('en-GB');
  return sentenceStart ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** The size of a file for people: `240 KB`, `1.2 MB`. */
export function bytes(value: number): string {
  if (value < 1024) return value === 1 ? '1 byte' : `${value} bytes`;
  if (value < 1024 * 1024) return `${Math.round(value / 1024)} KB`;
  return `${Number((value / 1024 / 1024).toFixed(1))} MB`;
}

/** Text as a person typed it, as paragraphs and line breaks; escaped, and each paragraph in its own direction. */
export function paragraphs(value: unknown, classes = ''): BuiltHtml {
  const attribute = classes ? ` class="${escapeHtml(classes)}"` : '';
  const html = String(value ?? '')
    .split(/\r?\n[\t ]*(?:\r?\n[\t ]*)+/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => `<p${attribute} dir="auto">${escapeHtml(part).replace(/\r?\n/g, '<br>')}</p>`)
    .join('');
  return builtHtml(html);
}
