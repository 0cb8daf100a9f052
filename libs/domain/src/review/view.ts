import { ownReview, tiersFor } from '../people/access.js';
import type { Actor, PersonRef } from '../people/roles.js';
import { countingSheet, countingSheets, type RequestFacts, type Reviewer } from '../request/facts.js';
import {
  consolidate,
  settledResult,
  weigh,
  type Consolidated,
  type DraftSheet,
  type ScoreSheet,
  type SettledResult,
} from './scoring.js';

/** What one person may see of how a request is judged. */
export interface AssessmentView {
  revealed: boolean;
  reviewers: {
    person: PersonRef;
    state: Reviewer['state'];
    own: boolean;
    first: ScoreSheet | null;
    revised: ScoreSheet | null;
    counting: ScoreSheet | null;
    weighted: ReturnType<typeof weigh> | null;
  }[];
  /** The viewer's own scores in hand. */
  draft: DraftSheet | null;
  consolidated: Consolidated | null;
  settled: ScoreSheet | null;
  result: SettledResult | null;
  moderationNote: string | null;
}

/** The assessment as this person may see it: blind until all scores are revealed, their own always; null without the tier. */
export function assessmentView(actor: Actor, facts: RequestFacts): AssessmentView | null {
  if (!facts.framework || !tiersFor(actor, facts).has('assessment')) return null;
  const framework = facts.framework;
  const revealed = facts.revealedAt !== null;
  const own = ownReview(actor, facts);
  const open = (r: Reviewer) => revealed || r === own;
  return {
    revealed,
    reviewers: facts.reviewers.map((r) => {
      const counting = open(r) && r.state === 'scored' ? countingSheet(r) : null;
      return {
        person: r.person,
        state: r.state,
        own: r === own,
        first: open(r) ? r.first : null,
        revised: open(r) ? r.revised : null,
        counting,
        weighted: counting && weigh(counting, framework),
      };
    }),
    draft: own?.draft ?? null,
    consolidated: revealed ? consolidate(countingSheets(facts), framework) : null,
    settled: revealed ? facts.settled : null,
    result: revealed && facts.settled ? settledResult(facts.settled, framework) : null,
    moderationNote: revealed ? facts.moderationNote : null,
  };
}
