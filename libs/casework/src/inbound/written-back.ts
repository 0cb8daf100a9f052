import type { Unmatched } from '#domain';
import type { FileRefusal } from '../entities/case-message.js';

/** Files of a reply that were not kept, as their sender is told of them: nothing of the case but its number. */
export interface FilesNotKept {
  files: { name: string; why: FileRefusal }[];
  /** How large a file may be. */
  mostBytes: number;
  /** The case, where the notice that was answered named it. */
  ref: string | null;
  post: boolean;
  /** Who wrote: whoever is asked by name has no account, and is found nowhere else. */
  name: string;
  account: boolean;
  /** The reader whose notice they answered: an answer to this goes the same way. */
  reader: string;
  /** The Message-ID of the reply. */
  answers: string;
}

/** A mail that waits in the tray, as its sender is told of it: nothing of any case. */
export interface MailWaits {
  why: Unmatched;
  receivedAt: string;
  answers: string;
}

/** Two programs that answer each other stop here: whoever wrote more often about a case within an hour is not written back to. */
const MOST_IN_AN_HOUR = 5;

/**
 * Writes to whoever sent a reply whose files were not kept; part of the statement that puts it to its case.
 * $3 the address, $8 the case, $9 now, $15 who wrote, $21 what is told or null, $22 the language.
 */
export const WRITE_OF_FILES = `
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, created_at)
    SELECT 'filesNotKept', concat_ws(' ', 'filesNotKept', s.id), $21::jsonb, $15::uuid::text, $15::uuid, ARRAY[$3::text], ARRAY[$3::text], 3, $22, 'queued', $9::timestamptz
    FROM settled s WHERE $21::jsonb IS NOT NULL AND $15::uuid IS NOT NULL AND (
      SELECT count(*) FROM case_message c WHERE c.case_id = $8::uuid AND c.person_id = $15::uuid AND c.at > $9::timestamptz - interval '1 hour') < ${MOST_IN_AN_HOUR}
    ON CONFLICT (apart_key) DO NOTHING RETURNING 1`;

/**
 * Writes to the account that a mail in the tray names as its sender, once a day: anybody can write any address as theirs.
 * Part of the statement that puts it there. $3 the address, $9 now, $10 what is told or null.
 */
export const WRITE_OF_TRAY = `
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, created_at)
    SELECT 'mailWaits', concat_ws(' ', 'mailWaits', p.id, left($9::text, 10)), $10::jsonb, p.id::text, p.id, ARRAY[p.email], ARRAY[p.email], 3, p.language, 'queued', $9::timestamptz
    FROM settled s JOIN person p ON p.email = $3 WHERE $10::jsonb IS NOT NULL
    ON CONFLICT (apart_key) DO NOTHING RETURNING 1`;
