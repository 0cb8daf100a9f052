import {
  CRITERION_NAMES,
  type Criterion,
  type DeploymentEventOf,
  type FieldProblem,
  type Incumbency,
  type PlanItem,
  type Refusal,
} from '#domain';
import type { Field } from '../request/field-models.js';
import { rowNumbers } from '../request/rows.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { filled, typedDay } from './step-fields.js';

const ITEMS = 'items';
const TEXTS = ['text', 'criterion', 'condition', 'outcome', 'indicator'] as const;

/** One line of the plan as it stands in the fields of the form; `id` is that of a line that is there already. */
export interface TypedLine extends Record<(typeof TEXTS)[number], string> {
  id: string;
  due: Form;
}

const EMPTY: TypedLine = { id: '', text: '', criterion: '', condition: '', outcome: '', indicator: '', due: {} };

function lineIn(form: Form, at: string): TypedLine {
  const texts = Object.fromEntries(TEXTS.map((key) => [key, text(form, `${at}.${key}`)])) as Omit<
    TypedLine,
    'id' | 'due'
  >;
  const parts = ['day', 'month', 'year'].map((part) => [`due-${part}`, one(form, `${at}.dueOn-${part}`)] as const);
  return { ...texts, id: one(form, `${at}.id`), due: Object.fromEntries(parts) };
}
const saysSomething = (line: TypedLine): boolean =>
  line.id !== '' || [line.text, line.outcome, line.indicator, ...Object.values(line.due)].some((value) => value !== '');

/** The lines as they were typed, in order; those that were left empty are left out. */
export const typedLines = (form: Form): TypedLine[] =>
  rowNumbers(form, ITEMS)
    .map((number) => lineIn(form, `${ITEMS}.${number}`))
    .filter(saysSomething);

/** The plan as it stands, as it goes into the fields. */
export const linesOf = ({ workPlan }: Incumbency): TypedLine[] =>
  workPlan.items.map(({ id, text: what, criterion, condition, outcome, indicator, dueOn }) => ({
    id,
    text: what,
    criterion: criterion ?? '',
    condition: condition ?? '',
    outcome,
    indicator,
    due: filled({ due: dueOn ?? undefined }),
  }));

/** What was asked besides saving: one more line, or one line less. */
export function redrawn(form: Form): TypedLine[] | null {
  const drop = /^items\.(\d{1,4})$/.exec(one(form, 'drop'))?.[1];
  if (drop !== undefined) {
    const kept = { ...form };
    for (const name of Object.keys(kept)) if (name.startsWith(`${ITEMS}.${drop}.`)) delete kept[name];
    return typedLines(kept);
  }
  return one(form, 'add') ? [...typedLines(form), EMPTY] : null;
}

/** What was typed as it is sent; what is wrong with it the domain says. */
export const planEvent = (lines: readonly TypedLine[]): DeploymentEventOf<'PLAN'> => ({
  type: 'PLAN',
  items: lines.map((line): Omit<PlanItem, 'id'> & { id?: string } => ({
    ...(line.id ? { id: line.id } : {}),
    text: line.text,
    criterion: (line.criterion || null) as Criterion | null,
    condition: line.condition || null,
    outcome: line.outcome,
    indicator: line.indicator,
    dueOn: typedDay(line.due, 'due'),
  })),
});

const idOf = (path: string): string => (path.endsWith('.dueOn') ? `${path}-day` : path);
/** The problems of a refused plan, each leading to its field. */
export const planErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }: FieldProblem) => {
    const said = message.replace(/, such as \d{4}-\d\d-\d\d/, '');
    return path === '' ? { text: said } : { text: said, href: `#${idOf(path)}` };
  });

/** One line of the plan as the page draws it. */
export interface DrawnLine {
  id: string;
  name: string;
  known: Field;
  /** Why it cannot be taken away; empty where it can. */
  stays: string;
  cells: { span: number; field: Field }[];
}

interface Drawing {
  term: Incumbency;
  conditions: readonly string[];
  errors: readonly PageError[];
}

const choices = (options: readonly (readonly [string, string])[], none: string) => [
  { value: '', text: none },
  ...options.map(([value, words]) => ({ value, text: words })),
];

/** A condition of the approval fits on one line of a list of choices. */
const MOST = 90;
const short = (words: string): string => (words.length > MOST ? `${words.slice(0, MOST)}…` : words);

function cellsOf(line: TypedLine, at: string, { conditions, errors }: Drawing): DrawnLine['cells'] {
  const error = (key: string) => errors.find((e) => e.href === `#${idOf(`${at}.${key}`)}`)?.text;
  const field = (key: (typeof TEXTS)[number], label: string, more: Partial<Field> = {}): Field => ({
    name: `${at}.${key}`,
    label,
    value: line[key],
    error: error(key),
    quiet: true,
    ...more,
  });
  const due: Field = {
    kind: 'date',
    name: `${at}.dueOn`,
    label: 'By when?',
    quiet: true,
    optional: true,
    error: error('dueOn'),
    value: { day: one(line.due, 'due-day'), month: one(line.due, 'due-month'), year: one(line.due, 'due-year') },
  };
  // A condition that was taken from an earlier text is offered too, or saving the page would change it.
  const known = [...new Set([...conditions, ...(line.condition ? [line.condition] : [])])];
  return [
    { span: 12, field: field('text', 'What will be done?', { kind: 'long', rows: 2 }) },
    {
      span: 6,
      field: field('criterion', 'Which criterion does it serve?', {
        kind: 'select',
        options: choices(Object.entries(CRITERION_NAMES), 'None of the five'),
      }),
    },
    ...(known.length
      ? [
          {
            span: 6,
            field: field('condition', 'Which condition of the approval does it answer?', {
              kind: 'select',
              options: choices(
                known.map((c) => [c, short(c)] as const),
                'None',
              ),
            }),
          },
        ]
      : []),
    {
      span: 6,
      field: field('outcome', 'Outcome or output of the cooperation framework', {
        kind: 'long',
        rows: 1,
        optional: true,
      }),
    },
    { span: 6, field: field('indicator', 'Indicator, with its baseline', { kind: 'long', rows: 1, optional: true }) },
    { span: 12, field: due },
  ];
}

/** The lines as the page draws them. A line that has been reported on stays: it can be reported as dropped. */
export const drawLines = (lines: readonly TypedLine[], drawing: Drawing): DrawnLine[] =>
  lines.map((line, i) => {
    const at = `${ITEMS}.${i}`;
    const reported = drawing.term.reports.some((r) => r.results.some((x) => x.planItem === line.id));
    return {
      id: at,
      name: `Line ${i + 1}`,
      known: { kind: 'hidden', name: `${at}.id`, value: line.id },
      stays: reported ? 'It has been reported on, so it stays in the plan. Report it as dropped instead.' : '',
      cells: cellsOf(line, at, drawing),
    };
  });

/** A fresh form has a line to begin with. */
export const orOneLine = (lines: TypedLine[]): TypedLine[] => (lines.length ? lines : [EMPTY]);
