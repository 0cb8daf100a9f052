import type { Done } from '../shell/pages.js';
import { SECTIONS, valueAt, type FieldProblem, type RequestContent, type Section } from '#domain';
import { one, type Form } from '../shell/exchange.js';
import { paths } from '../shell/paths.js';
import { compare, type Answers } from './answers.js';
import { ITEM, SHAPES, YEAR } from './row-shapes.js';
import { answersIn, type Intent } from './section.form.js';

/** What is said of an answer that two people changed at the same time. */
export const CONTESTED =
  'Somebody else changed this answer while you were writing. Save again to keep your text in place of theirs';

/** What was typed before a session ended, beside what is stored now. */
export function typedAgain(
  form: Form,
  section: Section,
  content: RequestContent,
): { typed: Answers; contested: string[]; problems: FieldProblem[] } {
  const answers = answersIn(form, section);
  const { mine, contested } = compare(answers, content, one(form, 'marks'));
  const disputed = Object.fromEntries(contested.map((path) => [path, answers[path]]));
  return {
    typed: { ...mine, ...disputed },
    contested,
    problems: contested.map((path) => ({ path, message: CONTESTED })),
  };
}

/** The first field of a new row under a path: there the cursor goes. */
function newRow(section: Section, path: string, content: RequestContent): string {
  const rows = valueAt(content, path);
  const question = section.questions.find((q) => path === q.path || path.startsWith(`${q.path}.`))!;
  const shape = path !== question.path ? ITEM : question.kind === 'costs' ? YEAR : SHAPES[question.kind];
  return `${path}.${Array.isArray(rows) ? rows.length : 0}.${shape?.cells[0]?.key ?? ''}`;
}

/** Where a form leads once everything in it is kept: the address, and the key of what is said there. */
export function nextPlace(
  ref: string,
  section: Section,
  intent: Intent,
  content: RequestContent,
): [path: string, done?: Done] {
  const here = paths.section(ref, section.number);
  switch (intent.to) {
    case 'addRow':
      return [`${here}?add=${encodeURIComponent(intent.path)}#${newRow(section, intent.path, content)}`];
    case 'dropRow':
      return [`${here}#${intent.path.replace(/\.\d+$/, '')}`];
    case 'detach':
      return [here, 'removed'];
    case 'stay':
      return [here, 'saved'];
    case 'continue':
      return [section.number < SECTIONS.length ? paths.section(ref, section.number + 1) : paths.check(ref)];
  }
}
