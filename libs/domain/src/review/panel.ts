import { tiersFor } from '../people/access.js';
import type { Actor } from '../people/roles.js';
import { countingSheets, type RequestFacts } from '../request/facts.js';
import { assessmentOf, stateName, type StateName } from '../request/states.js';
import type { Criterion } from './criteria.js';
import type { Figure } from './exact.js';
import type { Rankable } from './rank.js';
import { robustnessOf, type Judged } from './robustness.js';
import { consolidate } from './scoring.js';

/** One criterion of a case among others of its round. */
export interface PanelScore {
  criterion: Criterion;
  /** The settled score, or the median where it is not settled yet; null where nobody could assess it. */
  score: Figure | null;
  below: boolean;
  /** Highest minus lowest of the reviewers. */
  spread: number | null;
}
/** What the panel may know of how a case was judged. */
export interface PanelScores {
  basis: 'settled' | 'median';
  /** Version of the criteria. */
  framework: number;
  criteria: PanelScore[];
  total: Figure | null;
  coverage: Figure;
  outcome: Judged['outcome'];
  /** Criteria on which the reviewers are so far apart that moderation is obligatory. */
  apart: { criterion: Criterion; by: number }[];
  /** The reviewers have to come closer, or the chair has to settle. */
  moderation: boolean;
  /** One reviewer fewer, another weight or the mean would lead to another result. */
  fragile: boolean;
}

/** A case that has left the round takes no place in it and none of its money. */
const GONE: readonly StateName[] = ['declined', 'deferred', 'withdrawn', 'lapsed', 'abandoned'];
export const hasLeftRound = (facts: RequestFacts): boolean => GONE.includes(stateName(facts.state));

/** How a case was judged, for who reads the assessment; null until all scores are revealed. */
export function panelScores(actor: Actor, facts: RequestFacts): PanelScores | null {
  const { framework, settled } = facts;
  if (!framework || facts.revealedAt === null || !tiersFor(actor, facts).has('assessment')) return null;
  const sheets = countingSheets(facts);
  const { criteria, moderationCriteria } = consolidate(sheets, framework);
  const { result, basis, stands } = robustnessOf(sheets, settled, framework);
  const scoreOf = (key: Criterion): Figure | null => {
    const score = settled?.[key]?.score;
    if (!settled) return criteria[key].median;
    return score == null ? null : { exact: String(score), rounded: `${score}.00` };
  };
  return {
    basis,
    framework: framework.version,
    criteria: framework.criteria.map(({ key }) => ({
      criterion: key,
      score: scoreOf(key),
      below: result.below.includes(key),
      spread: criteria[key].spread,
    })),
    total: result.total,
    coverage: result.coverage,
    outcome: result.outcome,
    apart: moderationCriteria.map((criterion) => ({ criterion, by: criteria[criterion].spread! })),
    moderation: assessmentOf(facts.state)?.review === 'moderation',
    fragile: !stands,
  };
}

/** What the place of a case among those of its round depends on. */
export const rankableOf = (facts: RequestFacts, scores: PanelScores | null): Rankable => ({
  ref: facts.ref,
  total: scores?.total?.exact ?? null,
  coverage: scores?.coverage.exact ?? null,
  outside: hasLeftRound(facts) ? 'gone' : scores ? null : 'blind',
});
