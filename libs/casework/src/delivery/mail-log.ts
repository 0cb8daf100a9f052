import type { Pool } from 'pg';
import { NOTICE_NAMES, noticeRule, type NoticeName, type Tier } from '#domain';
import type { MailStatus } from '../entities/mail.js';

/** A mail of a case, as its page shows it. */
export interface MailLine {
  id: string;
  notice: NoticeName;
  status: MailStatus;
  /** Who it is for; a letter has several, a notice that reached nobody has none. */
  to: string[];
  copy: string[];
  subject: string | null;
  /** The words of the mail server, or why nobody could be told. */
  problem: string | null;
  attempts: number;
  writtenAt: Date;
  handedAt: Date | null;
}

/** What these tell, and to whom, belongs to the assessment. */
const OF_THE_ASSESSMENT = NOTICE_NAMES.filter((name) => noticeRule(name).tells === 'assessment');
const CLOCKS_OF_THE_ASSESSMENT = '^(review|recommendation|decision)(:|$)';
const MOST = 500;

// A mail to a reviewer names a reviewer, whatever it tells; one to somebody without an account names an address that OHCHR alone knows, and of a head of agency their office. $4: who writes the request asks.
const READ = `
  SELECT m.id, m.notice, m.status, m.subject, m.problem, m.attempts, m.created_at AS "writtenAt", m.handed_at AS "handedAt",
    CASE WHEN p.id IS NULL THEN m.to_addresses ELSE ARRAY[p.name] END AS "to", m.copy_addresses AS copy
  FROM request r JOIN mail m ON m.case_id = r.id JOIN outbox o ON o.id = m.outbox_id LEFT JOIN person p ON p.id = m.person_id
  WHERE r.ref = $1 AND ($4 OR NOT coalesce(m.parties[1] LIKE 'endorser:%', false)) AND ($2 OR NOT (m.notice = ANY($3) OR coalesce(o.clock_key ~ '${CLOCKS_OF_THE_ASSESSMENT}', false)
    OR (m.person_id IS NULL AND NOT coalesce($4 AND m.parties[1] LIKE 'endorser:%', false) AND m.recipient <> 'letter' AND m.to_addresses <> '{}')
    OR EXISTS (SELECT FROM appointment a WHERE a.request_id = r.id AND a.person_id = m.person_id)))
  ORDER BY m.id DESC LIMIT ${MOST}`;

/** The mails of cases, for their pages. */
export class MailLog {
  constructor(private readonly pool: Pool) {}

  /** The mails of a case that somebody with these tiers may know of, newest first; with no tier, none. Mails to heads of agency are for the office that asks them. */
  async of(ref: string, tiers: ReadonlySet<Tier>, ofOffice = false): Promise<MailLine[]> {
    if (!tiers.has('case')) return [];
    const values = [ref, tiers.has('assessment'), OF_THE_ASSESSMENT, ofOffice];
    const { rows } = await this.pool.query<MailLine>({ name: 'mails-of', text: READ, values });
    return rows;
  }
}
