import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import type { NoticeName } from '#domain';
import { CaseFile } from './case-file.js';

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

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'outbox_case_id_fkey' })
  caseId: string;

  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  @Column({ name: 'notice', type: 'text' })
  notice: NoticeName;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'clock_key', type: 'text', nullable: true })
  clockKey: string | null;

  /** The parties of a consultation that it is about; none, when it is about all or about no party. */
  @Column({ name: 'parties', type: 'text', array: true, default: '{}' })
  parties: string[];

  /** A reminder is told once for each step of a ladder: this names the step. */
  @Column({ name: 'ledger_key', type: 'text', nullable: true })
  ledgerKey: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  /** Its mails wait until an administrator lets them go. */
  @Column({ name: 'held', type: 'boolean', default: false })
  held: boolean;

  @Column({ name: 'dispatched_at', type: 'timestamptz', nullable: true })
  dispatchedAt: Date | null;
}
