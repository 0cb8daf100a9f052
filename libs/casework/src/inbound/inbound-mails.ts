import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { NoticeName, ReplyAudience, Role } from '#domain';
import type { Clock, IncomingMail } from '#platform';
import type { MessageFile } from '../entities/case-message.js';
import type { InboundState } from '../entities/inbound-mail.js';
import { keepable, keepableJson } from '../keepable.js';
import { WRITE_OF_FILES, WRITE_OF_TRAY, type FilesNotKept, type MailWaits } from './written-back.js';

/** A mail that waits to be looked at. */
export interface WaitingMail {
  id: string;
  recipient: string;
  sender: string;
  source: Buffer;
  /** How often it was begun, this time included. */
  attempts: number;
}

/** What a mail says, for whoever looks through the tray. */
export interface SaidByMail {
  from: { name: string; address: string };
  subject: string;
  text: string;
}

/** A message as it is put to a case. */
export interface MessageToPost extends SaidByMail {
  caseId: string;
  audience: ReplyAudience;
  /** What was written this time; `text` is all of it. */
  spoken: string;
  by: { id: string | null; name: string; role: Role | null };
  notice: NoticeName | null;
  files: readonly MessageFile[];
  /** Who is to be told that it is there. */
  tells: NoticeName | null;
  /** What its sender is told of files that were not kept, and in which language. */
  notKept?: { about: FilesNotKept; language: string } | null;
  /** Who put it there from the tray; null where it found its place itself. */
  placed?: { id: string; name: string; reason: string };
}

const LEASE_SECONDS = 60;
/** Longer texts are kept in the mail as it came. */
const MOST_TEXT = 100_000;
const KEEP = `
  WITH kept AS (
    INSERT INTO inbound_mail (message_key, recipient, sender, source, received_at)
    SELECT $1, r, $3, $4, $5 FROM unnest($2::text[]) AS r ON CONFLICT (message_key, recipient) DO NOTHING RETURNING 1
  )
  SELECT count(*)::integer AS kept, CASE WHEN count(*) > 0 THEN pg_notify('inbound', '') END AS woken FROM kept`;
/** A worker that dies in the middle gives a mail back when its lease is over; in real time, as crashes are. */
const TAKE = `
  UPDATE inbound_mail SET attempts = attempts + 1, taken_at = now()
  WHERE id = (SELECT id FROM inbound_mail
    WHERE state = 'received' AND (taken_at IS NULL OR taken_at < now() - make_interval(secs => $1::float8))
    ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, recipient, sender, source, attempts`;
const SAID = `from_address = $3, from_name = $4, subject = $5, text = $6, reason = $7`;
const SETTLE = `
  WITH settled AS (
    UPDATE inbound_mail SET state = $2, ${SAID}, case_id = $8, settled_at = $9 WHERE id = $1 AND state = 'received' RETURNING id
  ), back AS (${WRITE_OF_TRAY})
  SELECT CASE WHEN EXISTS (SELECT FROM back) THEN pg_notify('outbox', '') END AS woken`;
/** What a digest told has not been told when it comes back. */
const BOUNCED = `
  WITH settled AS (
    UPDATE inbound_mail SET state = $2, ${SAID}, settled_at = $9,
      case_id = (SELECT m.case_id FROM mail_recipient r JOIN mail m ON m.id = r.mail_id WHERE r.id = $8)
    WHERE id = $1 AND state = 'received' RETURNING id
  ), gone AS (
    UPDATE mail_recipient r SET state = 'bounced', problem = $7, bounced_at = $9 FROM settled
    WHERE r.id = $8 AND r.state <> 'bounced' RETURNING r.id, r.mail_id
  ), gathered AS (
    UPDATE mail m SET status = 'bounced', problem = $7 FROM gone JOIN notice_entry e ON e.digest_id = gone.mail_id
    WHERE m.outbox_id = e.outbox_id AND m.recipient = e.person_id::text
  )
  UPDATE mail m SET status = 'bounced', problem = $7 FROM gone
  WHERE m.id = gone.mail_id AND NOT EXISTS (
    SELECT FROM mail_recipient o WHERE o.mail_id = m.id AND NOT o.copy AND o.id <> gone.id AND o.state <> 'bounced')
    AND NOT (SELECT r.copy FROM mail_recipient r WHERE r.id = gone.id)`;
