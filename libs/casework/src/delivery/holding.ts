import { inForceAt } from '../assignments-in-force.js';
import type { Connection } from '../transaction.js';

/** Tells the administrators of a hold, by a mail of its own; part of a statement with the hold in `hold`. $2 is now. */
export const TELL_OF_HOLD = `
    INSERT INTO mail (apart, apart_key, apart_about, recipient, person_id, to_addresses, addresses, priority, language, status, weighed, created_at)
    SELECT 'mailsHeld', concat_ws(' ', 'mailsHeld', h.id, p.id), jsonb_build_object('hold', h.id, 'mails', h.mails, 'people', h.people), p.id::text, p.id,
      ARRAY[p.email], ARRAY[lower(p.email)], 1, p.language, 'queued', true, $2::timestamptz
    FROM hold h, person p WHERE EXISTS (SELECT FROM assignment s WHERE s.person_id = p.id AND s.role = 'administrator' AND ${inForceAt('s', '$2')})`;
/** $1 the mails. */
const HOLD = `
  WITH hold AS (
    INSERT INTO mail_hold (made_at, mails, people)
    SELECT $2::timestamptz, count(DISTINCT m.id), count(DISTINCT a) FROM mail m CROSS JOIN LATERAL unnest(m.addresses) AS a WHERE m.id = ANY($1::uuid[]) HAVING count(*) > 0
    RETURNING id, mails, people
  ), held AS (
    UPDATE mail m SET weighed = true, held = true, hold_id = hold.id FROM hold WHERE m.id = ANY($1::uuid[])
  ), told AS (${TELL_OF_HOLD})
  SELECT mails FROM hold`;

/** Holds mails that were written just now, in their own transaction: none goes out before an administrator lets it. */
export async function holdMails(on: Connection, ids: readonly string[], now: string): Promise<void> {
  await on.query(HOLD, [ids, now]);
}
