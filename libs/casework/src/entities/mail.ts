import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { NoticeName } from '#domain';
import { OutboxRow } from './outbox-row.js';
import { CaseFile } from './case-file.js';

export type MailStatus = 'queued' | 'sending' | 'sent' | 'refused' | 'failed';

/** One message to one person (or one letter with its copies), and what became of it. */
@Entity({ name: 'mail' })
@Unique('mail_outbox_id_recipient_key', ['outboxId', 'recipient'])
@Index('mail_case_id_idx', ['caseId', 'id'])
@Index('mail_parties_idx', ['caseId', 'outboxId'], { where: `parties <> '{}'` })
@Index('mail_unreached_idx', ['caseId'], { where: `parties <> '{}' AND status IN ('refused', 'failed')` })
@Index('mail_unsent_idx', ['id'], { where: `status IN ('queued', 'sending')` })
@Check('mail_status_check', `status IN ('queued', 'sending', 'sent', 'refused', 'failed')`)
export class Mail {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'mail_pkey' })
  id: string;

  @Column({ name: 'outbox_id', type: 'bigint' })
  @ForeignKey(() => OutboxRow, { name: 'mail_outbox_id_fkey' })
  outboxId: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'mail_case_id_fkey' })
  caseId: string;

  /** Who it is for; with the outbox row it makes a message unique. */
  @Column({ name: 'recipient', type: 'text' })
  recipient: string;

  @Column({ name: 'notice', type: 'text' })
  notice: NoticeName;

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
}
