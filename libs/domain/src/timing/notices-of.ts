import type { Notice, NoticeName } from '../notices.js';
import { askedFor } from './by-hand.js';
import type { ByHand, Timed } from './notes.js';
import type { RecordedTiming } from './record.js';

/** Who asked for the time that this answers; nobody where nobody did. */
function askerOf(before: Timed, key: string): Pick<Notice, 'personId'> {
  const clock = before.clocks.find((c) => c.key === key);
  const asked = clock && askedFor(before, clock);
  return asked ? { personId: asked.by.id } : {};
}

/** Whom a step about the time of a clock tells: whoever holds that clock, and who asked. A clock that something else holds still does not go on. */
export function timingNotices(before: Timed | null, after: Timed, type: string, data: unknown): Notice[] {
  if (!before) return [];
  const { clock, resumed } = data as ByHand & RecordedTiming['RESUME_CLOCKS'];
  const about = (name: NoticeName, key: string): Notice => ({ name, clock: key });
  const goesOn = (keys: string[]): Notice[] =>
    keys
      .filter((key) => after.clocks.some((c) => c.key === key && c.stoppedWith === null))
      .map((key) => about('clockGoesOn', key));
  switch (type) {
    case 'EXTEND_CLOCK':
      return [{ ...about('moreTimeGiven', clock), ...askerOf(before, clock) }];
    case 'REFUSE_MORE_TIME':
      return [{ ...about('moreTimeRefused', clock), ...askerOf(before, clock) }];
    case 'NUDGE':
      return [about('nudged', clock)];
    case 'STOP_CLOCK':
      return [about('clockStopped', clock)];
    case 'GO_ON_CLOCK':
      return goesOn([clock]);
    case 'RESUME_CLOCKS':
      return goesOn(resumed.map((one) => one.clock));
    default:
      return [];
  }
}
