import {
  PROGRESS,
  prefillReport,
  REPORT_KINDS,
  type DeploymentEventOf,
  type DeploymentFacts,
  type Incumbency,
  type Obligation,
  type Progress,
  type Refusal,
  type ReportKind,
} from '#domain';
import type { Field } from '../request/field-models.js';
import { rowNumbers } from '../request/rows.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

const RESULTS = 'report.results';

/** What was typed on the form of a report. */
export interface TypedReport {
  kind: string;
  period: string;
  summary: string;
  challenges: string;
  support: string;
  confidential: string;
  /** By line of the work plan. */
  results: Map<string, { progress: string; text: string }>;
}

/** What was typed, whatever it is. */
export function typedReport(form: Form): TypedReport {
  const results = rowNumbers(form, RESULTS).map((number) => {
    const at = `${RESULTS}.${number}`;
    const told = { progress: one(form, `${at}.progress`), text: text(form, `${at}.text`) };
    return [one(form, `${at}.planItem`), told] as const;
  });
  return {
    kind: one(form, 'kind'),
    period: one(form, 'period'),
    summary: text(form, 'report.summary'),
    challenges: text(form, 'report.challenges'),
    support: text(form, 'report.support'),
    confidential: text(form, 'report.confidential'),
    results: new Map(results),
  };
}

/** What was typed, with the lines of the plan that a report of this kind begins with and that are not among it. */
export function completed(typed: TypedReport, facts: DeploymentFacts): TypedReport {
  const kind = Object.hasOwn(REPORT_KINDS, typed.kind) ? (typed.kind as ReportKind) : 'quarterly';
  return {
    ...typed,
    results: new Map([...prefilled(facts, { kind, period: typed.period }).results, ...typed.results]),
  };
}

/** A fresh form: what the domain says a report of this kind begins with. */
export function prefilled(facts: DeploymentFacts, due: Pick<Obligation, 'kind' | 'period'>): TypedReport {
  const { summary, challenges, support, results } = prefillReport(facts, due.kind, due.period);
  return {
    kind: due.kind,
    period: due.period,
    summary,
    challenges: challenges ?? '',
    support: support ?? '',
    confidential: '',
    results: new Map(results.map((r) => [r.planItem, { progress: r.progress, text: r.text }])),
  };
}

/** The lines that a report asks about: those that are open, and whatever was typed on. */
export const askedLines = (term: Incumbency, typed: TypedReport) =>
  term.workPlan.items.filter((item) => typed.results.has(item.id));

/** What was typed as it is sent, in the order in which the page asks. */
export const reportEvent = (
  typed: TypedReport,
  term: Incumbency,
  due: Obligation | null,
): DeploymentEventOf<'FILE_REPORT'> => ({
  type: 'FILE_REPORT',
  ...(due ? { obligationId: due.id } : {}),
  kind: (due?.kind ?? typed.kind) as ReportKind,
  period: due?.period ?? typed.period,
  report: {
    summary: typed.summary,
    results: askedLines(term, typed).map((item) => {
      const told = typed.results.get(item.id)!;
      return { planItem: item.id, progress: told.progress as Progress, text: told.text };
    }),
    challenges: typed.challenges,
    support: typed.support,
    confidential: typed.confidential,
  },
});

/** The problems of a refused report, each leading to its field. */
export const reportErrors = (refusal: Refusal): PageError[] =>
  (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) =>
    // What is missing of the lines is said where they begin.
    path === RESULTS
      ? { text: message, href: '#results' }
      : /^(kind|period|report\.)/.test(path)
        ? { text: message, href: `#${path}` }
        : { text: message },
  );

interface Drawing {
  typed: TypedReport;
  errors: readonly PageError[];
}
const errorAt = ({ errors }: Drawing, id: string): string | undefined => errors.find((e) => e.href === `#${id}`)?.text;

const long = (
  drawing: Drawing,
  key: 'summary' | 'challenges' | 'support' | 'confidential',
  more: Partial<Field>,
): Field => ({
  kind: 'long',
  name: `report.${key}`,
  value: drawing.typed[key],
  error: errorAt(drawing, `report.${key}`),
  ...more,
});

const BY_ALL = 'Read by the Resident Coordinator, OHCHR and the fund.';
const BY_TWO = 'Read by the Resident Coordinator and OHCHR.';

/** The questions around the results, each with who reads its answer. */
export const wordFields = (drawing: Drawing) => ({
  summary: long(drawing, 'summary', {
    label: 'What was done?',
    hint: `${BY_ALL} A few sentences are enough.`,
    rows: 6,
  }),
  challenges: long(drawing, 'challenges', { label: 'What stood in the way?', hint: BY_TWO, rows: 3, optional: true }),
  support: long(drawing, 'support', { label: 'What support do you need?', hint: BY_TWO, rows: 3, optional: true }),
  confidential: long(drawing, 'confidential', {
    label: 'What should OHCHR alone know?',
    hint: 'Neither the Resident Coordinator nor the fund reads this. Name no victim and no source.',
    rows: 3,
    optional: true,
  }),
});

/** The questions that say which report it is, where none that is due is being filed. */
export const whichFields = (drawing: Drawing, kinds: Readonly<Record<string, string>>): Field[] => [
  {
    kind: 'select',
    name: 'kind',
    label: 'Which report?',
    value: drawing.typed.kind,
    error: errorAt(drawing, 'kind'),
    options: Object.entries(kinds).map(([value, words]) => ({ value, text: words })),
  },
  {
    name: 'period',
    label: 'Which period?',
    hint: 'For example, 2027 or July to September 2027.',
    width: 20,
    value: drawing.typed.period,
    error: errorAt(drawing, 'period'),
  },
];

/** One line of the plan on the form: how far it has come, and a sentence. */
export function lineFields(drawing: Drawing, term: Incumbency) {
  return askedLines(term, drawing.typed).map((item, i) => {
    const at = `${RESULTS}.${i}`;
    const told = drawing.typed.results.get(item.id)!;
    const progress: Field = {
      kind: 'radios',
      name: `${at}.progress`,
      label: 'Progress',
      quiet: true,
      small: true,
      inline: true,
      value: told.progress,
      error: errorAt(drawing, `${at}.progress`),
      options: Object.entries(PROGRESS).map(([value, words]) => ({ value, text: words })),
    };
    const sentence: Field = {
      kind: 'long',
      name: `${at}.text`,
      label: 'What came of it? A sentence is enough',
      quiet: true,
      rows: 2,
      value: told.text,
      error: errorAt(drawing, `${at}.text`),
    };
    return { item, known: { kind: 'hidden' as const, name: `${at}.planItem`, value: item.id }, progress, sentence };
  });
}
