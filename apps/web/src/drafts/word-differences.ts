/** A run of words of a text; `changed` is what the other text does not have. */
export interface Run {
  text: string;
  changed: boolean;
}

/** Two texts that differ almost everywhere are not worth comparing word by word: both are read as a whole. */
const MOST_CELLS = 4_000_000;

const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/gu) ?? [];
const same = (a: string | undefined, b: string | undefined): boolean => a?.trim() === b?.trim();

/** How many words from each place on are common to both: the table of the longest common subsequence. */
function commonFrom(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      table[i]![j] = same(a[i], b[j]) ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
  return table;
}

/** Which words of two lists are in both, in order. */
function inBoth(a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] {
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  if (a.length * b.length > MOST_CELLS) return kept;
  const table = commonFrom(a, b);
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (same(a[i], b[j])) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (table[i + 1]![j]! >= table[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return kept;
}

function runsOf(words: readonly string[], isKept: (at: number) => boolean): Run[] {
  const runs: Run[] = [];
  for (const [at, text] of words.entries()) {
    const last = runs.at(-1);
    const changed = !isKept(at);
    if (last?.changed === changed) last.text += text;
    else runs.push({ text, changed });
  }
  return runs;
}

/** Two texts, each with what the other does not have: word by word, whatever the script. */
export function wordDifferences(before: string, after: string): { before: Run[]; after: Run[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let head = 0;
  while (head < Math.min(a.length, b.length) && same(a[head], b[head])) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && same(a.at(-1 - tail), b.at(-1 - tail))) tail += 1;
  const [inA, inB] = inBoth(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const kept = (own: Set<number>, length: number) => (at: number) =>
    at < head || at >= length - tail || own.has(at - head);
  return { before: runsOf(a, kept(inA, a.length)), after: runsOf(b, kept(inB, b.length)) };
}
