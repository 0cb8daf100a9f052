import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { required } from '../text.js';
import type { HolidayChanged } from '../timing/notes.js';
import { ALL_STATIONS } from './calendars.js';
import { addMonths, isDay, type Day } from './working-days.js';

/** How far ahead, and how far back, a holiday can be set, in months. */
const AHEAD = 36;
const BACK = 12;

function dayTrouble(day: unknown, today: Day): string | null {
  if (!isDay(day)) return day ? 'Enter a real date, such as 3 May 2027' : 'Enter the day';
  return day < addMonths(today, -BACK) || day > addMonths(today, AHEAD)
    ? 'Enter a day of the last twelve months or of the next three years'
    : null;
}

/** What is wrong with a change of the holidays; `kept` is what is kept on that day at that duty station already. */
export function holidayRefusal(
  { what, station, day, name }: HolidayChanged,
  known: { today: Day; isStation: (station: string) => boolean; kept: string | null },
): Refusal | null {
  const at = (path: string, message: string | null): FieldProblem[] => (message ? [{ path, message }] : []);
  const wrongDay = dayTrouble(day, known.today);
  const standing =
    what === 'added'
      ? known.kept && `This day is a holiday there already: ${known.kept}`
      : known.kept === null && 'This day is no holiday there, so there is none to take away';
  return refuseFields([
    ...at('what', ['added', 'removed'].includes(what) ? null : 'Say whether the holiday is added or removed'),
    ...at('station', station === ALL_STATIONS || known.isStation(station) ? null : 'Choose a duty station'),
    ...at('day', wrongDay ?? (standing || null)),
    ...(what === 'added' ? required(name, 'name', 'Enter what is kept on this day', 120) : []),
  ]);
}
