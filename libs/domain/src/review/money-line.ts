import type { Cents } from '../money/amounts.js';

/** A case in its place, with what its first year costs; null where that is not known. */
export interface Costed {
  ref: string;
  rank: number;
  cost: Cents | null;
}
/** Why the line is where it is. */
export type LineReason = 'everythingFits' | 'nextTooMuch' | 'tie' | 'costUnknown' | 'nothingRanked';
export interface MoneyLine {
  /** The cases that the money covers, in their order. */
  above: string[];
  /** What the cases of a place and all before it cost together; null from the first unknown cost on. */
  cumulated: Record<string, Cents | null>;
  spent: Cents;
  left: Cents;
  reason: LineReason;
  /** The cases just below the line: one, or all that are tied. */
  next: string[];
}

function placesOf(ranked: readonly Costed[]): Costed[][] {
  const places = new Map<number, Costed[]>();
  for (const one of ranked) places.set(one.rank, [...(places.get(one.rank) ?? []), one]);
  return [...places.values()].sort((a, b) => a[0]!.rank - b[0]!.rank);
}
const costOf = (place: readonly Costed[]): Cents | null =>
  place.reduce<Cents | null>((all, { cost }) => (all === null || cost === null ? null : all + cost), 0n);

/**
 * Where known money ends, in the order of the places: after the last place that is covered together with all before it. Cases
 * with the same place stay on one side: above only if all of them fit. A cheaper case further down is not moved up, and a cost
 * that is not known stops the line.
 */
export function moneyLine(ranked: readonly Costed[], money: Cents): MoneyLine {
  const line: MoneyLine = {
    above: [],
    cumulated: {},
    spent: 0n,
    left: money,
    reason: ranked.length ? 'everythingFits' : 'nothingRanked',
    next: [],
  };
  let sum: Cents | null = 0n;
  for (const place of placesOf(ranked)) {
    const cost: Cents | null = costOf(place);
    sum = sum === null || cost === null ? null : sum + cost;
    for (const { ref } of place) line.cumulated[ref] = sum;
    if (line.next.length) continue;
    if (sum !== null && sum <= money) {
      line.above.push(...place.map(({ ref }) => ref));
      line.spent = sum;
      line.left = money - sum;
    } else {
      line.next = place.map(({ ref }) => ref);
      line.reason = sum === null ? 'costUnknown' : place.length > 1 ? 'tie' : 'nextTooMuch';
    }
  }
  return line;
}
