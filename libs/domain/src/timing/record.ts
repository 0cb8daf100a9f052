import type { PersonRef } from '../people/roles.js';
import type { RequestFacts } from '../request/facts.js';
import type { Instant } from '../time/working-days.js';
import type { TimingEventType } from './events.js';
import { withMoved, type Recounted } from './notes.js';

/** What the record keeps of each. */
export interface RecordedTiming {
  RECOUNT_CLOCKS: Recounted;
}

/** The name of each entry in the record, in the past tense. */
export const TIMING_ENTRY_NAMES = {
  RECOUNT_CLOCKS: 'clocksRecounted',
} as const satisfies Record<TimingEventType, string>;

type Fold<T extends TimingEventType> = (
  facts: RequestFacts,
  data: RecordedTiming[T],
  entry: { at: Instant; actor: PersonRef },
) => Pick<RequestFacts, 'timeNotes'>;

export const TIMING_FOLDS: { [T in TimingEventType]: Fold<T> } = {
  RECOUNT_CLOCKS: withMoved,
};
