import type { Pool } from 'pg';
import { NOTICE_NAMES, noticeRule, type NoticeName, type Tier } from '#domain';
import type { MailStatus } from '../entities/mail.js';
import type { RecipientState } from '../entities/mail-recipient.js';

/** One reader of a mail, and what became of it on the way to them. */
export interface MailReader {
  name: string;
  copy: boolean;
  state: RecipientState;
  problem: string | null;
  /** When it was handed over, or came back. */
  at: string | null;
  /** When they said, by the link in a letter, that it is there. */
  acknowledgedAt: string | null;
}

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
  /** Each of its readers, with what became of it for them; none before it is sent for the first time. */
  recipients: MailReader[];
  writtenAt: Date;
  handedAt: Date | null;
}

/** What these tell, and to whom, belongs to the assessment. */
const OF_THE_ASSESSMENT = NOTICE_NAMES.filter((name) => noticeRule(name).tells === 'assessment');
const CLOCKS_OF_THE_ASSESSMENT = '^(review|appointment|unreached|outdatedAdvice|recommendation|decision)(:|$)';
const MOST = 500;

// A mail to a reviewer names a reviewer, whatever it tells; one to somebody without an account names an address that OHCHR alone knows, and of a head of agency their office. $4: who writes the request asks.
const READ = `
  SELECT m.id, m.notice, m.status, m.subject, m.problem, m.attempts, m.created_at AS "writtenAt", m.handed_at AS "handedAt",
    CASE WHEN p.id IS NULL THEN m.to_addresses ELSE ARRAY[p.name] END AS "to", m.copy_addresses AS copy,
    coalesce((SELECT jsonb_agg(jsonb_build_object('name', coalesce(q.name, x.address), 'copy', x.copy, 'state', x.state, 'problem', x.problem,
        'at', to_char(coalesce(x.bounced_at, x.handed_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'acknowledgedAt', to_char(x.acknowledged_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) ORDER BY x.copy, x.id)
      FROM mail_recipient x LEFT JOIN person q ON q.id = x.person_id WHERE x.mail_id = m.id), '[]') AS recipients
  FROM request r JOIN mail m ON m.case_id = r.id JOIN outbox o ON o.id = m.outbox_id LEFT JOIN person p ON p.id = m.person_id
  WHERE r.ref = $1 AND ($4 OR m.notice <> 'replyForOffice' AND NOT coalesce(m.parties[1] LIKE 'endorser:%', false)) AND ($2 OR NOT (m.notice = ANY($3) OR coalesce(o.clock_key ~ '${CLOCKS_OF_THE_ASSESSMENT}', false)
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
