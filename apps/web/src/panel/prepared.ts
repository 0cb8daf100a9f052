import { recommendationToSend, type Casework } from '#casework';
import {
  isRefusal,
  LETTER_COPIES,
  noticeRule,
  readsPrepared,
  ROLES,
  type Actor,
  type Language,
  type NoticeName,
  type PreparedRecommendation,
  type RequestFacts,
  type Role,
  type RoundCase,
} from '#domain';

/** A message that goes out when a recommendation is sent. */
export interface Told {
  notice: NoticeName;
  to: string[];
  about: string;
}
/** What sending one prepared recommendation comes to. */
export interface PreparedCase {
  facts: RequestFacts;
  revision: number;
  prepared: PreparedRecommendation;
  /** What goes out now; empty where it would be refused. */
  told: Told[];
  /** Why it would be refused; null where it would be sent. */
  refused: string | null;
  /** Advice came in after it was prepared. */
  adviceSince: boolean;
  /** The letter that follows the decision, and not this. */
  letter: { language: Language; copies: string[] };
}

const AUDIENCES: Record<string, string> = {
  silent: 'those who were asked for advice and gave none in time',
  cutShort: 'those whose advice is still awaited',
  reviewers: 'the reviewers',
};
const ABOUT: Partial<Record<NoticeName, string>> = {
  decisionNeeded: 'a decision is needed',
  ownSilenceRecorded: 'their silence is recorded, and is not taken as consent',
  adviceClosed: 'it is not waited for any longer',
};
const toWords = (audience: string): string => ROLES[audience as Role] ?? AUDIENCES[audience] ?? 'those concerned';

const toldOf = (notice: NoticeName): Told => {
  const { to, copy = [] } = noticeRule(notice);
  return { notice, to: [...to, ...copy].map(toWords), about: ABOUT[notice] ?? 'the recommendation is made' };
};

/** Every prepared recommendation of a round with what sending it would come to now. Nothing is written. */
export function previewOf(
  me: Actor,
  cases: readonly RoundCase[],
  casework: Pick<Casework, 'foreseeOn'>,
): PreparedCase[] {
  return cases.flatMap(({ facts, revision }) => {
    const { prepared } = facts;
    if (!prepared || !readsPrepared(me, facts)) return [];
    const outcome = casework.foreseeOn(facts, me, recommendationToSend(prepared));
    return [
      {
        facts,
        revision,
        prepared,
        told: isRefusal(outcome) ? [] : outcome.notices.map(({ name }) => toldOf(name)),
        refused: isRefusal(outcome) ? outcome.message : null,
        adviceSince: facts.consultation.some((c) => c.advice !== null && c.advice.at > prepared.at),
        letter: { language: facts.summary.language, copies: LETTER_COPIES.map(toWords) },
      },
    ];
  });
}
