import type { PersonRef } from '../people/roles.js';
import type { Day, Instant } from '../time/working-days.js';

/** Where money for a post may come from. */
export const FUNDING_SOURCES = {
  fund: 'Multi-donor trust fund',
  ohchr: 'OHCHR, extrabudgetary',
  unct: 'UN country team',
  agency: 'A UN agency',
  donor: 'A donor, directly',
  other: 'Another source',
} as const;
export type FundingSource = keyof typeof FUNDING_SOURCES;

/** Amounts of different standing are never merged: an allocation is not a promise of a cost share. */
export const FUNDING_STANDINGS = {
  allocation: 'Allocation',
  costShare: 'Commitment of cost share',
} as const;
export type FundingStanding = keyof typeof FUNDING_STANDINGS;

/**
 * One entry about money for a post. Entries are only added, never changed; a correction is an entry of its own that names
 * the one that it stands against. A ledger can take them over as they are.
 */
export interface FundingEntry {
  id: string;
  standing: FundingStanding;
  source: FundingSource;
  /** Who pays, by name: the fund's window, the agency. */
  name: string;
  /** Exact decimal with two places, as text; never a float. */
  amount: string;
  currency: 'USD';
  kind: 'cash' | 'in-kind';
  /** Of the agreement or decision in the books. */
  reference: string;
  from: Day;
  until: Day;
  corrects: string | null;
  by: PersonRef;
  at: Instant;
}
