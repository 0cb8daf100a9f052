import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { RegisteredKind } from '#domain';
import { Person } from './person.js';

/** A conflict of interest of a person with a country, registered before anybody is appointed. While it is in force, the requests of the country do not exist for them. */
@Entity({ name: 'registered_conflict' })
@Index('registered_conflict_person_id_idx', ['personId'])
export class RegisteredConflict {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'registered_conflict_pkey' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'registered_conflict_person_id_fkey' })
  personId: string;

  @Column({ name: 'country', type: 'varchar', length: 3 })
  country: string;

  @Column({ name: 'kind', type: 'text' })
  kind: RegisteredKind;

  @Column({ name: 'reason', type: 'text', default: '' })
  reason: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  /** Last day in force; null while no end is set. */
  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'recorded_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'registered_conflict_recorded_by_fkey' })
  recordedBy: string;

  @Column({ name: 'recorded_name', type: 'text' })
  recordedName: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt: Date;
}
