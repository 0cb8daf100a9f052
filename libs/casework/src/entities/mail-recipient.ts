import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '#domain';
import { Mail } from './mail.js';

export type RecipientState = 'queued' | 'sent' | 'refused' | 'failed' | 'bounced';

/** One reader of a mail, and what became of it on the way to them. */
@Entity({ name: 'mail_recipient' })
@Unique('mail_recipient_mail_id_address_key', ['mailId', 'address'])
@Check('mail_recipient_state_check', `state IN ('queued', 'sent', 'refused', 'failed', 'bounced')`)
export class MailRecipientRow {
  @PrimaryColumn({
    name: 'id',
    type: 'uuid',
    default: () => 'uuidv7()',
    primaryKeyConstraintName: 'mail_recipient_pkey',
  })
  id: string;

  @Column({ name: 'mail_id', type: 'uuid' })
  @ForeignKey(() => Mail, { name: 'mail_recipient_mail_id_fkey', onDelete: 'CASCADE' })
  mailId: string;

  /** A person, or somebody who is asked by name and has no account. */
  @Column({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ name: 'address', type: 'text' })
  address: string;

  /** For which role they are told; null where it is about no one case. */
  @Column({ name: 'role', type: 'text', nullable: true })
  role: Role | null;

  @Column({ name: 'copy', type: 'boolean' })
  copy: boolean;

  @Column({ name: 'state', type: 'text', default: 'queued' })
  state: RecipientState;

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem: string | null;

  @Column({ name: 'handed_at', type: 'timestamptz', nullable: true })
  handedAt: Date | null;

  @Column({ name: 'bounced_at', type: 'timestamptz', nullable: true })
  bouncedAt: Date | null;

  /** When the reader said, by the link in the mail, that it is there. */
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true })
  acknowledgedAt: Date | null;
}
