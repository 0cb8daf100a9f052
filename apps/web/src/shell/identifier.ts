import { createHash } from 'node:crypto';

/** The identifier of something new from a key of its sender: the same sent twice is one. */
export function identifierFrom(personId: string, key: string): string {
  const hex = createHash('sha256').update(`${personId} ${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** An identifier of a row as it stands in an address; null for anything else. */
export const asUuid = (text: string | undefined): string | null =>
  text && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text : null;
