import { afterEach } from '@jest/globals';
import type { Product } from '../../support/product.js';

/** A browser complains of every call that a line swallows, or that is refused: where that is what is tried, it is no fault of the page. */
export function forgiveTheLine(product: Product): void {
  const isOfTheLine = (complaint: string) =>
    complaint.includes('Failed to load resource') && /\/(autosave|assets\/[\w.-]+)\)$/.test(complaint);
  afterEach(() => {
    const others = product.complaints.filter((complaint) => !isOfTheLine(complaint));
    product.complaints.splice(0, Infinity, ...others);
  });
}
