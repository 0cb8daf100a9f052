import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Clock, Entry, EntryName, RequestEventType, Role, StateValue } from '#domain';
import { CaseFile } from './case-file.js';

/** A line of the record. Append-only, and each line carries the hash of the one before it. */
@Entity({ name: 'audit_event' })
export class AuditEvent {
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'audit_event_pkey' })
  @ForeignKey(() => CaseFile, { name: 'audit_event_case_id_fkey' })
  caseId: string;

  /** The revision that the step made. */
  @PrimaryColumn({ name: 'seq', type: 'integer', primaryKeyConstraintName: 'audit_event_pkey' })
  seq: number;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'event', type: 'text' })
  event: RequestEventType;

  /** The same in the past tense, for reading. */
  @Column({ name: 'name', type: 'text' })
  name: EntryName;

  @Column({ name: 'actor_id', type: 'uuid' })
  actorId: string;

  @Column({ name: 'actor_name', type: 'text' })
  actorName: string;

  @Column({ name: 'role', type: 'text', nullable: true })
  role: Role | null;

  @Column({ name: 'acting_for', type: 'text', nullable: true })
  actingFor: string | null;

  @Column({ name: 'data', type: 'jsonb' })
  data: Entry['data'];

  @Column({ name: 'state', type: 'jsonb' })
  state: StateValue;

  @Column({ name: 'clocks', type: 'jsonb' })
  clocks: Clock[];

  @Column({ name: 'previous_hash', type: 'bytea' })
  previousHash: Buffer;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;
}
