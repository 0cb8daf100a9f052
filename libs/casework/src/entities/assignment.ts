import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#domain';
import { Person } from './person.js';
import { RegionalOffice } from './reference/regional-office.js';

/** A role over a jurisdiction between two days. Rights come from the assignments that are in force today. */
@Entity({ name: 'assignment' })
@Index('assignment_person_id_idx', ['personId'])
@Index('assignment_role_idx', ['role'])
export class AssignmentRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'assignment_pkey' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'assignment_person_id_fkey' })
  personId: string;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  /** Neither regions nor countries: everywhere. */
  @Column({ name: 'regions', type: 'text', array: true, default: '{}' })
  regions: string[];

  @Column({ name: 'countries', type: 'text', array: true, default: '{}' })
  countries: string[];

  /** For an acting coordinator: the name of the person acted for. */
  @Column({ name: 'acting_for', type: 'text', nullable: true })
  actingFor: string | null;

  /** Who that is, where the voice of both counts once: for an approver. */
  @Column({ name: 'acting_for_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Person, { name: 'assignment_acting_for_id_fkey' })
  actingForId: string | null;

  /** For a regional office: which one; null for any of the region. */
  @Column({ name: 'office', type: 'varchar', length: 24, nullable: true })
  @ForeignKey(() => RegionalOffice, { name: 'assignment_office_fkey' })
  office: string | null;

  /** Where its days begin and end at midnight; null for UTC. */
  @Column({ name: 'zone', type: 'text', nullable: true })
  zone: string | null;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  /** Last day in force; null while no end is set. */
  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  /** Of a new coordinator: the mails of their first day wait until an administrator lets them go. */
  @Column({ name: 'mails_held', type: 'boolean', default: false })
  mailsHeld: boolean;
}
