import Fraction from 'fraction.js';
import { isRefusal } from '../refusal.js';
import { roleFor } from '../people/access.js';
import type { Actor } from '../people/roles.js';
import type { RequestFacts } from '../request/facts.js';
import { figure, sum, type Figure } from './exact.js';

/** Scores of one reviewer beside those of the others, added up where as many others scored the same criterion of the same case. */
export interface ScoresBeside {
  reviewer: string;
  /** How many others scored each of these. */
  others: number;
  scores: number;
  own: number;
  /** All scores of the others on them. */
  theirs: number;
}

/** How a reviewer scores against the others on the same criteria of the same cases. Information: nothing is ever adjusted by it. */
export interface Severity {
  reviewer: string;
  own: Figure;
  /** The mean of what the others gave to the same. */
  others: Figure;
  /** Own less theirs: below nought, they are the stricter one. */
  difference: Figure;
  cases: number;
  scores: number;
}

/** The severity of one reviewer, exactly; null where nobody else scored what they scored. */
export function severityOf(reviewer: string, beside: ScoresBeside[], cases: number): Severity | null {
  const mine = beside.filter((b) => b.reviewer === reviewer && b.scores > 0);
  if (mine.length === 0) return null;
  const scores = mine.reduce((all, b) => all + b.scores, 0);
  const own = sum(mine.map((b) => new Fraction(b.own))).div(scores);
  const others = sum(mine.map((b) => new Fraction(b.theirs, b.others))).div(scores);
  return {
    reviewer,
    own: figure(own),
    others: figure(others),
    difference: figure(own.sub(others)),
    cases,
    scores,
  };
}

/** Who is shown how severe the reviewers of a case are: its panel chair, once the scores are revealed. */
export const readsSeverity = (actor: Actor, facts: RequestFacts): boolean =>
  facts.revealedAt !== null && !isRefusal(roleFor(actor, facts, 'SETTLE'));
