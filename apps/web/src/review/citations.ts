import type { Citation } from '#domain';

/** The element of the page that a citation points at. */
export function targetOf({ paragraph, annex }: Citation): string | null {
  if (paragraph) return `p-${paragraph.replace('.', '-')}`;
  return annex ? `annex-${annex}` : null;
}

/** The letter of an annex by its place: A to Z, then AA. */
export const annexLetter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : annexLetter(Math.floor(index / 26) - 1) + annexLetter(index % 26);

/** A part of a paragraph; `mark` is the number of the criterion for which it is cited. */
export interface Segment {
  text: string;
  mark?: number;
}

const APOSTROPHES = `'‘’ʼ‛\`´`;
const MARKS = '"“”„«»';
const DASHES = '\\-‐‑‒–—−';
const ANY_OF = [APOSTROPHES, MARKS, DASHES].map((signs) => new RegExp(`[${signs}]`, 'gu'));

/** A pattern of words that does not mind which of the like signs a keyboard has. */
const patternOf = (words: string): string =>
  [APOSTROPHES, MARKS, DASHES].reduce(
    (pattern, signs, i) => pattern.replace(ANY_OF[i]!, `[${signs}]`),
    words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );

/** Where words stand in a text, whatever the spaces and line breaks between them. */
function placeOfWords(text: string, words: string): [number, number] | null {
  const parts = words.split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return null;
  const found = new RegExp(parts.map(patternOf).join('\\s+'), 'u').exec(text);
  return found ? [found.index, found.index + found[0].length] : null;
}

/** Cuts a paragraph at the words that are quoted from it. What is found nowhere, or twice covered, marks nothing. */
export function segmentsOf(text: string, quotes: { quote: string; mark: number }[]): Segment[] {
  const places = quotes
    .flatMap(({ quote, mark }) => {
      const place = placeOfWords(text, quote);
      return place ? [{ from: place[0], to: place[1], mark }] : [];
    })
    .sort((a, b) => a.from - b.from);
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, mark } of places) {
    if (from < at) continue;
    if (from > at) segments.push({ text: text.slice(at, from) });
    segments.push({ text: text.slice(from, to), mark });
    at = to;
  }
  if (at < text.length) segments.push({ text: text.slice(at) });
  return segments;
}
