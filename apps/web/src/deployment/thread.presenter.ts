import type { PostRead, SignedIn } from '#casework';
import { deploymentTiersFor, LEVEL_NAMES, threadOf, type Level, type ThreadItem, type ThreadRow } from '#domain';
import type { Names } from '../request/case-words.js';
import { periodWords, progressStatus } from './adviser-words.js';
import { postFrame } from './post-frame.js';

const COLUMNS = [
  { key: 'plan', text: 'Work plan' },
  { key: 'progress', text: 'Progress' },
  { key: 'result', text: 'Reported result' },
];

const rowOf = (item: ThreadItem) => ({
  plan: item.outcome ? { text: item.text, note: item.outcome } : item.text,
  progress: item.result ? progressStatus(item.result.progress) : { text: 'Not reported on', tone: 'plain' as const },
  result: item.result?.text
    ? { text: item.result.text, note: `${periodWords(item.result.period)}, ${item.adviser}` }
    : '',
});

/** The score in words, for who may read it. */
const scoreOf = (settled: number | null): string => {
  if (settled === null) return '';
  const level = LEVEL_NAMES[settled as Level];
  return `Score at the approval: ${settled} of 4${level ? `, ${level.toLowerCase()}` : ''}`;
};

/** The lines of a criterion, under the condition that each answers. */
function groupsOf(row: ThreadRow) {
  const named = row.conditions.map(({ text, items }) => ({ condition: text, rows: items.map(rowOf) }));
  const others = row.items.length ? [{ condition: '', rows: row.items.map(rowOf) }] : [];
  return [...named, ...others].map(({ condition, rows }, i) => ({
    condition,
    table: { caption: `${row.name}: ${condition || 'work plan and results'} (${i + 1})`, columns: COLUMNS, rows },
  }));
}

/** The one thread of a post: criterion, score, condition, work plan, result, finding at the exit. */
export function threadPage(view: PostRead, me: SignedIn, names: Names) {
  const frame = postFrame(view, me, 'thread', names);
  const judges = deploymentTiersFor(me, view.whole).has('assessment');
  return {
    title: frame.title,
    breadcrumbs: frame.breadcrumbs,
    frame,
    lead: 'Why the post was approved, what was planned for it, and what came of it.',
    sections: threadOf(view.facts).map((row) => ({
      id: row.criterion ?? 'other',
      title: row.name,
      note: judges ? scoreOf(row.settled) : '',
      groups: groupsOf(row),
      findings: row.findings,
      empty: row.conditions.length + row.items.length + row.findings.length === 0,
    })),
  };
}
