import type { Pool } from 'pg';
import { NOTICE_NAMES, type NoticeName } from '#domain';

/** What became of one rule of the catalogue lately. */
export interface NoticeFigures {
  notice: NoticeName;
  /** When it told somebody last; null where it never did. */
  lastAt: Date | null;
  /** Readers whose mail a server took since the beginning of the time that is counted. */
  reached: number;
  /** Readers whose mail came to nothing, and mails that had none. */
  failed: number;
}

/** Over how many days mails are counted. */
export const FIGURE_DAYS = 90;
const DAY_MS = 86_400_000;
/** One mail has several readers where it is a letter; they are counted one by one. $1 the names, $2 the first moment that is counted. Each rule is a range of one index, and its last run the end of it. */
const READ = `
  SELECT n.notice, (SELECT max(m.created_at) FROM mail m WHERE m.notice = n.notice) AS "lastAt", f.reached, f.failed
  FROM unnest($1::text[]) WITH ORDINALITY AS n(notice, place) CROSS JOIN LATERAL (
    SELECT coalesce(sum(coalesce(each.reached, (m.status = 'sent')::integer)), 0)::integer AS reached,
      coalesce(sum(coalesce(each.failed, (m.status IN ('refused', 'failed', 'bounced'))::integer)), 0)::integer AS failed
    FROM mail m LEFT JOIN LATERAL (
      SELECT count(*) FILTER (WHERE r.state = 'sent')::integer AS reached,
        count(*) FILTER (WHERE r.state IN ('refused', 'failed', 'bounced'))::integer AS failed
      FROM mail_recipient r WHERE r.mail_id = m.id HAVING count(*) > 0) each ON cardinality(m.addresses) > 1
    WHERE m.notice = n.notice AND m.created_at >= $2) f
  ORDER BY n.place`;

/** Reads what became of every rule, in one statement. */
export async function noticeFigures(pool: Pick<Pool, 'query'>, now: Date): Promise<Map<NoticeName, NoticeFigures>> {
  const values = [NOTICE_NAMES, new Date(now.getTime() - FIGURE_DAYS * DAY_MS)];
  const { rows } = await pool.query<NoticeFigures>({ name: 'notice-figures', text: READ, values });
  return new Map(rows.map((row) => [row.notice, row]));
}
