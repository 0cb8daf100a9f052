import { presentTerm } from './current.js';
import type { ReportText } from './events.js';
import {
  PROGRESS,
  type DeploymentFacts,
  type Incumbency,
  type PlanItem,
  type Report,
  type ReportKind,
} from './facts.js';

const lastOn = (reports: readonly Report[], item: PlanItem) =>
  reports.findLast((r) => r.results.some((x) => x.planItem === item.id))?.results.find((x) => x.planItem === item.id);

/** The lines of the plan that were last reported as neither done nor dropped. */
export const openItems = ({ workPlan, reports }: Incumbency): PlanItem[] =>
  workPlan.items.filter((item) => !['done', 'dropped'].includes(lastOn(reports, item)?.progress ?? ''));

/** The year of a period, or the one in which it ends. */
const yearOf = (period: string): string => period.match(/\d{4}/g)?.at(-1) ?? '';

/** The reports that one of this kind is written from: the year's for an annual one, all of them for those of the whole term. */
function sources({ reports }: Incumbency, kind: ReportKind, period: string): Report[] {
  const updates = reports.filter((r) => r.kind === 'quarterly');
  if (kind === 'quarterly') return updates.slice(-1);
  return kind === 'annual' ? updates.filter((r) => yearOf(r.period) === yearOf(period)) : reports;
}
/** What an update begins with: where each line of the plan stood. */
const standing = (items: readonly PlanItem[], reports: readonly Report[]): string =>
  items
    .map((item) => `${item.text}: ${PROGRESS[lastOn(reports, item)?.progress ?? 'notStarted'].toLowerCase()}.`)
    .join('\n');

/**
 * The text that a report starts from, so that an update takes a quarter of an hour: each line of the work plan with the
 * progress last reported, open challenges and wishes carried over, and longer reports put together from the updates. What
 * was confidential is never carried over.
 */
export function prefillReport(facts: DeploymentFacts, kind: ReportKind, period: string): ReportText {
  const term = presentTerm(facts);
  if (!term) return { summary: '', results: [], challenges: '', support: '' };
  const { items } = term.workPlan;
  const from = sources(term, kind, period);
  const gathered = (text: (r: Report) => string) => [...new Set(from.map(text).filter(Boolean))].join('\n\n');
  const told = kind === 'quarterly' ? openItems(term) : items;
  return {
    summary:
      kind === 'quarterly' ? standing(told, term.reports) : from.map((r) => `${r.period}: ${r.summary}`).join('\n\n'),
    results: told.map((item) => {
      const last = lastOn(term.reports, item);
      return { planItem: item.id, progress: last?.progress ?? 'notStarted', text: last?.text ?? '' };
    }),
    challenges: gathered((r) => r.challenges),
    support: gathered((r) => r.support),
  };
}
