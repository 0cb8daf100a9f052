import { CRITERIA, CRITERION_NAMES, type Criterion } from '../review/criteria.js';
import type { Day } from '../time/working-days.js';
import type { DeploymentFacts, Incumbency, PlanItem, Progress } from './facts.js';

export interface ThreadItem {
  id: string;
  text: string;
  outcome: string;
  adviser: string;
  /** What was last reported on it. */
  result: { progress: Progress; text: string; period: string; on: Day } | null;
}
/** One criterion from the request to the exit. */
export interface ThreadRow {
  criterion: Criterion | null;
  name: string;
  /** OHCHR's to read; null also for who may not. */
  settled: number | null;
  conditions: { text: string; items: ThreadItem[] }[];
  /** Lines of the plan that answer no condition. */
  items: ThreadItem[];
  findings: { adviser: string; text: string }[];
}

function itemOf(term: Incumbency, item: PlanItem): ThreadItem {
  const report = term.reports.findLast((r) => r.results.some((x) => x.planItem === item.id));
  const result = report?.results.find((x) => x.planItem === item.id);
  return {
    id: item.id,
    text: item.text,
    outcome: item.outcome,
    adviser: term.person.name,
    result: result
      ? { progress: result.progress, text: result.text, period: report!.period, on: report!.at.slice(0, 10) }
      : null,
  };
}

/**
 * Criterion, settled score, conditions of the approval, lines of the work plan, last reported result, finding at the exit:
 * why a post was approved and what came of it. A condition stands where a line answers it; those that none answers, and
 * lines without a criterion, stand in a row of their own at the end.
 */
export function threadOf(facts: DeploymentFacts): ThreadRow[] {
  const { conditions, scores } = facts.origin;
  const planned = facts.incumbencies.flatMap((term) => term.workPlan.items.map((item) => ({ term, item })));
  const rowOf = (criterion: Criterion | null): ThreadRow => {
    const own = planned.filter(({ item }) => item.criterion === criterion);
    const shown = ({ term, item }: (typeof own)[number]) => itemOf(term, item);
    const answered = conditions.filter((text) => own.some(({ item }) => item.condition === text));
    const unanswered = criterion
      ? []
      : conditions.filter((text) => !planned.some(({ item }) => item.condition === text));
    const score = scores.find((s) => s.criterion === criterion);
    return {
      criterion,
      name: score?.name ?? (criterion ? CRITERION_NAMES[criterion] : 'Without a criterion'),
      settled: score?.settled ?? null,
      conditions: [...answered, ...unanswered].map((text) => ({
        text,
        items: own.filter(({ item }) => item.condition === text).map(shown),
      })),
      items: own.filter(({ item }) => !conditions.includes(item.condition ?? '')).map(shown),
      findings: facts.incumbencies.flatMap((term) =>
        (term.exit?.findings ?? [])
          .filter((f) => f.criterion === criterion)
          .map((f) => ({ adviser: term.person.name, text: f.text })),
      ),
    };
  };
  const rest = rowOf(null);
  const rows = CRITERIA.map(rowOf);
  return rest.conditions.length || rest.items.length ? [...rows, rest] : rows;
}
