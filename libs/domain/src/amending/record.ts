import type { PersonRef } from '../people/roles.js';
import { CRITERIA } from '../review/criteria.js';
import type { ScoreSheet } from '../review/scoring.js';
import { assessmentOf } from '../request/states.js';
import type { CaseDocument, Clarification, RequestFacts, Reviewer, Summary } from '../request/facts.js';
import type { Instant } from '../time/working-days.js';
import type { AmendingEventType } from './events.js';
import { asInHand, mayBeChanged, withChange, withoutChange } from './in-hand.js';

/** What the record keeps of each. */
export interface RecordedAmending {
  /** `unanswered`: agencies that were asked to endorse the text and had not answered; `advised`: there is advice on the version of before. */
  AMEND: {
    version: number;
    note: string;
    gapsReason: string | null;
    unanswered?: string[];
    advised?: true;
    fingerprint: string;
  };
  DROP_CHANGE: Record<string, never>;
}

/** The name of each entry in the record, in the past tense. */
export const AMENDING_ENTRY_NAMES = {
  AMEND: 'amended',
  DROP_CHANGE: 'changeTakenBack',
} as const satisfies Record<AmendingEventType, string>;

type Change = Partial<RequestFacts>;
type Fold<T extends AmendingEventType> = (
  facts: RequestFacts,
  data: RecordedAmending[T],
  entry: { at: Instant; actor: PersonRef },
) => Change;

const isJudged = (facts: RequestFacts): boolean => assessmentOf(facts.state) !== null;

/** The text as it is changed: of a request that is judged, beside what is judged. */
export const edited = (facts: RequestFacts, data: { summary: Summary; differs?: boolean }): Change =>
  isJudged(facts)
    ? withChange(facts, { summary: data.summary, textDiffers: data.differs === true })
    : { summary: data.summary };

/** The documents as they are changed. */
export function withDocuments(facts: RequestFacts, change: (known: CaseDocument[]) => CaseDocument[]): Change {
  const documents = change(asInHand(facts).documents);
  return isJudged(facts) ? withChange(facts, { documents }) : { documents };
}

/** What follows where no question allows a change any more: what was not sent is put aside. */
export const unlessChangeable = (facts: RequestFacts, change: Change): Change =>
  mayBeChanged({ ...facts, ...change }) ? change : { ...change, ...withoutChange(facts) };

const versionsOf = (sheet: object, version: number): NonNullable<Reviewer['draftVersions']> =>
  Object.fromEntries(CRITERIA.filter((key) => key in sheet).map((key) => [key, version]));

/** What somebody scored before there was a new version: what nobody has seen yet goes back to them as a draft. */
function withReviewer(r: Reviewer, { version }: RequestFacts): Reviewer {
  if (r.state === 'scored') {
    const sheet: ScoreSheet = r.first!;
    const draftVersions = versionsOf(sheet, r.requestVersion ?? version);
    return { ...r, state: 'cleared', draft: sheet, draftVersions, first: null, requestVersion: null, scoredAt: null };
  }
  return r.draft ? { ...r, draftVersions: { ...versionsOf(r.draft, version), ...r.draftVersions } } : r;
}

function amended(facts: RequestFacts, data: RecordedAmending['AMEND'], at: Instant, actor: PersonRef): Change {
  const { summary, documents } = asInHand(facts);
  const answered = (q: Clarification): Clarification =>
    q.mayChange && q.answer === null && q.closedReason === null
      ? { ...q, answer: data.note, answeredAt: at, answeredBy: actor, answeredIn: data.version }
      : q;
  const { drafted } = facts.duties;
  return {
    version: data.version,
    summary,
    documents,
    frozen: { summary, fingerprint: data.fingerprint, unchanged: false },
    changeInHand: null,
    ...(data.advised ? { adviceToLookAt: true } : {}),
    clarifications: facts.clarifications.map(answered),
    ...(facts.revealedAt === null ? { reviewers: facts.reviewers.map((r) => withReviewer(r, facts)) } : {}),
    duties: { ...facts.duties, drafted: [...drafted, ...(drafted.some((p) => p.id === actor.id) ? [] : [actor])] },
  };
}

export const AMENDING_FOLDS: { [T in AmendingEventType]: Fold<T> } = {
  AMEND: (facts, data, { at, actor }) => amended(facts, data, at, actor),
  DROP_CHANGE: (facts) => withoutChange(facts),
};
