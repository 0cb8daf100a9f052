import type { Criterion } from '../review/criteria.js';
import { inOrder } from './definition.js';
import type { Clause, TermsContent } from './terms.js';

/** A run of words that two texts have in common, or that only one of them has. */
export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Words, and the ends of lines. */
const tokensOf = (text: string): string[] => text.match(/[^\s]+|\n/gu) ?? [];

/** How long the longest common run of words is from each pair of places on. */
function commonLengths(a: string[], b: string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i]![j] = a[i] === b[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
  return lengths;
}

/** What was taken out of a text and put into it, word by word. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  const pieces: Piece[] = [];
  let lineBegins = true;
  const add = (kind: Piece['kind'], token: string): void => {
    const last = pieces.at(-1);
    const text = lineBegins || token === '\n' ? token : ` ${token}`;
    if (last?.kind === kind) last.text += text;
    else pieces.push({ kind, text });
    lineBegins = token === '\n' && kind === 'same';
  };
  if (a.join(' ') === b.join(' ')) {
    for (const token of b) add('same', token);
    return pieces;
  }
  const lengths = commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', b[j]!);
      [i, j] = [i + 1, j + 1];
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) add('removed', a[i++]!);
    else add('added', b[j++]!);
  }
  return pieces;
}

/** One clause in which terms leave the standard. */
export interface Deviation {
  kind: 'added' | 'removed' | 'changed';
  key: string;
  /** As it stands now; of a clause that was taken out, as it stood. */
  heading: string;
  headingDiff: Piece[];
  textDiff: Piece[];
  criteria: { added: Criterion[]; removed: Criterion[] };
  results: { added: string[]; removed: string[] };
}

const EMPTY: Clause = { key: '', heading: '', text: '', criteria: [], results: [] };
const onlyIn = <T>(these: readonly T[], those: readonly T[]): T[] => these.filter((x) => !those.includes(x));

function deviation(kind: Deviation['kind'], before: Clause, after: Clause): Deviation {
  return {
    kind,
    key: after.key || before.key,
    heading: after.heading || before.heading,
    headingDiff: wordDiff(before.heading, after.heading),
    textDiff: wordDiff(before.text, after.text),
    criteria: {
      added: onlyIn(after.criteria, before.criteria),
      removed: onlyIn(before.criteria, after.criteria),
    },
    results: { added: onlyIn(after.results, before.results), removed: onlyIn(before.results, after.results) },
  };
}

const changed = ({ headingDiff, textDiff, criteria, results }: Deviation): boolean =>
  [...headingDiff, ...textDiff].some((piece) => piece.kind !== 'same') ||
  [criteria.added, criteria.removed, results.added, results.removed].some((list) => list.length > 0);

/** Where terms leave the standard, clause by clause in reading order. */
export function termsDeviations(standard: TermsContent, content: TermsContent): Deviation[] {
  const before = new Map(standard.clauses.map((clause) => [clause.key, clause]));
  const after = new Map(content.clauses.map((clause) => [clause.key, clause]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return inOrder([...keys].map((key) => ({ key }))).flatMap(({ key }) => {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was) return [deviation('added', EMPTY, is!)];
    if (!is) return [deviation('removed', was, EMPTY)];
    const both = deviation('changed', was, is);
    return changed(both) ? [both] : [];
  });
}
