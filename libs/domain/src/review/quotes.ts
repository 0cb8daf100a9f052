import type { FieldProblem } from '../refusal.js';
import type { RequestContent } from '../request/content.js';
import type { Criterion } from './criteria.js';
import type { DraftSheet, Quote } from './scoring.js';

/** A passage or a document that a reviewer relies on, as it was typed and as it is understood. */
export interface Citation {
  text: string;
  /** The number of a paragraph, such as 3.2. */
  paragraph: string | null;
  /** The letter of an annex. */
  annex: string | null;
  /** The words quoted from the paragraph, or what else was said of it. */
  quote: string;
  /** The words stand in quotation marks: they are said to be in the text. */
  quoted: boolean;
}

const PARAGRAPH = /^(?:§|paragraph|para\.?)?\s*(\d{1,2}\.\d{1,3})(?![\d.]*\d)[\s,:;.–-]*(.*)$/isu;
const ANNEX = /^annex(?:e|es)?\s+([a-z]{1,2})\b/iu;
const QUOTES = /^["“”„«»‘’']+|["“”„«»‘’']+$/gu;
/** From the first quotation mark to the last one; what follows is a remark. */
const INSIDE = /^["“”„«»]\s*(.*\S)\s*["“”«»][^"“”«»]*$/su;

/** Reads one line of evidence: `3.2`, `3.2 “the words”`, `Annex B`; anything else stays as it is. */
export function citationIn(text: string): Citation {
  const [, paragraph, given = ''] = PARAGRAPH.exec(text.trim()) ?? [];
  if (!paragraph) {
    const annex = ANNEX.exec(text.trim())?.[1]?.toUpperCase() ?? null;
    return { text, paragraph: null, annex, quote: '', quoted: false };
  }
  const words = given.trim();
  const inside = INSIDE.exec(words)?.[1] ?? words;
  const quote = inside.replace(QUOTES, '').trim();
  return { text, paragraph, annex: null, quote, quoted: quote !== '' && /^["“”„«»]/u.test(words) };
}

/** Signs that different keyboards write differently. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ‛`´]/gu, "'"],
  [/["“”„«»]/gu, '"'],
  [/[‐‑‒–—−]/gu, '-'],
  [/\s+/gu, ' '],
];
/** A text by which words are found again, whatever the line breaks and the keyboard they were typed on. */
const folded = (text: string): string =>
  ALIKE.reduce((t, [signs, one]) => t.replace(signs, one), text.normalize('NFC')).trim();

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];
/** Everything that a request says in words. */
const textOf = (content: RequestContent): string => folded(strings(content).join(' '));
/** Whether words stand in a text. */
export const standsIn = (words: string, text: string): boolean => folded(text).includes(folded(words));

interface Sheet {
  [criterion: string]: { evidence?: string[] } | null | undefined;
}

/** The quotations of a sheet that the text of the request does not have, each at its line. */
export function quoteProblems(
  sheet: Sheet,
  content: RequestContent,
  version: number,
  path: string,
  kept: DraftSheet | null = null,
): FieldProblem[] {
  const text = textOf(content);
  return Object.entries(sheet).flatMap(([key, entry]) =>
    (entry?.evidence ?? []).flatMap((line, i) => {
      const { paragraph, quote, quoted } = citationIn(line);
      if (!quoted || text.includes(folded(quote))) return [];
      // What was quoted from the version that was judged then stays bound to it.
      if (kept?.[key as Criterion]?.quotes?.some((q) => q.paragraph === paragraph && q.quote === quote)) return [];
      const shown = quote.length > 80 ? `${quote.slice(0, 80).trim()}…` : quote;
      const message = `The words “${shown}” are not in version ${version} of the request. Quote them as they stand there, or name the paragraph alone`;
      return [{ path: `${path}.${key}.evidence.${i}`, message }];
    }),
  );
}

/** The passages quoted in a sheet, each with the version of the request from which it was taken first. */
export function withQuotes<S extends DraftSheet>(sheet: S, version: number, kept: DraftSheet | null = null): S {
  const quotesOf = ([key, entry]: [string, S[keyof S]]) => {
    const before = kept?.[key as Criterion]?.quotes ?? [];
    const quotes = ((entry as { evidence?: string[] }).evidence ?? []).flatMap((line): Quote[] => {
      const { paragraph, quote, quoted } = citationIn(line);
      if (!paragraph || !quoted) return [];
      return [before.find((q) => q.paragraph === paragraph && q.quote === quote) ?? { paragraph, quote, version }];
    });
    return [key, quotes.length ? { ...entry, quotes } : entry];
  };
  return Object.fromEntries((Object.entries(sheet) as [string, S[keyof S]][]).map(quotesOf)) as S;
}
