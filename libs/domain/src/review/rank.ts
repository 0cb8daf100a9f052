import Fraction from 'fraction.js';

/** What a place among others depends on: exact fractions, as figures carry them. */
export interface Rankable {
  ref: string;
  /** The weighted total; null while nothing of it may be told or nothing was assessed. */
  total: string | null;
  /** The share of the weight that was assessed, of 100. */
  coverage: string | null;
  /** Scores are not revealed, or the case has left the round: it has no place. */
  outside: 'blind' | 'gone' | null;
}
export type Unranked = NonNullable<Rankable['outside']> | 'notEnoughAssessed';
export interface Ranked<T> {
  item: T;
  rank: number | null;
  /** Others have exactly the same total. */
  tied: boolean;
  /** Why there is no place; null where there is one. */
  why: Unranked | null;
}

/** The share of the weight that has to be assessed before a case has a place, where the round sets none. */
export const LEAST_COVERAGE = 60;

function whyNot({ outside, total, coverage }: Rankable, leastCoverage: number): Unranked | null {
  if (outside) return outside;
  if (total === null || coverage === null) return 'notEnoughAssessed';
  return new Fraction(coverage).compare(leastCoverage) < 0 ? 'notEnoughAssessed' : null;
}

const byRef = (a: { item: Rankable }, b: { item: Rankable }): number =>
  a.item.ref < b.item.ref ? -1 : a.item.ref > b.item.ref ? 1 : 0;

/**
 * Cases in the order of their totals, the highest first. Totals are compared as exact fractions; the same total is the same
 * place, and the next place is skipped. Places are counted among the cases that are given, and among no others.
 */
export function rankCases<T extends Rankable>(items: readonly T[], leastCoverage: number): Ranked<T>[] {
  const judged = items.map((item) => ({ item, why: whyNot(item, leastCoverage) }));
  const placed = judged
    .flatMap(({ item, why }) => (why === null ? [{ item, total: new Fraction(item.total!) }] : []))
    .sort((a, b) => b.total.compare(a.total) || byRef(a, b));
  const ranked = placed.map(({ item, total }): Ranked<T> => {
    const rank = placed.findIndex((other) => other.total.equals(total)) + 1;
    return { item, rank, tied: placed.filter((other) => other.total.equals(total)).length > 1, why: null };
  });
  const rest = judged.flatMap(({ item, why }) => (why === null ? [] : [{ item, rank: null, tied: false, why }]));
  return [...ranked, ...rest.sort(byRef)];
}
