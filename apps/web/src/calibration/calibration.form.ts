import { CRITERIA, type Criterion, type FieldProblem, type Refusal, type WorkedExample } from '#domain';
import { entryOf, scoreIn, typedFrom, typedIn, type SentSheet, type TypedSheet } from '../review/score.form.js';
import { one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';

/** What was typed of a new example: its texts, and the agreed scores as on a score form. */
export interface TypedExample {
  title: string;
  setting: string;
  texts: Record<Criterion, string>;
  agreed: TypedSheet;
}

export const EMPTY_EXAMPLE: TypedExample = exampleIn({});
export const NO_SCORES: TypedSheet = typedFrom(null);

/** What stands in the fields of a new example. */
export function exampleIn(form: Form): TypedExample {
  return {
    title: one(form, 'title'),
    setting: text(form, 'setting'),
    texts: Object.fromEntries(CRITERIA.map((key) => [key, text(form, `text-${key}`)])) as Record<Criterion, string>,
    agreed: typedIn(form),
  };
}

/** The scores of a form, as they are sent. */
export const sheetOf = (typed: TypedSheet): SentSheet =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([key, t]) => {
      const entry = entryOf(t);
      return entry ? [[key, entry]] : [];
    }),
  );

/** The example that was typed; the domain says what it lacks. */
export const exampleOf = ({ title, setting, texts, agreed }: TypedExample): WorkedExample => ({
  title: title.trim(),
  setting: setting.trim(),
  texts: Object.fromEntries(CRITERIA.map((key) => [key, texts[key].trim()])) as Record<Criterion, string>,
  agreed: Object.fromEntries(
    CRITERIA.flatMap((key) => {
      const { score, reason } = agreed[key]!;
      return score === '' ? [] : [[key, { score: scoreIn(score), reason: reason.trim() }]];
    }),
  ) as WorkedExample['agreed'],
});

/** The field of the form that a problem is about. */
function fieldOf(path: string): string {
  const [, of, key, part] = /^(texts|agreed|scores)\.(\w+)(?:\.(\w+))?/.exec(path) ?? [];
  if (of === 'texts') return `text-${key}`;
  if (!of) return path;
  return part === 'reason' ? `reason-${key}` : `score-${key}`;
}
/** The problem at a field. */
export const problemAt = (refusal: Refusal | undefined, field: string): string | undefined =>
  refusal?.fields?.find((f: FieldProblem) => fieldOf(f.path) === field)?.message;
/** The problems above the form, each leading to its field. */
export const errorsOf = (refusal: Refusal | undefined): PageError[] =>
  refusal
    ? (refusal.fields ?? [{ path: '', message: refusal.message }]).map(({ path, message }) => ({
        text: message,
        ...(path ? { href: `#${fieldOf(path)}` } : {}),
      }))
    : [];
