import {
  type Criterion,
  type DeploymentEventOf,
  type FieldProblem,
  type Incumbency,
  type PlanItem,
  type Refusal,
} from '#domain';
import { rowNumbers } from '../request/rows.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { filled, typedDay } from './step-fields.js';

export const ITEMS = 'items';
export const TEXTS = ['text', 'criterion', 'condition', 'outcome', 'indicator'] as const;

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

/** Where a problem of a path stands on the page. */
export const idOf = (path: string): string => (path.endsWith('.dueOn') ? `${path}-day` : path);
/** The problems of a refused plan, each leading to its field. */
export const planErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }: FieldProblem) => {
    const said = message.replace(/, such as \d{4}-\d\d-\d\d/, '');
    return path === '' ? { text: said } : { text: said, href: `#${idOf(path)}` };
  });

/** A fresh form has a line to begin with. */
export const orOneLine = (lines: TypedLine[]): TypedLine[] => (lines.length ? lines : [EMPTY]);
