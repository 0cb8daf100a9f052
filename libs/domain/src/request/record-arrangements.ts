import type { FirstPeriod } from '../money/first-period.js';
import type { FundingEntry } from '../money/funding.js';
import type { Post } from '../deployment/facts.js';
import type { PersonRef } from '../people/roles.js';
import type { TermsVersion } from '../terms/terms.js';
import type { Day, Instant } from '../time/working-days.js';
import {
  arrangementsOf,
  fundingOf,
  revalidationsOf,
  type Arrangements,
  type ConfirmedShare,
  type Handover,
  type Hosting,
  type NamedReporting,
} from './arrangements.js';
import type { RequestFacts } from './facts.js';

/** What the record keeps of the steps from approval to handover. */
export interface RecordedArrangements {
  ENTER_FUNDING: { entry: FundingEntry };
  RECORD_COST_SHARE: { entry: FundingEntry; handover: Handover | null };
  FUND: { need: FirstPeriod; post: Post; deployment: string | null; note: string | null; handover: Handover | null };
  REVALIDATE: { reason: string; until: Day };
  LAPSE_APPROVAL: Record<string, never>;
  PROPOSE_TOR: {
    terms: TermsVersion;
    reporting: NamedReporting[];
    voids: { side: 'rc' | 'ohchr'; by: PersonRef }[];
    /** Why terms that both sides had signed are changed. */
    reason?: string;
  };
  SIGN_TOR: { version: number; signature: TermsVersion['signatures'][number]; handover: Handover | null };
  CONFIRM_COST_SHARE: {
    confirmed: ConfirmedShare[];
    noCostShare: Arrangements['noCostShare'];
    handover: Handover | null;
  };
  CONFIRM_HOSTING: { hosting: Hosting; handover: Handover | null };
}

/** The name of each of their entries in the record, in the past tense. */
export const ARRANGEMENT_ENTRY_NAMES = {
  ENTER_FUNDING: 'fundingEntered',
  RECORD_COST_SHARE: 'costShareRecorded',
  FUND: 'funded',
  REVALIDATE: 'approvalRevalidated',
  LAPSE_APPROVAL: 'approvalLapsed',
  PROPOSE_TOR: 'termsProposed',
  SIGN_TOR: 'termsSigned',
  CONFIRM_COST_SHARE: 'costShareConfirmed',
  CONFIRM_HOSTING: 'hostingConfirmed',
} as const satisfies Record<keyof RecordedArrangements, string>;

type Change = Partial<RequestFacts>;
type Stamp = { at: Instant; actor: PersonRef };

const entered = (facts: RequestFacts, { entry }: { entry: FundingEntry }): Change => ({
  funding: [...fundingOf(facts), entry],
});
/** A change of the arrangements; with the step that completes them the post is handed on. */
const arranged = (
  facts: RequestFacts,
  change: Partial<Arrangements>,
  data: { handover?: Handover | null },
  at: Instant,
): Change => ({
  arrangements: { ...arrangementsOf(facts)!, ...change, ...(data.handover ? { handedOn: at } : {}) },
});

/** How each of their lines changes the case. */
export const ARRANGEMENT_FOLDS: {
  [T in keyof RecordedArrangements]: (facts: RequestFacts, data: RecordedArrangements[T], stamp: Stamp) => Change;
} = {
  ENTER_FUNDING: entered,
  // A correction may take away the last commitment that waited for the Resident Coordinator.
  RECORD_COST_SHARE: (facts, data, { at }) => ({
    ...entered(facts, data),
    ...(data.handover ? arranged(facts, {}, data, at) : {}),
  }),
  FUND: (_, { need, post, deployment, handover }, { at }) => ({
    arrangements: {
      deployment,
      need,
      post,
      terms: null,
      reporting: [],
      costShares: [],
      noCostShare: null,
      hosting: null,
      handedOn: handover ? at : null,
    },
  }),
  REVALIDATE: (facts, { reason, until }, { at, actor }) => ({
    revalidated: [...revalidationsOf(facts), { by: actor, at, reason, until }],
  }),
  LAPSE_APPROVAL: (_, __, { at }) => ({
    ended: { code: 'APPROVAL_LAPSED', reason: 'The approval ran out before funds were found.', at },
  }),
  PROPOSE_TOR: (facts, data, { at }) => arranged(facts, { terms: data.terms, reporting: data.reporting }, {}, at),
  SIGN_TOR: (facts, data, { at }) => {
    const terms = arrangementsOf(facts)!.terms!;
    return arranged(facts, { terms: { ...terms, signatures: [...terms.signatures, data.signature] } }, data, at);
  },
  CONFIRM_COST_SHARE: (facts, data, { at }) => {
    const { costShares, noCostShare } = arrangementsOf(facts)!;
    const change = {
      costShares: [...costShares, ...data.confirmed],
      noCostShare: data.noCostShare ?? noCostShare,
    };
    return arranged(facts, change, data, at);
  },
  CONFIRM_HOSTING: (facts, data, { at }) => arranged(facts, { hosting: data.hosting }, data, at),
};
