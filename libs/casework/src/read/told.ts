import { isRcSide, OFFICE_LINES, type Actor } from '#domain';
import type { Connection } from '../transaction.js';

/** The last line of the record of a case that is not of the office's own work on its text. */
const lastTold = (id: string): string => `SELECT a.seq, a.at FROM audit_event a
  WHERE a.case_id = ${id} AND a.event <> ALL ('{${OFFICE_LINES.join(',')}}') ORDER BY a.seq DESC LIMIT 1`;

/**
 * How far a case has moved, and when, for those who do not read what its office has in hand: each time the office saves
 * would else be seen from the number and the day of the last change. `of` is the row, with its id; a draft is its office's alone.
 */
export const told = (of: string, submitted: string): string =>
  `LEFT JOIN LATERAL (SELECT t.* FROM (${lastTold(`${of}.id`)}) t WHERE ${submitted} IS NOT NULL) told ON true`;

const REVISION = lastTold('$1');

/** The number up to which a case has moved since a person read it; null where it has not. `holdsBack`: they do not read what its office has in hand. */
export async function movedSince(
  on: Connection,
  { id, revision }: { id: string; revision: number },
  seen: number | 'latest',
  holdsBack: () => boolean,
): Promise<number | null> {
  if (seen === 'latest' || seen === revision) return null;
  if (!holdsBack()) return revision;
  const { rows } = await on.query<{ seq: number }>({ name: 'told', text: REVISION, values: [id] });
  const told = rows[0]?.seq ?? revision;
  return told === seen ? null : told;
}

/** Whether a list is for those who write, or for the auditor: they read each time the office saves. */
export const readsEachSave = ({ assignments }: Actor): boolean =>
  assignments.every(({ role }) => isRcSide(role) || role === 'auditor');
