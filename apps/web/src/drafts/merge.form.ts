import { canonical, type FieldProblem } from '#domain';
import { lines, one, text, type Form } from '../shell/exchange.js';
import type { Answers } from '../request/answers.js';
import type { FormOf, Mergeable } from './merge-form-of.js';

/** What may be done with an answer of which there are two texts. */
export const CHOICES = { mine: 'Keep my text', theirs: 'Keep the text that is saved', together: '' } as const;
export type Choice = keyof typeof CHOICES;

/** The names of the fields of a merge page, by the answer that they are about. */
export const FIELD = {
  /** The answers that are asked about, as one field. */
  paths: 'merge',
  choice: (path: string) => `choice.${path}`,
  mine: (path: string) => `mine.${path}`,
  together: (path: string) => `together.${path}`,
};

/** What a merge page comes to: answers to save, what is still to be chosen, and what was chosen and typed so far. */
export interface Merged {
  answers: Answers;
  undecided: FieldProblem[];
  /** The person's own text of every answer that is asked about. */
  mine: Answers;
  choices: Record<string, { choice: Choice | null; together: string }>;
}

/** Whether both texts of an answer can become one by writing. */
export const isText = ({ kind }: Mergeable): boolean => ['words', 'line', 'list'].includes(kind);
const isRows = (question: Mergeable): boolean => !isText(question) && question.kind !== 'chosen';

/** The rows of both: mine, then those of theirs that mine has not. */
export function rowsOfBoth(mine: unknown, theirs: unknown): unknown[] {
  const [own, others] = [mine, theirs].map((rows) => (Array.isArray(rows) ? (rows as unknown[]) : []));
  const known = new Set(own!.map(canonical));
  return [...own!, ...others!.filter((row) => !known.has(canonical(row)))];
}

/** A text that a page carries, as it was before; what somebody has made up is no answer. */
function carried(form: Form, name: string): unknown {
  try {
    return JSON.parse(one(form, name)) as unknown;
  } catch {
    return null;
  }
}

function together(form: Form, question: Mergeable, mine: unknown): unknown {
  const name = FIELD.together(question.path);
  if (isRows(question)) return rowsOfBoth(mine, carried(form, name));
  return question.kind === 'list' ? lines(form, name) : text(form, name);
}

/** Whether a form is one of a merge page. */
export const isMerge = (form: Form): boolean => FIELD.paths in form;

/** Reads what was chosen on a merge page. Nothing is saved of it before everything is chosen. */
export function mergedIn(form: Form, { questions }: FormOf): Merged {
  const merged: Merged = { answers: {}, undecided: [], mine: {}, choices: {} };
  const asked = one(form, FIELD.paths).split(' ');
  for (const question of questions.filter((q) => asked.includes(q.path))) {
    const { path } = question;
    const given = one(form, FIELD.choice(path));
    const known = Object.hasOwn(CHOICES, given) && !(given === 'together' && question.kind === 'chosen');
    const choice = known ? (given as Choice) : null;
    const mine = carried(form, FIELD.mine(path));
    merged.mine[path] = mine;
    merged.choices[path] = { choice, together: isText(question) ? text(form, FIELD.together(path)) : '' };
    if (choice === 'mine') merged.answers[path] = mine;
    else if (choice === 'together') merged.answers[path] = together(form, question, mine);
    else if (choice === null) merged.undecided.push({ path: FIELD.choice(path), message: 'Choose which text stays' });
  }
  return merged;
}
