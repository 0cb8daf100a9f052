/**
 * What became of one answer that was taken off line and came back, beside what is stored by now.
 * `stored`: only the stored text was changed since. `brought`: only the one that came back. `emptied`: it came back empty.
 */
export type BroughtBack = 'same' | 'stored' | 'brought' | 'emptied' | 'both' | 'missing';

/** The three texts of one answer, in a form in which they can be compared; `undefined` is an answer that did not come back at all. */
export interface ThreeTexts {
  /** As it stood in the text that was taken off line. */
  before: string;
  /** As it is stored now. */
  stored: string;
  brought: string | undefined;
}

/**
 * Says which of three texts counts. Only what was written off line, and by nobody else meanwhile, is taken by itself:
 * an answer that came back empty is emptied only by who says so, and where both changed it a person chooses.
 */
export function threeWay({ before, stored, brought }: ThreeTexts): BroughtBack {
  if (brought === undefined) return 'missing';
  if (brought === stored) return 'same';
  if (brought === before) return 'stored';
  if (brought === '') return 'emptied';
  return stored === before ? 'brought' : 'both';
}
