import { inWords } from '../deployment/steps.js';
import type { FieldProblem } from '../refusal.js';
import { chosen, required } from '../text.js';
import { daysBetween, isDay } from '../time/working-days.js';
import { amountIn, centsIn, dollarsIn, isAmount, partOf, sumOf, type Cents } from './amounts.js';
import type { FirstPeriod, Period } from './first-period.js';
import { FUNDING_SOURCES, type FundingEntry, type FundingStanding } from './funding.js';

/** What somebody enters; the system adds who, when and a number. */
export type SentEntry = Pick<FundingEntry, 'source' | 'name' | 'amount' | 'reference' | 'from' | 'until'> & {
  kind?: FundingEntry['kind'];
  currency?: string;
  corrects?: string | null;
};

/** Who commits a share of the cost; an allocation comes from any source. */
export const COST_SHARE_SOURCES = ['unct', 'agency', 'donor', 'other'] as const;

/** The entries that count: whatever a later entry was made against does so no more. */
export const countingEntries = (funding: readonly FundingEntry[], standing?: FundingStanding): FundingEntry[] =>
  funding.filter(
    (e) =>
      (!standing || e.standing === standing) && centsIn(e.amount) > 0n && !funding.some((c) => c.corrects === e.id),
  );

const problem = (path: string, message: string): FieldProblem[] => [{ path, message }];

function amountProblems(entry: SentEntry): FieldProblem[] {
  const { amount, currency, corrects } = entry;
  if (currency !== undefined && currency !== 'USD')
    return problem('currency', 'Enter the amount in US dollars; other currencies come with the ledger');
  if (!isAmount(amount))
    return problem('amount', 'Enter an amount in US dollars with at most two decimals, such as 12500.00');
  // A correction may take an entry away altogether; without one, nothing is no entry.
  if (centsIn(amount) === 0n && !corrects) return problem('amount', 'Enter an amount above zero');
  return [];
}

function periodProblems({ from, until }: SentEntry, asked: Period): FieldProblem[] {
  const wrong = (['from', 'until'] as const).filter((key) => !isDay(key === 'from' ? from : until));
  if (wrong.length) return wrong.flatMap((path) => problem(path, 'Enter a real date, such as 2027-07-01'));
  const outside = `Enter a day within the period that was asked for, ${inWords(asked.from)} to ${inWords(asked.until)}`;
  return [
    ...(from < asked.from || from > asked.until ? problem('from', outside) : []),
    ...(until < asked.from || until > asked.until ? problem('until', outside) : []),
    ...(until < from ? problem('until', 'Enter a last day that is not before the first') : []),
  ];
}

function correctionProblems(entry: SentEntry, standing: FundingStanding, funding: readonly FundingEntry[]) {
  const { corrects } = entry;
  if (!corrects) return [];
  const against = funding.find((e) => e.id === corrects && e.standing === standing);
  if (!against) return problem('corrects', 'Name an entry of this request that is to be corrected');
  return funding.some((e) => e.corrects === corrects)
    ? problem('corrects', 'This entry was corrected already. Correct the entry that stands now')
    : [];
}

/** What is wrong with an entry about money: each field by name. */
export function entryProblems(
  entry: SentEntry,
  standing: FundingStanding,
  asked: Period,
  funding: readonly FundingEntry[],
): FieldProblem[] {
  const shared = COST_SHARE_SOURCES as readonly string[];
  return [
    ...chosen(entry.source, FUNDING_SOURCES, 'source'),
    ...(standing === 'costShare' && Object.hasOwn(FUNDING_SOURCES, entry.source) && !shared.includes(entry.source)
      ? problem(
          'source',
          'A share of the cost comes from the country team, an agency or a donor. Enter this as an allocation',
        )
      : []),
    ...required(entry.name, 'name', 'Enter who pays, by name', 200),
    ...amountProblems(entry),
    ...(entry.kind === undefined || standing === 'allocation'
      ? []
      : chosen(entry.kind, { cash: 1, 'in-kind': 1 }, 'kind')),
    ...required(entry.reference, 'reference', 'Enter the reference of the decision or the agreement', 120),
    ...periodProblems(entry, asked),
    ...correctionProblems(entry, standing, funding),
  ];
}

/** How much of an entry counts for a period: in proportion to the days of its own that fall into it. */
export function countsFor(entry: Pick<FundingEntry, 'amount' | 'from' | 'until'>, period: Period): Cents {
  const from = entry.from > period.from ? entry.from : period.from;
  const until = entry.until < period.until ? entry.until : period.until;
  if (until < from) return 0n;
  return partOf(centsIn(entry.amount), daysBetween(from, until) + 1, daysBetween(entry.from, entry.until) + 1);
}

/** How far a first period is covered. Allocations and commitments of cost share stay apart; together they have to reach. */
export interface FundingCover {
  allocation: string;
  costShare: string;
  missing: string;
  /** Of what is missing, what has to come in cash: an office that is offered pays no salary. */
  missingCash: string;
}
const above = (need: Cents, covered: Cents): Cents => (need > covered ? need - covered : 0n);

/** Holds the entries that count against what is needed. Cash may stand for what was offered in kind, never the other way round. */
export function fundingCover(need: FirstPeriod, funding: readonly FundingEntry[]): FundingCover {
  const sum = (entries: FundingEntry[]) => sumOf(entries.map((e) => countsFor(e, need)));
  const [allocation, costShare] = [
    sum(countingEntries(funding, 'allocation')),
    sum(countingEntries(funding, 'costShare')),
  ];
  const cash = sum(countingEntries(funding).filter((e) => e.kind === 'cash'));
  const missingCash = above(centsIn(need.cash), cash);
  const missing = above(centsIn(need.total), allocation + costShare);
  return {
    allocation: amountIn(allocation),
    costShare: amountIn(costShare),
    missing: amountIn(missing > missingCash ? missing : missingCash),
    missingCash: amountIn(missingCash),
  };
}

/** What is missing, in a sentence; null when nothing is. */
export function missingWords(need: FirstPeriod, { missing, missingCash }: FundingCover): string | null {
  if (centsIn(missing) === 0n) return null;
  const cash =
    missingCash === missing
      ? ', in cash'
      : centsIn(missingCash) > 0n
        ? `, ${dollarsIn(centsIn(missingCash))} of it in cash`
        : '';
  return `${dollarsIn(centsIn(missing))} is still missing for the first ${need.months === 1 ? 'month' : `${need.months} months`}${cash}.`;
}
