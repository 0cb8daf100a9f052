import { CRITERION_NAMES } from '../review/criteria.js';
import { refuseFields, type FieldProblem, type Refusal } from '../refusal.js';
import { personRef } from '../request/steps.js';
import { chosen, optional, required } from '../text.js';
import type { Day } from '../time/working-days.js';
import { clockRefusal } from '../time/deadlines.js';
import { planAgreed, presentTerm } from './current.js';
import type { DeploymentEventOf, DeploymentEventType, ReportText } from './events.js';
import { PROGRESS, REPORT_KINDS, REVIEW_RATINGS, type Incumbency, type PlanItem, type ReportKind } from './facts.js';
import { openItems } from './prefill.js';
import type { DeploymentRecorded } from './record.js';
import {
  dayProblems,
  firstProblem,
  inWords,
  notReady,
  problemIf,
  refuseField,
  sideOf,
  type DeploymentStep,
  type DeploymentStepRule,
} from './steps.js';

/** A work plan of more lines than this is not read by anybody. */
export const MOST_PLAN_ITEMS = 40;

function itemProblems(item: DeploymentEventOf<'PLAN'>['items'][number], i: number): FieldProblem[] {
  const at = (field: string) => `items.${i}.${field}`;
  return [
    ...required(item.text, at('text'), 'Enter what will be done', 2_000),
    ...optional(item.condition, at('condition'), 2_000),
    ...optional(item.outcome, at('outcome'), 2_000),
    ...optional(item.indicator, at('indicator'), 2_000),
    ...(item.criterion == null ? [] : chosen(item.criterion, CRITERION_NAMES, at('criterion'))),
    ...(item.dueOn == null ? [] : dayProblems(item.dueOn, at('dueOn'), 'Enter a day')),
    ...problemIf(
      !item.outcome?.trim() && !item.criterion && !item.condition?.trim(),
      at('outcome'),
      'Say what this line serves: an outcome of the cooperation framework, a criterion or a condition of the approval',
    ),
  ];
}
const planItem = (item: DeploymentEventOf<'PLAN'>['items'][number], newId: () => string): PlanItem => ({
  id: item.id ?? newId(),
  text: item.text.trim(),
  criterion: item.criterion ?? null,
  condition: item.condition?.trim() || null,
  outcome: item.outcome?.trim() ?? '',
  indicator: item.indicator?.trim() ?? '',
  dueOn: item.dueOn ?? null,
});
const dueInTerm = ({ endsOn }: Incumbency, dueOn: Day | null | undefined, path: string): FieldProblem[] =>
  problemIf(
    endsOn !== null && dueOn != null && dueOn > endsOn,
    path,
    `The term ends on ${inWords(endsOn ?? dueOn ?? '')}. Enter that day or an earlier one`,
  );
const reportedOn = (term: Incumbency, item: PlanItem): boolean =>
  term.reports.some((r) => r.results.some((result) => result.planItem === item.id));

function planStep({ event, facts, context }: DeploymentStep<'PLAN'>): DeploymentRecorded['PLAN'] | Refusal {
  const term = presentTerm(facts)!;
  const { items: known } = term.workPlan;
  const given = Array.isArray(event.items) ? event.items : [];
  const ids = given.flatMap((item) => (item.id ? [item.id] : []));
  const lost = () => known.find((item) => !ids.includes(item.id) && reportedOn(term, item));
  const wrong = firstProblem(
    () => [
      ...problemIf(given.length === 0, 'items', 'Enter at least one line of the work plan'),
      ...problemIf(given.length > MOST_PLAN_ITEMS, 'items', `Enter ${MOST_PLAN_ITEMS} lines or fewer`),
    ],
    () => given.flatMap(itemProblems),
    () => given.flatMap((item, i) => dueInTerm(term, item.dueOn, `items.${i}.dueOn`)),
    () =>
      given.flatMap((item, i) =>
        problemIf(
          item.id !== undefined &&
            (!known.some((k) => k.id === item.id) || ids.indexOf(item.id) !== ids.lastIndexOf(item.id)),
          `items.${i}.id`,
          'This line is not one of the work plan, or it is there twice',
        ),
      ),
    () =>
      problemIf(
        lost() !== undefined,
        'items',
        `“${lost()?.text.slice(0, 60)}” has been reported on, so it stays in the plan. Report it as dropped instead`,
      ),
  );
  if (wrong) return wrong;
  const items = given.map((item) => planItem(item, context.newId));
  return JSON.stringify(items) === JSON.stringify(known)
    ? notReady('Nothing was changed, so both sides need not agree again.')
    : { items };
}

