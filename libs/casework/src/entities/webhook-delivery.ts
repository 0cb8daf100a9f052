import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CaseFile } from './case-file.js';
import { WebhookRow } from './webhook.js';

/** One step that one program is told of, and what became of that. Its name is the same however often it is told. */
@Entity({ name: 'webhook_delivery' })
@Unique('webhook_delivery_once_key', ['webhookId', 'caseId', 'seq'])
@Index('webhook_delivery_log_idx', ['webhookId', 'id'])
@Index('webhook_delivery_waiting_idx', ['id'], { where: `status = 'waiting'` })
@Check('webhook_delivery_status_check', `status IN ('waiting', 'delivered', 'failed')`)
export class WebhookDeliveryRow {
  @PrimaryColumn({
    name: 'id',
    type: 'uuid',
    default: () => 'uuidv7()',
    primaryKeyConstraintName: 'webhook_delivery_pkey',
  })
  id: string;

  @Column({ name: 'webhook_id', type: 'uuid' })
  @ForeignKey(() => WebhookRow, { name: 'webhook_delivery_webhook_id_fkey', onDelete: 'CASCADE' })
  webhookId: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'webhook_delivery_case_id_fkey' })
  caseId: string;

  /** The line of the record. */
  @Column({ name: 'seq', type: 'integer' })
  seq: number;

  @Column({ name: 'type', type: 'text' })
  type: string;

  @Column({ name: 'told_at', type: 'timestamptz' })
  toldAt: Date;

  @Column({ name: 'status', type: 'text', default: 'waiting' })
  status: 'waiting' | 'delivered' | 'failed';

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  /** How often it was told again by hand; part of the name of its job. */
  @Column({ name: 'replays', type: 'smallint', default: 0 })
  replays: number;

  @Column({ name: 'fed_at', type: 'timestamptz', nullable: true })
  fedAt: Date | null;

  @Column({ name: 'tried_at', type: 'timestamptz', nullable: true })
  triedAt: Date | null;

  @Column({ name: 'took_ms', type: 'integer', nullable: true })
  tookMs: number | null;

  @Column({ name: 'answer_status', type: 'integer', nullable: true })
  answerStatus: number | null;

  @Column({ name: 'answer', type: 'text', nullable: true })
  answer: string | null;

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem: string | null;
}
