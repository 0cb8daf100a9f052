import {
  canonical,
  checkTerms,
  CRITERIA,
  CRITERION_NAMES,
  dutyPart,
  inOrder,
  isCriterion,
  nextDuty,
  refuse,
  refuseFields,
  REPORTING_PARTS,
  type Clause,
  type FieldProblem,
  type Language,
  type NamedReporting,
  type Refusal,
  type ReportingPart,
  type TermsContent,
} from '#domain';
import { errorOf, type Field } from '../request/field-models.js';
import { lines, many, one, text, type Form } from '../shell/exchange.js';
import type { TermsView } from './case-terms.js';

/** The duty that is being added; it becomes a clause when it is complete. */
export const NEW = 'new';
const parts = Object.keys(REPORTING_PARTS) as ReportingPart[];

/** Terms as they stand in the fields of their form. */
export interface TypedTerms {
  standard: number;
  language: Language;
  /** Everything on the page, also duties that are marked to be left out. */
  clauses: Clause[];
  leftOut: string[];
  /** Duties of the standard that are to come back. */
  brought: string[];
  fresh: Clause;
  reporting: Record<ReportingPart, { name: string; title: string }>;
  /** Why terms are changed that both sides have signed. */
  reason: string;
}

const clauseIn = (form: Form, key: string): Clause => ({
  key,
  heading: one(form, `heading-${key}`),
  text: text(form, `text-${key}`),
  criteria: many(form, `criteria-${key}`).filter(isCriterion),
  results: lines(form, `results-${key}`),
});

/** What was typed; the language and the standard are those of the page, not of the form. */
export function typedTerms(form: Form, { standard, language }: TermsContent): TypedTerms {
  const keys = [...new Set(many(form, 'key'))].slice(0, 100);
  return {
    standard,
    language,
    clauses: keys.map((key) => clauseIn(form, key)),
    leftOut: many(form, 'out'),
    brought: many(form, 'bring'),
    fresh: clauseIn(form, NEW),
    reason: text(form, 'reason'),
    reporting: Object.fromEntries(
      parts.map((part) => [part, { name: one(form, `name-${part}`), title: one(form, `title-${part}`) }]),
    ) as TypedTerms['reporting'],
  };
}

/** Terms as they go into the fields, to be changed. */
export function typedFrom(content: TermsContent, reporting: readonly NamedReporting[]): TypedTerms {
  const of = (part: ReportingPart) => reporting.find((r) => r.part === part);
  return {
    standard: content.standard,
    language: content.language,
    clauses: inOrder(content.clauses),
    leftOut: [],
    brought: [],
    fresh: { key: NEW, heading: '', text: '', criteria: [], results: [] },
    reason: '',
    reporting: Object.fromEntries(
      parts.map((part) => [part, { name: of(part)?.name ?? '', title: of(part)?.title ?? '' }]),
    ) as TypedTerms['reporting'],
  };
}

const isBegun = ({ heading, text: words, criteria, results }: Clause): boolean =>
  Boolean(heading || words || criteria.length || results.length);

/** The duty that was begun as a clause of its own, so that another one can be begun. */
export function takeFresh(typed: TypedTerms): TypedTerms {
  if (!isBegun(typed.fresh)) return typed;
  const clauses = [...typed.clauses, { ...typed.fresh, key: nextDuty('added', typed.clauses) }];
  return { ...typed, clauses: inOrder(clauses), fresh: typedFrom({ ...typed, clauses: [] }, []).fresh };
}

const freshProblems = (fresh: Clause): FieldProblem[] =>
  isBegun(fresh) && fresh.criteria.length === 0
    ? [{ path: `criteria-${NEW}`, message: 'Choose at least one criterion that this duty serves' }]
    : [];

/** Only lines on which somebody is named. */
const namedIn = (typed: TypedTerms): NamedReporting[] =>
  parts.map((part) => ({ part, ...typed.reporting[part] })).filter((r) => r.name || r.title);

