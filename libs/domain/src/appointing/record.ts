import type { PersonRef } from '../people/roles.js';
import type { ConflictKind, RequestFacts, Reviewer } from '../request/facts.js';
import type { Instant } from '../time/working-days.js';
import type { AppointingEventType } from './events.js';

/** What the record keeps of each. */
export interface RecordedAppointing {
  DECLINE_APPOINTMENT: { code: string; reason: string };
  RELEASE: { person: PersonRef; code: string; reason: string };
  /** `sheetOut`: they review the request, and what they scored does not count. */
  RECORD_CONFLICT: { person: PersonRef; kind: ConflictKind; reason: string; sheetOut: boolean };
  HAND_BACK_REVIEW: { person: PersonRef; reason: string };
}

/** The name of each entry in the record, in the past tense. */
export const APPOINTING_ENTRY_NAMES = {
  DECLINE_APPOINTMENT: 'appointmentDeclined',
  RELEASE: 'reviewerReleased',
  RECORD_CONFLICT: 'conflictRecorded',
  HAND_BACK_REVIEW: 'reviewHandedBack',
} as const satisfies Record<AppointingEventType, string>;

type Fold<T extends AppointingEventType> = (
  facts: RequestFacts,
  data: RecordedAppointing[T],
  entry: { at: Instant; actor: PersonRef },
) => Partial<RequestFacts>;

const one = (facts: RequestFacts, id: string, change: Partial<Reviewer>): Pick<RequestFacts, 'reviewers'> => ({
  reviewers: facts.reviewers.map((r) => (r.person.id === id ? { ...r, ...change } : r)),
});

// What somebody had drafted stays theirs: who is appointed again goes on with it, and nobody else ever reads it.
export const APPOINTING_FOLDS: { [T in AppointingEventType]: Fold<T> } = {
  DECLINE_APPOINTMENT: (facts, { code, reason }, { at, actor }) =>
    one(facts, actor.id, { state: 'declined', left: { code, reason, at, by: actor } }),
  RELEASE: (facts, { person, code, reason }, { at, actor }) =>
    one(facts, person.id, { state: 'released', left: { code, reason, at, by: actor } }),
  RECORD_CONFLICT: (facts, { person, kind, reason, sheetOut }, { at, actor }) => {
    const conflict = { declared: true, kind, reason, at, ...(actor.id === person.id ? {} : { by: actor }) };
    return sheetOut
      ? one(facts, person.id, { state: 'conflicted', conflict })
      : { stoodBack: [...(facts.stoodBack ?? []), { person, kind, reason, at }] };
  },
  HAND_BACK_REVIEW: (facts, { person, reason }, { at, actor }) =>
    one(facts, person.id, {
      state: 'conflicted',
      conflict: { declared: true, kind: 'other', reason, at, by: actor },
    }),
};

const newReviewer = (person: PersonRef, at: Instant, before: Reviewer | undefined): Reviewer => ({
  person,
  state: 'appointed',
  appointedAt: at,
  conflict: null,
  draft: before?.draft ?? null,
  ...(before?.draftVersions ? { draftVersions: before.draftVersions } : {}),
  first: null,
  revised: null,
  requestVersion: null,
  scoredAt: null,
});

/** The reviewers with those who are appointed now; who had declined or was released takes their place again. */
export function appointed(facts: RequestFacts, persons: PersonRef[], at: Instant): Pick<RequestFacts, 'reviewers'> {
  const before = (p: PersonRef) => facts.reviewers.find((r) => r.person.id === p.id);
  const again = facts.reviewers.map((r) =>
    persons.some((p) => p.id === r.person.id) ? newReviewer(r.person, at, r) : r,
  );
  const anew = persons.filter((p) => !before(p)).map((p) => newReviewer(p, at, undefined));
  return { reviewers: [...again, ...anew] };
}
