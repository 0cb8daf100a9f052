import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NoticeName } from '#domain';
import { Request } from './request.js';

/** Something to be told, written with the step that asks for it; whom it reaches is found when it is sent. */
@Entity({ name: 'outbox' })
@Unique('outbox_ledger_key_key', ['ledgerKey'])
@Index('outbox_waiting_idx', ['id'], { where: 'dispatched_at IS NULL' })
export class OutboxRow {
  /** A bigint: the driver gives text. */
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'outbox_pkey',
  })
  id: string;

  @Column({ name: 'request_id', type: 'uuid' })
  @ForeignKey(() => Request, { name: 'outbox_request_id_fkey' })
  requestId: string;

  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  @Column({ name: 'notice', type: 'text' })
  notice: NoticeName;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'clock_key', type: 'text', nullable: true })
  clockKey: string | null;

  /** A reminder is told once for each step of a ladder: this names the step. */
  @Column({ name: 'ledger_key', type: 'text', nullable: true })
  ledgerKey: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'dispatched_at', type: 'timestamptz', nullable: true })
  dispatchedAt: Date | null;
}
