import type { Done } from '../shell/pages.js';
import { SECTIONS, valueAt, type RequestContent, type Section } from '#domain';
import { paths } from '../shell/paths.js';
import { ITEM, SHAPES, YEAR } from './row-shapes.js';
import type { Intent } from './section.form.js';

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
    case 'comment':
      return [`${paths.comments(ref)}?question=${encodeURIComponent(intent.path)}#new`, 'saved'];
    case 'detach':
      return [here, 'removed'];
    case 'stay':
      return [here, 'saved'];
    case 'continue':
      return [section.number < SECTIONS.length ? paths.section(ref, section.number + 1) : paths.check(ref)];
  }
}