const quoted = (items: readonly PlanItem[]): string => items.map((item) => `“${item.text.slice(0, 60)}”`).join('; ');

/** A report tells how far the agreed plan has come: a quarterly one of at least one open line, a longer one of every line. */
function untold(kind: ReportKind, told: readonly string[], term: Incumbency): FieldProblem[] {
  const { items } = term.workPlan;
  if (!planAgreed(term)) return [];
  if (kind === 'quarterly')
    return problemIf(
      told.length === 0 && openItems(term).length > 0,
      'report.results',
      'Say how far at least one line of the work plan has come',
    );
  const missing = items.filter((item) => !told.includes(item.id));
  return problemIf(
    missing.length > 0,
    'report.results',
    `Say how far each line of the work plan has come. Not told yet: ${quoted(missing.slice(0, 3))}${missing.length > 3 ? ' and others' : ''}`,
  );
}

function reportProblems(report: ReportText, kind: ReportKind, term: Incumbency): FieldProblem[] {
  const results = report.results ?? [];
  const items = term.workPlan.items.map((item) => item.id);
  return [
    ...required(report.summary, 'report.summary', 'Say in a few sentences what was done'),
    ...optional(report.challenges, 'report.challenges'),
    ...optional(report.support, 'report.support'),
    ...optional(report.confidential, 'report.confidential'),
    ...results.flatMap((r, i) => [
      ...problemIf(
        !items.includes(r.planItem) || results.findIndex((other) => other.planItem === r.planItem) !== i,
        `report.results.${i}.planItem`,
        'This line is not one of the work plan, or it is reported on twice',
      ),
      ...chosen(r.progress, PROGRESS, `report.results.${i}.progress`),
      ...optional(r.text, `report.results.${i}.text`, 5_000),
    ]),
    ...untold(
      kind,
      results.map((r) => r.planItem),
      term,
    ),
  ];
}

const textOf = ({ summary, results, challenges, support, confidential }: ReportText) => ({
  summary,
  results: (results ?? []).map((r) => ({ planItem: r.planItem, progress: r.progress, text: r.text ?? '' })),
  challenges: challenges ?? '',
  support: support ?? '',
  confidential: confidential ?? '',
});
function fileReportStep(input: DeploymentStep<'FILE_REPORT'>): DeploymentRecorded['FILE_REPORT'] | Refusal {
  const { event, facts, actor, context } = input;
  const term = presentTerm(facts)!;
  const named = term.obligations.find((o) => o.id === event.obligationId);
  const answered =
    named ??
    term.obligations.find((o) => o.kind === event.kind && o.period === event.period?.trim() && o.reportId === null);
  const wrong = firstProblem(
    () => [
      ...chosen(event.kind, REPORT_KINDS, 'kind'),
      ...required(event.period, 'period', 'Say which time the report is about', 60),
      ...problemIf(
        event.obligationId !== undefined && !named,
        'obligationId',
        'This report is not one that is due from this post',
      ),
    ],
    () => [
      ...problemIf(named !== undefined && named.kind !== event.kind, 'kind', 'Another kind of report is due here'),
      ...problemIf(named?.reportId != null, 'obligationId', 'This report is filed already'),
      ...reportProblems(event.report, event.kind, term),
    ],
  );
  return (
    wrong ?? {
      obligationId: answered?.id ?? null,
      report: {
        ...textOf(event.report),
        id: context.newId(),
        kind: event.kind,
        period: event.period.trim(),
        by: personRef(actor),
        at: context.at,
      },
    }
  );
}

