import type { Piece } from '#domain';

/** A paragraph or the points of a list, with what was put in and taken out. */
export interface Marked {
  list: boolean;
  items: Piece[][];
}

const POINT = /^\s*- /u;

/** Runs of words line by line: the end of a line is none of theirs. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const { kind, text } of pieces)
    text.split('\n').forEach((part, i) => {
      if (i) lines.push([]);
      // A point that stands in the place of a paragraph is a line of its own, though no line ended before it.
      if (kind !== 'same' && POINT.test(part) && lines.at(-1)!.length) lines.push([]);
      if (part.trim()) lines.at(-1)!.push({ kind, text: part });
    });
  return lines.filter((line) => line.length > 0);
}

const isPoint = ([first]: Piece[]): boolean => POINT.test(first!.text);
function withoutSign([first, ...rest]: Piece[]): Piece[] {
  const text = first!.text.replace(POINT, '');
  return text ? [{ ...first!, text }, ...rest] : rest;
}

/** A marked text as paragraphs and lists. */
export function markedBlocks(pieces: readonly Piece[]): Marked[] {
  const blocks: Marked[] = [];
  for (const line of linesOf(pieces)) {
    const last = blocks.at(-1);
    if (!isPoint(line)) blocks.push({ list: false, items: [line] });
    else if (last?.list) last.items.push(withoutSign(line));
    else blocks.push({ list: true, items: [withoutSign(line)] });
  }
  return blocks;
}

/** A text in which nothing is marked. */
export const unmarked = (text: string): Piece[] => [{ kind: 'same', text }];
