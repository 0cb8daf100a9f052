import type { PersonRef } from '../people/roles.js';
import type { Instant } from '../time/working-days.js';
import type { TimingEventType } from './events.js';
import { withByHand, withMoved, type ByHand, type Recounted, type Timed, type TimeNote } from './notes.js';
import { withNudge, type Nudged } from './nudge.js';

/** What the record keeps of each. */
export interface RecordedTiming {
  RECOUNT_CLOCKS: Recounted;
  EXTEND_CLOCK: ByHand;
  STOP_CLOCK: ByHand;
  GO_ON_CLOCK: ByHand;
  RESUME_CLOCKS: { resumed: ByHand[] };
  ASK_MORE_TIME: ByHand;
  REFUSE_MORE_TIME: ByHand;
  NUDGE: Nudged;
}

/** The name of each entry in the record, in the past tense. */
export const TIMING_ENTRY_NAMES = {
  RECOUNT_CLOCKS: 'clocksRecounted',
  EXTEND_CLOCK: 'clockExtended',
  STOP_CLOCK: 'clockStopped',
  GO_ON_CLOCK: 'clockWentOn',
  RESUME_CLOCKS: 'clocksResumed',
  ASK_MORE_TIME: 'moreTimeAsked',
  REFUSE_MORE_TIME: 'moreTimeRefused',
  NUDGE: 'nudged',
} as const satisfies Record<TimingEventType, string>;

type Fold<T extends TimingEventType> = (
  facts: Timed,
  data: RecordedTiming[T],
  entry: { at: Instant; actor: PersonRef },
) => Pick<Timed, 'timeNotes' | 'nudges'>;

export const TIMING_FOLDS: { [T in TimingEventType]: Fold<T> } = {
  RECOUNT_CLOCKS: withMoved,
  EXTEND_CLOCK: withByHand('extended'),
  STOP_CLOCK: withByHand('stopped'),
  GO_ON_CLOCK: withByHand('wentOn'),
  RESUME_CLOCKS: ({ clocks, timeNotes }, { resumed }, entry) => ({
    timeNotes: resumed.reduce<TimeNote[]>(
      (notes, one) => withByHand('wentOn')({ clocks, timeNotes: notes }, one, entry).timeNotes,
      timeNotes ?? [],
    ),
  }),
  ASK_MORE_TIME: withByHand('asked'),
  REFUSE_MORE_TIME: withByHand('refused'),
  NUDGE: withNudge,
};
