import { isDay, type Day, type FieldProblem } from '#domain';
import { dateTyped, one, text, type Form } from '../shell/exchange.js';
import type { PageError } from '../shell/views.js';
import { date } from '../shell/words.js';

/** A question of a step: how it is asked, and with that how its answer is read. */
export interface Asked {
  name: string;
  kind: 'text' | 'long' | 'number' | 'date' | 'yesNo' | 'choice' | 'select';
  label: string;
  hint?: string;
  optional?: true;
  rows?: number;
  width?: number;
  options?: readonly { value: string; text: string; hint?: { text: string } }[];
  /** The words of a yes and of a no. */
  yes?: string;
  no?: string;
}

export const optionsOf = (words: Readonly<Record<string, string>>): { value: string; text: string }[] =>
  Object.entries(words).map(([value, label]) => ({ value, text: label }));

const two = (part: string): string => part.padStart(2, '0');

/** A day as it was typed; whatever is no day goes as it is and is refused with a reason. */
export function typedDay(form: Form, name: string): Day | null {
  const { day, month, year } = dateTyped(form, name);
  return day || month || year ? `${year}-${two(month)}-${two(day)}` : null;
}

function answer(asked: Asked, form: Form): unknown {
  const typed = asked.kind === 'long' ? text(form, asked.name) : one(form, asked.name);
  switch (asked.kind) {
    case 'date':
      return typedDay(form, asked.name) ?? (asked.optional ? undefined : '');
    case 'number':
      return typed === '' ? undefined : Number(typed);
    case 'yesNo':
      return typed === 'yes' ? true : typed === 'no' ? false : undefined;
    default:
      return typed === '' && asked.optional ? undefined : typed;
  }
}

/** The answers of a form under the names of the step's own fields; questions left open are left out. */
export const answersOf = (questions: readonly Asked[], form: Form): Record<string, unknown> =>
  Object.fromEntries(questions.map((q) => [q.name, answer(q, form)]).filter(([, value]) => value !== undefined));

/** Days and choices as a fresh form shows them. */
export function filled(values: Readonly<Record<string, string | undefined>>): Form {
  const form: Form = {};
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (/^\d{4}-\d\d-\d\d$/.test(value)) {
      form[`${name}-year`] = value.slice(0, 4);
      form[`${name}-month`] = String(Number(value.slice(5, 7)));
      form[`${name}-day`] = String(Number(value.slice(8)));
    } else form[name] = value;
  }
  return form;
}

/** An answer as it is read again before a step is taken. */
function inWords(asked: Asked, form: Form): string {
  const typed = text(form, asked.name);
  switch (asked.kind) {
    case 'date': {
      const day = typedDay(form, asked.name);
      return isDay(day) ? date(day) : '';
    }
    case 'yesNo':
      return typed === 'yes' ? (asked.yes ?? 'Yes') : (asked.no ?? 'No');
    case 'choice':
    case 'select':
      return asked.options?.find((o) => o.value === typed)?.text ?? '';
    default:
      return typed;
  }
}
/** The answers as the rows of a summary; those left open are left out. */
export const answerRows = (questions: readonly Asked[], form: Form) =>
  questions
    .map((q) => ({ key: { text: q.label }, value: { text: inWords(q, form) } }))
    .filter(({ value }) => value.text !== '');

const idOf = (asked: Asked): string => (asked.kind === 'date' ? `${asked.name}-day` : asked.name);

/** The problems of a refused step, each leading to its question. */
export const problemsAt = (questions: readonly Asked[], problems: readonly FieldProblem[]): PageError[] =>
  problems.map(({ path, message }) => {
    const asked = questions.find((q) => q.name === path.split('.')[0]);
    const said = message.replace(/, such as \d{4}-\d\d-\d\d/, '');
    return asked ? { text: said, href: `#${idOf(asked)}` } : { text: said };
  });

/** The questions as the components draw them, with what was typed. */
export function fieldsOf(questions: readonly Asked[], form: Form, errors: readonly PageError[]) {
  return questions.map((q) => {
    const shared = {
      name: q.name,
      label: q.label,
      hint: q.hint,
      optional: q.optional,
      error: errors.find((e) => e.href === `#${idOf(q)}`)?.text,
    };
    switch (q.kind) {
      case 'date':
        return { ...shared, kind: 'date', value: dateTyped(form, q.name) };
      case 'yesNo':
        return {
          ...shared,
          kind: 'radios',
          value: one(form, q.name),
          options: [
            { value: 'yes', text: q.yes ?? 'Yes' },
            { value: 'no', text: q.no ?? 'No' },
          ],
        };
      case 'choice':
        return { ...shared, kind: 'radios', value: one(form, q.name), options: q.options };
      case 'select':
        return {
          ...shared,
          kind: 'select',
          value: one(form, q.name),
          options: [{ value: '', text: 'Choose' }, ...(q.options ?? [])],
        };
      case 'long':
        return { ...shared, kind: 'long', rows: q.rows ?? 5, value: text(form, q.name) };
      default:
        return { ...shared, kind: q.kind, width: q.width, value: one(form, q.name) };
    }
  });
}
