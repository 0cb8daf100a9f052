import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseFile } from './case-file.js';
import { Person } from './person.js';

export type InboundState = 'received' | 'posted' | 'answer' | 'bounce' | 'automatic' | 'tray' | 'dismissed';

/** A mail that came in, as it came over the wire, and what was made of it. */
@Entity({ name: 'inbound_mail' })
@Unique('inbound_mail_message_key_recipient_key', ['messageKey', 'recipient'])
@Index('inbound_mail_waiting_idx', ['id'], { where: `state = 'received'` })
@Index('inbound_mail_state_idx', ['state', 'id'])
@Check(
  'inbound_mail_state_check',
  `state IN ('received', 'posted', 'answer', 'bounce', 'automatic', 'tray', 'dismissed')`,
)
export class InboundMailRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'inbound_mail_pkey' })
  id: string;

  /** Its Message-ID, or what stands in for one: the same mail twice is one. */
  @Column({ name: 'message_key', type: 'text' })
  messageKey: string;

  /** The address of ours that it was sent to. */
  @Column({ name: 'recipient', type: 'text' })
  recipient: string;

  /** The sender of the envelope; empty for reports about mails. */
  @Column({ name: 'sender', type: 'text' })
  sender: string;

  @Column({ name: 'source', type: 'bytea' })
  source: Buffer;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt: Date;

  @Column({ name: 'state', type: 'text', default: 'received' })
  state: InboundState;

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  @Column({ name: 'taken_at', type: 'timestamptz', nullable: true })
  takenAt: Date | null;

  @Column({ name: 'from_address', type: 'text', default: '' })
  fromAddress: string;

  @Column({ name: 'from_name', type: 'text', default: '' })
  fromName: string;

  @Column({ name: 'subject', type: 'text', default: '' })
  subject: string;

  @Column({ name: 'text', type: 'text', default: '' })
  text: string;

  /** Why it was sorted as it was, in words. */
  @Column({ name: 'reason', type: 'text', default: '' })
  reason: string;

  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  @ForeignKey(() => CaseFile, { name: 'inbound_mail_case_id_fkey' })
  caseId: string | null;

  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true })
  settledAt: Date | null;

  @Column({ name: 'settled_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Person, { name: 'inbound_mail_settled_by_fkey' })
  settledBy: string | null;

  @Column({ name: 'settled_name', type: 'text', nullable: true })
  settledName: string | null;

  @Column({ name: 'settled_reason', type: 'text', nullable: true })
  settledReason: string | null;
}
