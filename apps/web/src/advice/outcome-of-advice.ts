import {
  fatesOf,
  lastDecision,
  standingAdvice,
  type Consultee,
  type ConditionSource,
  type RequestFacts,
} from '#domain';
import { DECISION_WORDS, partyName, type Names } from '../request/case-words.js';
import { date } from '../shell/words.js';

/** What became of the advice of a party, for its own page. */
export interface OutcomeOfAdvice {
  text: string;
  conditions: { condition: string; fate: string }[];
}

/** A condition with whose it is, where it came with advice. */
export function withSource(
  condition: string,
  sources: readonly ConditionSource[] | undefined,
  facts: RequestFacts,
  names: Names,
): string {
  const source = sources?.find((s) => s.condition === condition);
  const party = source && facts.consultation.find((c) => c.key === source.party);
  return party ? `${condition} (asked for by ${partyName(party, names)})` : condition;
}

/** How a party was heard: what was decided, and what the recommendation and the decision say of its conditions. Told once there is a decision. */
export function outcomeOfAdvice(c: Consultee, facts: RequestFacts): OutcomeOfAdvice | null {
  const decision = lastDecision(facts);
  const advice = standingAdvice(c);
  if (!decision) return null;
  const { text } = DECISION_WORDS[decision.action];
  const said = advice
    ? `Your advice was before the panel and the approver${advice.late ? ', marked as late' : ''}.`
    : 'There was no advice of yours; that was recorded and counted neither for nor against the request.';
  const { leftOut } = facts.recommendation ?? {};
  const fates = fatesOf(c, decision.conditions, {
    ...(decision.sources ? { sources: decision.sources } : {}),
    ...(leftOut ? { leftOut } : {}),
  });
  return {
    text: `${text} on ${date(decision.at)}. ${said}`,
    conditions: fates.map((f) => ({
      condition: f.condition,
      fate:
        f.fate === 'taken'
          ? f.as
            ? `It is a condition of the decision, in these words: “${f.as}”.`
            : 'It is a condition of the decision.'
          : f.fate === 'leftOut'
            ? `Left out: ${f.reason}`
            : 'It is not a condition of the decision; no reason was given.',
    })),
  };
}
