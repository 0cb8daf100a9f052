import { canonical, threeWay, type BroughtBack, type FieldProblem, type RequestContent } from '#domain';
import { concernsPath, keepable, only, type Answers } from '../request/answers.js';
import type { FormField } from './form-fields.js';
import { leanText } from './form-read.js';
import { answersInForm, asForm, written, type Texts } from './form-texts.js';

/** One field as it was understood. */
export interface UnderstoodField {
  field: FormField;
  outcome: BroughtBack;
  /** What was brought, as a value; what cannot be read as one is the text that it is. */
  value: unknown;
  problems: FieldProblem[];
}
/** The three texts of a request that meet when a form comes back. */
export interface Texts3 {
  before: RequestContent;
  stored: RequestContent;
  brought: Answers;
}

/** An answer as it is compared: what programs change by themselves is no change, and an empty answer is none. */
function comparable(value: unknown): string {
  const lean = (v: unknown): unknown => {
    if (typeof v === 'string') return leanText(v);
    if (Array.isArray(v)) return v.map(lean);
    if (typeof v !== 'object' || v === null) return v;
    return Object.fromEntries(Object.entries(v).map(([key, inner]) => [key, lean(inner)]));
  };
  const it = lean(value);
  const nothing = it === undefined || it === null || it === '' || (Array.isArray(it) && it.length === 0);
  return nothing ? '' : canonical(it);
}

/** Every field of a form as its content writes it. */
export const textsOf = (fields: readonly FormField[], content: RequestContent): Texts =>
  Object.fromEntries(fields.map((f) => [f.path, written(f, content, content.language ?? 'en')]));

/** The answers that a form of this content would give unchanged: what a form cannot say of an answer is no difference then. */
export const answersThrough = (fields: readonly FormField[], content: RequestContent): Answers =>
  answersInForm(asForm(fields, textsOf(fields, content)));

/** Compares, field by field, what was taken off line, what is stored by now, and what came back. */
export function understand(fields: readonly FormField[], { before, stored, brought }: Texts3): UnderstoodField[] {
  const [was, is] = [answersThrough(fields, before), answersThrough(fields, stored)];
  const outcomeOf = ({ path }: FormField): BroughtBack =>
    threeWay({
      before: comparable(was[path]),
      stored: comparable(is[path]),
      brought: path in brought ? comparable(brought[path]) : undefined,
    });
  const outcomes = new Map(fields.map((field) => [field, outcomeOf(field)]));
  const changed = fields.filter((field) => isOpen(outcomes.get(field)!)).map(({ path }) => path);
  const { problems } = keepable(only(brought, changed));
  return fields.map((field) => ({
    field,
    outcome: outcomes.get(field)!,
    value: brought[field.path],
    problems: problems.filter((p) => concernsPath(p, field.path)),
  }));
}

/** Whether a field has a text that could take the place of the stored one. */
export const isOpen = (outcome: BroughtBack): boolean =>
  outcome === 'brought' || outcome === 'both' || outcome === 'emptied';

/** What can be kept without asking anybody: only the file has changed it, and nothing is wrong with it. */
export const takenByItself = ({ outcome, problems }: UnderstoodField): boolean =>
  outcome === 'brought' && problems.length === 0;
