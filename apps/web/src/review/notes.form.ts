import { createHash } from 'node:crypto';
import type { Refusal } from '#domain';

const sealOfNotes = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The notes to keep: what was typed; after what another window kept since this one was drawn, where both changed. */
export function joinNotes(typed: string, base: string, kept: string): string {
  const changedThere = base !== '' && base !== sealOfNotes(kept);
  if (!changedThere || typed === kept) return typed;
  return base === sealOfNotes(typed) ? kept : `${kept}\n\n${typed}`;
}

/** What was typed as notes, and why it could not be kept. */
export interface TypedNotes {
  typed?: string;
  refusal?: Refusal | null;
}

/** The field of a reviewer’s private notes, with the seal of what was kept when it was drawn. */
export const notesField = (kept: string, { typed, refusal }: TypedNotes = {}) => ({
  kind: 'long',
  name: 'notes',
  label: 'Private notes',
  hint: 'Only you read them, now and later: no other reviewer, no chair, no auditor. They are no part of your scores.',
  rows: 4,
  value: typed ?? kept,
  error: refusal?.message,
  base: sealOfNotes(kept),
});