const withinTerm = (term: Incumbency, dueOn: Day, today: Day): FieldProblem[] => [
  ...problemIf(dueOn < today, 'dueOn', 'Enter today or a later day: nothing can fall due in the past'),
  ...problemIf(
    term.endsOn !== null && dueOn > term.endsOn,
    'dueOn',
    `The term ends on ${inWords(term.endsOn ?? dueOn)}. Enter that day or an earlier one`,
  ),
];
function addObligationStep(input: DeploymentStep<'ADD_OBLIGATION'>): DeploymentRecorded['ADD_OBLIGATION'] | Refusal {
  const { event, facts, context, today } = input;
  const term = presentTerm(facts)!;
  const wrong = firstProblem(
    () => [
      ...chosen(event.kind, REPORT_KINDS, 'kind'),
      ...required(event.period, 'period', 'Say which time the report is about', 60),
      ...dayProblems(event.dueOn, 'dueOn', 'Enter the day on which the report is due'),
    ],
    () => [
      ...withinTerm(term, event.dueOn, today),
      ...problemIf(
        term.obligations.some((o) => o.kind === event.kind && o.period === event.period.trim()),
        'period',
        'This report is due from the adviser already',
      ),
      ...problemIf(
        term.obligations.length >= 100,
        'period',
        'A term can have 100 reports. Move the day of one instead',
      ),
    ],
  );
  const { kind, period, dueOn } = event;
  return (
    wrong ?? { obligation: { id: context.newId(), kind, period: period.trim(), dueOn, moved: [], reportId: null } }
  );
}
/** The day of a report can be moved also after it has passed: the record then says that it was late. */
function moveObligationStep({ event, facts, today }: DeploymentStep<'MOVE_OBLIGATION'>) {
  const term = presentTerm(facts)!;
  const known = term.obligations.find((o) => o.id === event.obligationId);
  if (!known)
    return refuseField(
      'obligationId',
      event.obligationId ? 'This report is not one that is due from this post' : 'Choose a report',
    );
  if (known.reportId !== null) return notReady('This report is filed, so its day stands.');
  const wrong = firstProblem(
    () => [
      ...dayProblems(event.dueOn, 'dueOn', 'Enter the day on which the report is due'),
      ...required(event.reason, 'reason', 'Say why the day is moved'),
    ],
    () => [
      ...problemIf(event.dueOn === known.dueOn, 'dueOn', 'The report is due on this day already'),
      ...withinTerm(term, event.dueOn, today),
    ],
  );
  const { dueOn: from } = known;
  return wrong ?? { obligationId: known.id, from, to: event.dueOn, reason: event.reason.trim(), late: from < today };
}

function reviewStep({ event, as }: DeploymentStep<'REVIEW'>): DeploymentRecorded['REVIEW'] | Refusal {
  const wrong = refuseFields([
    ...chosen(event.rating, REVIEW_RATINGS, 'rating'),
    ...required(event.text, 'text', 'Say what the rating rests on'),
  ]);
  return wrong ?? { side: sideOf(as), rating: event.rating, text: event.text.trim() };
}

/** Steps of a term: work plan, reports and the mid-term review. */
export const TERM_STEPS = {
  PLAN: planStep,
  AGREE_WORK_PLAN: ({ facts, as }) => ({ side: sideOf(as), version: presentTerm(facts)!.workPlan.version }),
  FILE_REPORT: fileReportStep,
  ADD_OBLIGATION: addObligationStep,
  MOVE_OBLIGATION: moveObligationStep,
  NOTE_TO_OHCHR: ({ event, context }) =>
    refuseFields(required(event.text, 'text', 'Write the note')) ?? { id: context.newId(), text: event.text.trim() },
  START_MID_TERM: ({ facts, context, today }) => clockRefusal(facts, 'START_MID_TERM', context.at) ?? { day: today },
  REVIEW: reviewStep,
  TAKE_EFFECT: ({ facts, context }) => clockRefusal(facts, 'TAKE_EFFECT', context.at) ?? {},
} satisfies { [T in DeploymentEventType]?: DeploymentStepRule<T> };