/** Where a problem of the content stands on the page. */
function onPage({ path, message }: FieldProblem, clauses: readonly Clause[], fresh: string | null): FieldProblem {
  const [, index, field] = /^clauses\.(\d+)\.(\w+)/.exec(path) ?? [];
  const key = index === undefined ? undefined : clauses[Number(index)]?.key;
  return key === undefined ? { path: '', message } : { path: `${field}-${key === fresh ? NEW : key}`, message };
}

/** Terms to propose, or what stands against proposing them. */
export type Proposed = { content: TermsContent; reporting: NamedReporting[]; reason?: string } | Refusal;

/** What was typed as it is proposed. */
export function proposalOf(typed: TypedTerms, terms: TermsView): Proposed {
  const back = terms.reading.standard.clauses.filter((c) => typed.brought.includes(c.key) && dutyPart(c.key));
  const kept = typed.clauses.filter((c) => !(typed.leftOut.includes(c.key) && dutyPart(c.key)));
  const fresh = isBegun(typed.fresh) ? { ...typed.fresh, key: nextDuty('added', typed.clauses) } : null;
  const missing = back.filter((c) => !kept.some((k) => k.key === c.key));
  const clauses = inOrder([...kept, ...missing, ...(fresh ? [fresh] : [])]);
  const content: TermsContent = { standard: typed.standard, language: typed.language, clauses };
  const reporting = namedIn(typed);
  const problems = refuseFields([
    ...checkTerms(content).map((p) => onPage(p, clauses, fresh?.key ?? null)),
    ...freshProblems(typed.fresh),
    ...reporting.flatMap((r) => [
      ...(r.name ? [] : [{ path: `name-${r.part}`, message: 'Enter a name' }]),
      ...(r.title ? [] : [{ path: `title-${r.part}`, message: 'Enter a title' }]),
    ]),
  ]);
  if (problems) return problems;
  const { current, reporting: before } = terms;
  const held = before.map(({ part, name, title }) => ({ part, name, title }));
  if (current && canonical([current.content, held]) === canonical([content, reporting]))
    return refuse('invalid', `Nothing differs from version ${current.number}, so there is nothing to propose.`);
  return { content, reporting, ...(typed.reason ? { reason: typed.reason } : {}) };
}

const criterionOptions = CRITERIA.map((value) => ({ value, text: CRITERION_NAMES[value] }));

/** The fields of one clause; a duty has its tags too. */
export function clauseFields(
  clause: Clause,
  duty: boolean,
  lang: Language,
  problems: readonly FieldProblem[],
): Field[] {
  const field = (part: string, label: string, more: Partial<Field>): Field => {
    const name = `${part}-${clause.key}`;
    return { name, label, error: errorOf(problems, name), ...more };
  };
  return [
    field('heading', 'Heading', { value: clause.heading, lang }),
    field('text', 'Text', {
      kind: 'long',
      value: clause.text,
      lang,
      rows: Math.min(16, Math.max(4, Math.ceil(clause.text.length / 90) + clause.text.split('\n').length)),
      hint: 'An empty line begins a paragraph. A line that begins with “- ” is a point of a list.',
    }),
    ...(duty
      ? [
          field('criteria', 'Which criteria does this duty serve?', {
            kind: 'checkboxes',
            options: criterionOptions,
            value: clause.criteria,
            small: true,
          }),
          field('results', 'Which results does it serve?', {
            kind: 'long',
            hint: 'One result of the cooperation framework or of OHCHR on each line.',
            value: clause.results.join('\n'),
            rows: 2,
            optional: true,
          }),
        ]
      : []),
  ];
}

/** Who holds each role of the reporting lines, by name. */
export const reportingFields = (typed: TypedTerms, problems: readonly FieldProblem[]) =>
  parts.map((part) => ({
    legend: REPORTING_PARTS[part],
    fields: (['name', 'title'] as const).map((what): Field => {
      const name = `${what}-${part}`;
      const label = what === 'name' ? 'Name' : 'Title';
      return {
        name,
        label,
        value: typed.reporting[part][what],
        error: errorOf(problems, name),
        optional: true,
        width: 20,
      };
    }),
  }));
