import type { PostRead, SignedIn } from '#casework';
import {
  CRITERIA,
  DEPLOYMENT_EVENTS,
  isRefusal,
  mayTakeDeployment,
  planAgreed,
  presentTerm,
  SIDES,
  type Criterion,
  type Incumbency,
  type PlanItem,
  type Side,
} from '#domain';
import type { Names, Status } from '../request/case-words.js';
import { paths } from '../shell/paths.js';
import { date, words } from '../shell/words.js';
import { criterionWords, progressStatus } from './adviser-words.js';
import { postFrame } from './post-frame.js';
import { slugOf } from './step-forms.js';

/** Whether and when one side agreed to the plan as it stands. */
export interface Agreement {
  side: string;
  status: Status;
  text: string;
}

function agreementOf({ workPlan }: Incumbency, side: Side): Agreement {
  const last = workPlan.agreed.findLast((a) => a.side === side);
  const who = last ? `${last.by.name}, ${date(last.at)}` : '';
  if (last?.version === workPlan.version)
    return { side: SIDES[side], status: { text: `Agreed to version ${last.version}`, tone: 'green' }, text: who };
  return {
    side: SIDES[side],
    status: { text: 'Asked to agree', tone: 'amber' },
    text: last ? `Agreed to version ${last.version} before: ${who}` : '',
  };
}

/** What was last reported on a line, as the reader may read it. */
export function lastReported(term: Incumbency, item: PlanItem) {
  const report = term.reports.findLast((r) => r.results.some((x) => x.planItem === item.id));
  const result = report?.results.find((x) => x.planItem === item.id);
  return result && report ? { ...result, period: report.period } : null;
}

function rowOf(term: Incumbency, item: PlanItem) {
  const last = lastReported(term, item);
  return {
    what: { text: item.text, ...(item.condition ? { note: `Condition of the approval: ${item.condition}` } : {}) },
    outcome: item.outcome,
    indicator: item.indicator,
    due: item.dueOn ? new Date(item.dueOn) : '',
    progress: last ? progressStatus(last.progress) : '',
  };
}
const COLUMNS = [
  { key: 'what', text: 'What is done' },
  { key: 'outcome', text: 'Cooperation framework' },
  { key: 'indicator', text: 'Indicator' },
  { key: 'due', text: 'By' },
  { key: 'progress', text: 'Last reported' },
];

function sectionsOf(term: Incumbency) {
  const order: (Criterion | null)[] = [...CRITERIA, null];
  return order
    .map((criterion) => ({
      id: criterion ?? 'other',
      title: criterionWords(criterion),
      rows: term.workPlan.items.filter((item) => item.criterion === criterion).map((item) => rowOf(term, item)),
    }))
    .filter((section) => section.rows.length > 0)
    .map(({ id, title, rows }) => ({ id, title, table: { caption: `Work plan: ${title}`, columns: COLUMNS, rows } }));
}

/** What this person can do with the plan now. */
function actionsFor(view: PostRead, me: SignedIn, version: number) {
  const { ref } = view.facts;
  const may = (type: 'PLAN' | 'AGREE_WORK_PLAN'): boolean => !isRefusal(mayTakeDeployment(view.whole, me, type));
  return [
    ...(may('AGREE_WORK_PLAN')
      ? [{ text: `Agree to version ${version}`, href: paths.deploymentStep(ref, slugOf('AGREE_WORK_PLAN')!) }]
      : []),
    ...(may('PLAN')
      ? [
          {
            text: version === 0 ? DEPLOYMENT_EVENTS.PLAN.label : 'Change the work plan',
            href: paths.workPlanEdit(ref),
            secondary: version > 0,
          },
        ]
      : []),
  ];
}

function leadOf(term: Incumbency | null, present: boolean): string {
  if (!term) return 'Nobody has held this post yet.';
  const { version, items } = term.workPlan;
  if (version === 0)
    return present ? 'The adviser has not written the work plan yet.' : `${term.person.name} left no work plan here.`;
  const lines = `${words(items.length, true)} ${items.length === 1 ? 'line' : 'lines'}`;
  const standing = planAgreed(term) ? 'Both sides have agreed to it.' : 'It is not agreed by both sides yet.';
  return `Version ${version}. ${lines}. ${standing}`;
}

const unanswered = (conditions: readonly string[], term: Incumbency): string[] =>
  term.workPlan.version === 0
    ? []
    : conditions.filter((condition) => !term.workPlan.items.some((item) => item.condition === condition));

/** The page of the work plan: by criterion, with who agreed to which version. */
export function workPlanPage(view: PostRead, me: SignedIn, names: Names) {
  const { facts } = view;
  const present = presentTerm(facts);
  const term = present ?? facts.incumbencies.at(-1) ?? null;
  const frame = postFrame(view, me, 'workPlan', names);
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    lead: leadOf(term, present !== null),
    actions: actionsFor(view, me, term?.workPlan.version ?? 0),
    adviser: term?.person.name ?? '',
    sections: term ? sectionsOf(term) : [],
    agreements:
      term && term.workPlan.version > 0 ? (['rc', 'ohchr'] as const).map((side) => agreementOf(term, side)) : [],
    unanswered: term ? unanswered(facts.origin.conditions, term) : [],
    before: facts.incumbencies
      .filter((t) => t !== term && t.workPlan.items.length > 0)
      .reverse()
      .map((t) => ({ name: t.person.name, sections: sectionsOf(t) })),
  };
}
