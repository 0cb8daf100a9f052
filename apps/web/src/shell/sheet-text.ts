import { cellOf } from '../request/csv.js';

/**
 * A text as a cell of a workbook. The writer keeps the texts that it has met in a plain object, and takes one that is named
 * like a part of every object, such as “toString”, for that part; a space after it, dropped on the way back, sets it apart.
 */
export function sheetText(text: string): string {
  const written = cellOf(text);
  return written in {} ? `${written} ` : written;
}
