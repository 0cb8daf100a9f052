/** A passage or a document that a reviewer relies on, as it was typed and as it is understood. */
export interface Citation {
  text: string;
  /** The number of a paragraph, such as 3.2. */
  paragraph: string | null;
  /** The letter of an annex. */
  annex: string | null;
  /** The words quoted from the paragraph. */
  quote: string;
}

const PARAGRAPH = /^(?:§|paragraph|para\.?)?\s*(\d{1,2}\.\d{1,3})(?![\d.]*\d)[\s,:;.–-]*(.*)$/isu;
const ANNEX = /^annex(?:e|es)?\s+([a-z]{1,2})\b/iu;
const QUOTES = /^["“”„«»‘’']+|["“”„«»‘’']+$/gu;

/** Reads one line of evidence: `3.2`, `3.2 “the words”`, `Annex B`; anything else stays as it is. */
export function citationIn(text: string): Citation {
  const [, paragraph, words = ''] = PARAGRAPH.exec(text.trim()) ?? [];
  if (paragraph) return { text, paragraph, annex: null, quote: words.trim().replace(QUOTES, '').trim() };
  return { text, paragraph: null, annex: ANNEX.exec(text.trim())?.[1]?.toUpperCase() ?? null, quote: '' };
}

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

/** Where words stand in a text, whatever the spaces and line breaks between them. */
function placeOfWords(text: string, words: string): [number, number] | null {
  const parts = words.split(/\s+/u).filter(Boolean);
  if (parts.length === 0) return null;
  const pattern = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = new RegExp(pattern, 'u').exec(text);
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
