import { amountIn, centsIn, type Cents } from '../money/amounts.js';
import { firstPeriodOf } from '../money/first-period.js';
import { maySee } from '../people/access.js';
import type { Actor, Role } from '../people/roles.js';
import type { CostYear } from '../request/content.js';
import type { PreparedRecommendation, RequestFacts } from '../request/facts.js';
import { asSubmitted } from '../request/frozen.js';
import { readsPrepared } from '../request/record-access.js';
import { moneyLine, type MoneyLine } from './money-line.js';
import { panelScores, rankableOf, type PanelScores } from './panel.js';
import { rankCases, type Ranked } from './rank.js';

const PANEL_ROLES: readonly Role[] = ['panelChair', 'approver', 'deskOfficer', 'auditor'];
/** Whether a person looks at requests of a round side by side. Which of them, the access to each case says. */
export const readsPanel = (actor: Pick<Actor, 'assignments'>): boolean =>
  actor.assignments.some((a) => PANEL_ROLES.includes(a.role));
const MONEY_ROLES: readonly Role[] = ['fundManager', 'approver'];
/** Who enters the money that is known for a round. */
export const setsMoney = (actor: Pick<Actor, 'assignments'>): boolean =>
  actor.assignments.some((a) => MONEY_ROLES.includes(a.role));
const COVERAGE_ROLES: readonly Role[] = ['panelChair', 'approver'];
/** Who sets how much has to be assessed before a case of a round has a place. */
export const setsCoverage = (actor: Pick<Actor, 'assignments'>): boolean =>
  actor.assignments.some((a) => COVERAGE_ROLES.includes(a.role));

/** A request of the round, with the table of costs that it was last submitted with. */
export interface RoundCase {
  facts: RequestFacts;
  revision: number;
  years: CostYear[];
}
/** A request among those of its round, as one person may see it. */
export interface PanelCase extends Pick<Ranked<unknown>, 'rank' | 'tied' | 'why'> {
  facts: RequestFacts;
  revision: number;
  /** Null until all scores are revealed. */
  scores: PanelScores | null;
  /** What its first twelve months cost in cash; null where the request has no table of costs. */
  cost: string | null;
  /** The same with all places up to its own; null where it has no place or a cost before it is not known. */
  cumulated: string | null;
  /** Where it lies to the line of the money; null without a line or a place. */
  side: 'above' | 'below' | null;
  prepared: PreparedRecommendation | null;
}
export interface RoundPanel {
  /** In the order of the places, then those without one. */
  cases: PanelCase[];
  line: MoneyLine | null;
  /** Versions of the criteria by which those with a place were judged. */
  frameworks: number[];
}
export interface RoundTerms {
  leastCoverage: number;
  /** The money that is known, as it is kept; null while there is none. */
  money: string | null;
}

const FIRST_MONTHS = 12;
/** What the first twelve months cost in cash; what is given in kind needs no money. */
function costOf({ facts, years }: RoundCase): Cents | null {
  if (years.length === 0) return null;
  const day = (facts.submittedAt ?? facts.createdAt).slice(0, 10);
  return centsIn(firstPeriodOf({ sections: { costAndHosting: { years } } }, facts.summary, day, FIRST_MONTHS).cash);
}

/**
 * The requests of a round side by side, as one person may see them. Whoever may not know of a case gets places, sums and line
 * as if it were not there.
 */
export function roundPanel(actor: Actor, given: readonly RoundCase[], terms: RoundTerms): RoundPanel {
  const seen = given.flatMap((one) => {
    if (!maySee(actor, one.facts)) return [];
    const facts = asSubmitted(one.facts);
    const scores = panelScores(actor, facts);
    return [{ ...rankableOf(facts, scores), facts, scores, revision: one.revision, cents: costOf({ ...one, facts }) }];
  });
  const ranked = rankCases(seen, terms.leastCoverage);
  const costed = ranked.flatMap(({ item, rank }) => (rank === null ? [] : [{ ref: item.ref, rank, cost: item.cents }]));
  const drawn = moneyLine(costed, terms.money === null ? 0n : centsIn(terms.money));
  const line = terms.money === null ? null : drawn;
  const cases = ranked.map(({ item, rank, tied, why }): PanelCase => {
    const { facts, scores, revision, cents } = item;
    const cumulated = drawn.cumulated[facts.ref] ?? null;
    return {
      facts,
      revision,
      scores,
      rank,
      tied,
      why,
      cost: cents === null ? null : amountIn(cents),
      cumulated: cumulated === null ? null : amountIn(cumulated),
      side: line === null || rank === null ? null : line.above.includes(facts.ref) ? 'above' : 'below',
      prepared: readsPrepared(actor, facts) ? (facts.prepared ?? null) : null,
    };
  });
  const versions = cases.flatMap((c) => (c.rank !== null && c.scores ? [c.scores.framework] : []));
  return { cases, line, frameworks: [...new Set(versions)].sort((a, b) => a - b) };
}
