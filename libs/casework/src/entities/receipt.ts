import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Receipt } from '../receipts.js';

/** What a sender’s key was answered, so that the same step sent twice is done once. */
@Entity({ name: 'receipt' })
@Index('receipt_given_at_idx', ['givenAt'])
export class ReceiptRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'receipt_pkey' })
  personId: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'receipt_pkey' })
  key: string;

  /** The hash of what was sent. */
  @Column({ name: 'fingerprint', type: 'bytea' })
  fingerprint: Buffer;

  @Column({ name: 'answer', type: 'jsonb' })
  answer: Receipt;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt: Date;
}
