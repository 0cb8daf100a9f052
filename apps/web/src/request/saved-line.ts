import { date, dateTime } from '../shell/words.js';

const DAY = 86_400_000;

/** When the text was last saved, as the side of the form says it: "Draft saved today at 14:32 UTC". */
export function savedLine(savedAt: Date, now: Date): string {
  const day = (at: Date | number): string => new Date(at).toISOString().slice(0, 10);
  const time = dateTime(savedAt).split(', ').at(-1)!;
  if (day(savedAt) === day(now)) return `Draft saved today at ${time}`;
  if (day(savedAt) === day(now.getTime() - DAY)) return `Draft saved yesterday at ${time}`;
  return `Draft saved on ${date(savedAt)}`;
}
