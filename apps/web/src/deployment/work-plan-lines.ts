import { CRITERION_NAMES, type Incumbency } from '#domain';
import type { Field } from '../request/field-models.js';
import { one } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { idOf, ITEMS, type TEXTS, type TypedLine } from './work-plan.form.js';

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

type Draw = (key: (typeof TEXTS)[number], label: string, more: Partial<Field>) => Field;

function whyCells(line: TypedLine, { conditions }: Drawing, field: Draw): DrawnLine['cells'] {
  const criterion = field('criterion', 'Which criterion does it serve?', {
    kind: 'select',
    options: choices(Object.entries(CRITERION_NAMES), 'None of the five'),
  });
  // A condition that was taken from an earlier text is offered too, or saving the page would change it.
  const known = [...new Set([...conditions, ...(line.condition ? [line.condition] : [])])];
  if (known.length === 0) return [{ span: 6, field: criterion }];
  const condition = field('condition', 'Which condition of the approval does it answer?', {
    kind: 'select',
    options: choices(
      known.map((c) => [c, short(c)] as const),
      'None',
    ),
  });
  return [
    { span: 6, field: criterion },
    { span: 6, field: condition },
  ];
}

function cellsOf(line: TypedLine, at: string, drawing: Drawing): DrawnLine['cells'] {
  const error = (key: string) => drawing.errors.find((e) => e.href === `#${idOf(`${at}.${key}`)}`)?.text;
  const field: Draw = (key, label, more) => ({
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
  const words = { kind: 'long', rows: 1, optional: true } as const;
  return [
    { span: 12, field: field('text', 'What will be done?', { kind: 'long', rows: 2 }) },
    ...whyCells(line, drawing, field),
    { span: 6, field: field('outcome', 'Outcome or output of the cooperation framework', words) },
    { span: 6, field: field('indicator', 'Indicator, with its baseline', words) },
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
