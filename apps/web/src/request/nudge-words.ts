import { nudgerOf, type Clock, type Instant, type Nudge } from '#domain';
import { dateTime } from '../shell/words.js';

/** The last time that the holder of a clock was nudged. */
export type LastNudge = (Nudge & { again: Instant }) | null;
/** What is said beside who holds a case: that they were nudged, and where this person can do it now. */
export interface NudgeLine {
  nudged?: string;
  nudge?: string;
}

/** Whether somebody was nudged within the last day. */
export const rests = (last: LastNudge, now: Instant): boolean => last !== null && now < last.again;

/** By whom somebody was nudged, when, and from when they can be again; nothing of what was told of an earlier clock. */
export function nudgedText(last: LastNudge, { startedAt }: Pick<Clock, 'startedAt'>, inside: boolean, now: Instant) {
  if (!last || (!rests(last, now) && last.at < startedAt)) return '';
  const done = `Nudged by ${nudgerOf(last, inside)} on ${dateTime(last.at)}`;
  return rests(last, now) ? `${done}, again possible from ${dateTime(last.again)}.` : `${done}.`;
}

/** The line beside a clock; `href` only where this person may nudge its holder. */
export function nudgeLine(
  last: LastNudge,
  clock: Clock,
  inside: boolean,
  now: Instant,
  href: string | null,
): NudgeLine {
  const nudged = nudgedText(last, clock, inside, now);
  return { ...(nudged ? { nudged } : {}), ...(href && !rests(last, now) ? { nudge: href } : {}) };
}
