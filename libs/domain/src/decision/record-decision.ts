import type { PersonRef } from '../people/roles.js';
import type { RequestFacts } from '../request/facts.js';
import { stateName, type StateName } from '../request/states.js';
import type { Instant } from '../time/working-days.js';
import { withoutApprovals, type Approval } from './approvals.js';
import type { Correction } from './correction.js';

/** Each time that a decision was taken back to be made anew. */
export interface Reopening {
  by: PersonRef;
  at: Instant;
  reason: string;
  from: StateName;
}

/** What the record keeps of a decision of several, and of what follows a decision. */
export interface RecordedDecisions {
  DECIDE_WITH_OTHERS: { approval: Approval };
  CORRECT_LETTER: { correction: Correction };
  SEND_LETTER_AGAIN: { number: number; reason: string };
  REOPEN: { reason: string };
}

/** The names of these lines of the record. */
export const DECISION_ENTRY_NAMES = {
  DECIDE_WITH_OTHERS: 'decidedByOneOfSeveral',
  CORRECT_LETTER: 'letterCorrected',
  SEND_LETTER_AGAIN: 'letterSentAgain',
  REOPEN: 'reopened',
} as const;

export const DECISION_FOLDS = {
  /** An approver who thinks again takes the place of what they decided before. */
  DECIDE_WITH_OTHERS: (
    facts: RequestFacts,
    { approval }: RecordedDecisions['DECIDE_WITH_OTHERS'],
  ): Partial<RequestFacts> => ({
    approvals: [...(facts.approvals ?? []).filter((a) => a.voice !== approval.voice), approval],
  }),
  CORRECT_LETTER: (
    facts: RequestFacts,
    { correction }: RecordedDecisions['CORRECT_LETTER'],
  ): Partial<RequestFacts> => ({
    decisions: facts.decisions.map((d, i, { length }) =>
      i === length - 1 ? { ...d, corrections: [...(d.corrections ?? []), correction] } : d,
    ),
  }),
  SEND_LETTER_AGAIN: (
    facts: RequestFacts,
    { number, reason }: RecordedDecisions['SEND_LETTER_AGAIN'],
    { at, actor }: { at: Instant; actor: PersonRef },
  ): Partial<RequestFacts> => ({
    decisions: facts.decisions.map((d, i, { length }) =>
      i === length - 1 ? { ...d, sentAgain: [...(d.sentAgain ?? []), { number, by: actor, at, reason }] } : d,
    ),
  }),
  REOPEN: (
    facts: RequestFacts,
    { reason }: RecordedDecisions['REOPEN'],
    { at, actor }: { at: Instant; actor: PersonRef },
  ): Partial<RequestFacts> => ({
    ended: null,
    reopened: [...(facts.reopened ?? []), { by: actor, at, reason, from: stateName(facts.state) }],
    ...withoutApprovals(facts),
    // An approval that was confirmed again is none any more, so its time does not carry over to the next.
    ...(facts.revalidated?.length ? { revalidated: [] } : {}),
  }),
};
