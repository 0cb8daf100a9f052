import type { CostYear, RequestContent } from '../request/content.js';
import type { Summary } from '../request/facts.js';
import { addDays, addMonths, type Day } from '../time/working-days.js';
import { amountIn, centsIn, centsOfNumber, partOf, sumOf } from './amounts.js';

/** From the first day to the last, both included. */
export interface Period {
  from: Day;
  until: Day;
}
/** A line of the table of costs, as far as it falls into the first period. */
export interface NeededItem {
  label: string;
  /** Who is to pay, as the request says. */
  paidBy: string;
  kind: 'cash' | 'in-kind';
  amount: string;
}
/** What has to be covered before a request goes on: the first months of what was asked for. */
export interface FirstPeriod extends Period {
  months: number;
  items: NeededItem[];
  total: string;
  /** The part of it that somebody has to pay in cash. */
  cash: string;
}

const DEFAULT_MONTHS = 12;

/** The period that was asked for; without a start of its own it begins on the day of approval. */
export function requestedPeriod(
  { requestedStart, durationMonths }: Pick<Summary, 'requestedStart' | 'durationMonths'>,
  approvedOn: Day,
): Period {
  const from = requestedStart ?? approvedOn;
  return { from, until: addDays(addMonths(from, durationMonths ?? DEFAULT_MONTHS), -1) };
}

const keyOf = (item: NeededItem): string => JSON.stringify([item.label, item.paidBy, item.kind]);

/** Each line of the first calendar years, in proportion to the months of a year that fall into the period; a line that comes again is one. */
function itemsOf(years: readonly CostYear[], months: number): NeededItem[] {
  const found = new Map<string, NeededItem>();
  let left = months;
  for (const year of [...years].sort((a, b) => a.year - b.year)) {
    const taken = Math.min(left, year.months);
    left -= taken;
    for (const { label, amountUSD, paidBy, kind } of taken > 0 ? (year.items ?? []) : []) {
      const item = { label, paidBy: paidBy?.trim() ?? '', kind, amount: '0.00' };
      const before = found.get(keyOf(item)) ?? item;
      const share = partOf(centsOfNumber(amountUSD), taken, year.months);
      found.set(keyOf(item), { ...before, amount: amountIn(centsIn(before.amount) + share) });
    }
  }
  return [...found.values()];
}

/** What the first months cost by the request's own table of costs, line by line. */
export function firstPeriodOf(
  content: RequestContent,
  summary: Pick<Summary, 'requestedStart' | 'durationMonths'>,
  approvedOn: Day,
  atMost: number,
): FirstPeriod {
  const months = Math.min(atMost, summary.durationMonths ?? DEFAULT_MONTHS);
  const { from } = requestedPeriod(summary, approvedOn);
  const items = itemsOf(content.sections?.costAndHosting?.years ?? [], months);
  const sum = (list: NeededItem[]) => amountIn(sumOf(list.map((i) => centsIn(i.amount))));
  return {
    from,
    until: addDays(addMonths(from, months), -1),
    months,
    items,
    total: sum(items),
    cash: sum(items.filter((i) => i.kind === 'cash')),
  };
}
