/** Letters with what is written above and below them, and digits: everything else parts words. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN_MARKS = /[\u0300-\u036f]/g;

/**
 * The words of a text as they are searched: without accents, and parted the same way in what is kept and in what is asked.
 * PostgreSQL's own reading takes "2013-2017" for a number and the next below zero, and "l’équipe" for one word.
 */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFD').replace(LATIN_MARKS, '').normalize('NFC').match(WORD) ?? [];
