import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeName } from '#domain';
import { OutboxRow } from './outbox-row.js';
import { CaseFile } from './case-file.js';
import { MailHold } from './mail-hold.js';

export type MailStatus = 'queued' | 'sending' | 'sent' | 'refused' | 'failed' | 'bounced';

/** One message to one person (or one letter with its copies), and what became of it. */
@Entity({ name: 'mail' })
@Unique('mail_outbox_id_recipient_key', ['outboxId', 'recipient'])
@Index('mail_case_id_idx', ['caseId', 'id'])
@Index('mail_notice_idx', ['notice', 'createdAt', 'status'])
@Index('mail_parties_idx', ['caseId', 'outboxId'], { where: `parties <> '{}'` })
@Index('mail_unreached_idx', ['caseId'], { where: `parties <> '{}' AND status IN ('refused', 'failed', 'bounced')` })
@Index('mail_unsent_idx', ['id'], { where: `status IN ('queued', 'sending')` })
@Index('mail_next_idx', ['priority', 'id'], { where: `status = 'queued' AND fed_at IS NULL AND NOT held` })
@Index('mail_parked_idx', ['id'], { where: `status IN ('refused', 'failed', 'bounced')` })
@Index('mail_hold_id_idx', ['holdId'], { where: 'hold_id IS NOT NULL' })
@Index('mail_panel_date_idx', ['personId', 'id'], { where: `apart = 'panelDate'` })
@Unique('mail_apart_key_key', ['apartKey'])
@Check('mail_apart_check', '(apart IS NULL) = (case_id IS NOT NULL AND outbox_id IS NOT NULL AND notice IS NOT NULL)')
@Check('mail_status_check', `status IN ('queued', 'sending', 'sent', 'refused', 'failed', 'bounced')`)
export class Mail {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'mail_pkey' })
  id: string;

  /** What it tells of; null where it is about no case. */
  @Column({ name: 'outbox_id', type: 'bigint', nullable: true })
  @ForeignKey(() => OutboxRow, { name: 'mail_outbox_id_fkey' })
  outboxId: string | null;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CaseFile, { name: 'mail_case_id_fkey' })
  caseId: string | null;

  /** Who it is for; with the outbox row it makes a message unique. */
  @Column({ name: 'recipient', type: 'text' })
  recipient: string;

  @Column({ name: 'notice', type: 'text', nullable: true })
  notice: NoticeName | null;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'to_addresses', type: 'text', array: true })
  toAddresses: string[];

  @Column({ name: 'copy_addresses', type: 'text', array: true, default: '{}' })
  copyAddresses: string[];

  /** For which parties of a consultation its reader speaks, where it asks for advice. */
  @Column({ name: 'parties', type: 'text', array: true, default: '{}' })
  parties: string[];

  @Column({ name: 'language', type: 'varchar', length: 2, default: 'en' })
  language: string;

  @Column({ name: 'subject', type: 'text', nullable: true })
  subject: string | null;

  @Column({ name: 'status', type: 'text' })
  status: MailStatus;

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  /** What the mail server said. */
  @Column({ name: 'problem', type: 'text', nullable: true })
  problem: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** When a mail server took it over. */
  @Column({ name: 'handed_at', type: 'timestamptz', nullable: true })
  handedAt: Date | null;

  /** All its addresses: while an earlier mail to one of them is under way, it waits. */
  @Column({ name: 'addresses', type: 'text', array: true, default: '{}' })
  addresses: string[];

  /** 1 goes before 2. */
  @Column({ name: 'priority', type: 'smallint', default: 3 })
  priority: number;

  /** Whether it was counted whether it is one of too many. */
  @Column({ name: 'weighed', type: 'boolean', default: false })
  weighed: boolean;

  /** Whether an administrator has still to let it go. */
  @Column({ name: 'held', type: 'boolean', default: false })
  held: boolean;

  @Column({ name: 'hold_id', type: 'uuid', nullable: true })
  @ForeignKey(() => MailHold, { name: 'mail_hold_id_fkey' })
  holdId: string | null;

  /** In real time: what was let go is spread. */
  @Column({ name: 'not_before', type: 'timestamptz', nullable: true })
  notBefore: Date | null;

  /** When it was given to the queue, in real time. */
  @Column({ name: 'fed_at', type: 'timestamptz', nullable: true })
  fedAt: Date | null;

  /** How many workers ended while they were sending it. */
  @Column({ name: 'broken_off', type: 'smallint', default: 0 })
  brokenOff: number;

  /** How often it was sent again by hand; part of the name of its job. */
  @Column({ name: 'replays', type: 'smallint', default: 0 })
  replays: number;

  /** What kind of mail it is, where it is about no case. */
  @Column({ name: 'apart', type: 'text', nullable: true })
  apart: string | null;

  /** Names it for ever, so that it is written once. */
  @Column({ name: 'apart_key', type: 'text', nullable: true })
  apartKey: string | null;

  @Column({ name: 'apart_about', type: 'jsonb', nullable: true })
  apartAbout: Record<string, string | number> | null;
}