/** Message, place in the tray and what tells of it: all of it, or nothing. A second time finds it done. */
const POST = `
  WITH settled AS (
    UPDATE inbound_mail SET state = 'posted', ${SAID}, case_id = $8, settled_at = $9, settled_by = $10, settled_name = $11, settled_reason = $12
    WHERE id = $1 AND state = ANY($2) RETURNING id
  ), message AS (
    INSERT INTO case_message (id, case_id, audience, text, whole, subject, person_id, person_name, role, notice, files, at, placed_by, placed_name)
    SELECT id, $8, $13, $14, $6, $5, $15, $16, $17, $18, $19::jsonb, $9, $10, $11 FROM settled
  ), told AS (
    INSERT INTO outbox (case_id, revision, notice, created_at)
    SELECT c.id, c.revision, $20, $9 FROM settled, (
      SELECT id, revision FROM request UNION ALL SELECT id, revision FROM deployment) AS c
    WHERE c.id = $8 AND $20::text IS NOT NULL RETURNING 1
  ), back AS (${WRITE_OF_FILES})
  SELECT (SELECT count(*)::integer FROM settled) AS posted, CASE WHEN EXISTS (SELECT FROM told UNION ALL SELECT FROM back) THEN pg_notify('outbox', '') END AS woken`;

/**
 * What tells mails apart: the name that the sender gave it, which need not be its own, with what stands below its head, since
 * the way that it came changes the head alone.
 */
function keyOf(messageId: string, source: Buffer): string {
  const name = keepable(messageId.trim()).slice(0, 400);
  const end = source.indexOf('\r\n\r\n');
  const said = name && end >= 0 ? source.subarray(end) : source;
  return `${name} sha256:${createHash('sha256').update(said).digest('hex')}`.trim();
}

/** Mails that came in: kept first as they are, then looked at, each until something is made of it. */
export class InboundMails {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Keeps a mail for each address of ours that it is for; one that came before is the same one. */
  async keep({ source, sender, recipients }: IncomingMail, messageId: string): Promise<number> {
    const own = [...new Set(recipients.map((r) => keepable(r.toLowerCase())))];
    const values = [keyOf(messageId, source), own, keepable(sender), source, this.clock.now().toISOString()];
    return (await this.pool.query<{ kept: number }>({ name: 'keep-inbound', text: KEEP, values })).rows[0]!.kept;
  }

  /** Takes the oldest mail that nobody is looking at; null when there is none. */
  async take(): Promise<WaitingMail | null> {
    const { rows } = await this.pool.query<WaitingMail>({ name: 'take-inbound', text: TAKE, values: [LEASE_SECONDS] });
    return rows[0] ?? null;
  }

  /** Puts a mail where it is done with, or waits for somebody: in words that say why, to its sender too where that is told. */
  async settle(
    id: string,
    state: Exclude<InboundState, 'received' | 'posted' | 'dismissed'>,
    said: SaidByMail,
    reason: string,
    { caseId = null, tells = null }: { caseId?: string | null; tells?: MailWaits | null } = {},
  ): Promise<void> {
    const values = [id, state, ...saidRow(said), reason, caseId, this.now(), tells && keepableJson(tells)];
    await this.pool.query({ name: 'settle-inbound', text: SETTLE, values });
  }

  /** Records that a mail came back from one of its readers; from all its first readers, and it has reached nobody. */
  async bounced(id: string, recipient: string, said: SaidByMail, problem: string): Promise<void> {
    const values = [id, 'bounce', ...saidRow(said), problem, recipient, this.now()];
    await this.pool.query({ name: 'bounced', text: BOUNCED, values });
  }

  /** Puts what a mail says to a case as a message; false when that was done before. */
  async post(id: string, from: 'received' | 'tray', message: MessageToPost): Promise<boolean> {
    const { audience, spoken, by, notice, files, tells, placed, caseId, notKept } = message;
    const values = [
      id,
      from === 'received' ? ['received'] : ['tray', 'automatic'],
      ...saidRow(message),
      placed ? 'Put to a case from the tray.' : 'A reply to a notice.',
      caseId,
      this.now(),
      placed?.id ?? null,
      placed?.name ?? null,
      placed ? keepable(placed.reason) : null,
      audience,
      keepable(spoken).slice(0, MOST_TEXT),
      by.id,
      keepable(by.name),
      by.role,
      notice,
      keepableJson(files),
      tells,
      notKept && keepableJson(notKept.about),
      notKept?.language ?? null,
    ];
    const { rows } = await this.pool.query<{ posted: number }>({ name: 'post-inbound', text: POST, values });
    return rows[0]!.posted > 0;
  }

  private now = (): string => this.clock.now().toISOString();
}

const saidRow = ({ from, subject, text }: SaidByMail): string[] => [
  keepable(from.address).slice(0, 320),
  keepable(from.name).slice(0, 200),
  keepable(subject).slice(0, 500),
  keepable(text).slice(0, MOST_TEXT),
];
