import type ICAL from 'ical.js';

type Component = InstanceType<typeof ICAL.Component>;

/** What a calendar program answers to an invitation (RFC 5546); of several entries, the first. */
export interface CalendarAnswer {
  /** Names the entry that is answered. */
  uid: string;
  /** Which version of it. */
  sequence: number;
  /** When it was said, by the clock of whoever said it; null where that cannot be read. */
  saidAt: Date | null;
  /** Each who answers, in lower case, with what they say: ACCEPTED, DECLINED, TENTATIVE, or something else. */
  attendees: { address: string; says: string; note: string }[];
  /** What was written with it. */
  note: string;
  /** When it would suit them instead. */
  proposes: Date | null;
}

/** No calendar program writes more in an answer to one entry. */
const MOST_TEXT = 200_000;
const ANSWERS = /^(REPLY|COUNTER)$/i;
/** Beyond these stands nothing that a program means: an entry changed a million times, a day of another age. */
const MOST_CHANGES = 1_000_000;
const YEARS = [1_970, 9_999] as const;

const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
/** A moment of an entry, in whatever zone it stands. */
function momentOf(entry: Component, name: string): Date | null {
  const value = entry.getFirstPropertyValue(name) as { toJSDate?: () => Date } | null;
  const date = value?.toJSDate?.();
  const year = date?.getUTCFullYear() ?? Number.NaN;
  return date && year >= YEARS[0] && year <= YEARS[1] ? date : null;
}

function answerIn(calendar: Component): CalendarAnswer | null {
  const method = word(calendar.getFirstPropertyValue('method'));
  const entry = calendar.getFirstSubcomponent('vevent');
  if (!entry || !ANSWERS.test(method)) return null;
  const sequence = Number(entry.getFirstPropertyValue('sequence') ?? 0);
  return {
    uid: word(entry.getFirstPropertyValue('uid')),
    sequence: Number.isInteger(sequence) && sequence >= 0 && sequence <= MOST_CHANGES ? sequence : 0,
    saidAt: momentOf(entry, 'dtstamp'),
    attendees: entry.getAllProperties('attendee').map((attendee) => ({
      address: word(attendee.getFirstValue())
        .replace(/^mailto:/i, '')
        .toLowerCase(),
      says: word(attendee.getFirstParameter('partstat')).toUpperCase(),
      note: word(attendee.getFirstParameter('x-response-comment')),
    })),
    note: word(entry.getFirstPropertyValue('comment')),
    proposes: /^COUNTER$/i.test(method) ? momentOf(entry, 'dtstart') : null,
  };
}

/** Reads what a calendar program wrote; null where it is no answer to an invitation. */
export async function readCalendarAnswer(text: string): Promise<CalendarAnswer | null> {
  if (text.length > MOST_TEXT) return null;
  const { default: calendars } = await import('ical.js');
  try {
    return answerIn(calendars.Component.fromString(text));
  } catch {
    // It is no calendar, or one that is built as none can be read.
    return null;
  }
}
