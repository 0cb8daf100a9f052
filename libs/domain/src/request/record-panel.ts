import type { PersonRef } from '../people/roles.js';
import type { Instant } from '../time/working-days.js';
import type { PreparedRecommendation, RequestFacts } from './facts.js';

/** What the record keeps of how the panel prepares its work. */
export interface RecordedPanel {
  PREPARE_RECOMMENDATION: { prepared: PreparedRecommendation };
  DISCARD_PREPARED: Record<string, never>;
}

/** The names of these lines of the record. */
export const PANEL_ENTRY_NAMES = {
  PREPARE_RECOMMENDATION: 'recommendationPrepared',
  DISCARD_PREPARED: 'preparedDiscarded',
} as const;

/** Who prepared a recommendation had a part in it, whoever applies it: nobody decides on what they prepared. */
export const PANEL_FOLDS = {
  PREPARE_RECOMMENDATION: (
    facts: RequestFacts,
    { prepared }: RecordedPanel['PREPARE_RECOMMENDATION'],
    { actor }: { at: Instant; actor: PersonRef },
  ): Partial<RequestFacts> => ({
    prepared,
    duties: {
      ...facts.duties,
      recommended: [...facts.duties.recommended.filter((p) => p.id !== actor.id), actor],
    },
  }),
  DISCARD_PREPARED: (): Partial<RequestFacts> => ({ prepared: null }),
};

/** What was prepared is used up by a recommendation, and void once the scores go back; a case without any stays as it is. */
export const withoutPrepared = (facts: RequestFacts): Partial<RequestFacts> =>
  facts.prepared ? { prepared: null } : {};
