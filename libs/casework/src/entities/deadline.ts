import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role, Step } from '#domain';
import { CaseFile } from './case-file.js';

/** A clock that runs against somebody, with its ladder of reminders and how far up it is. */
@Entity({ name: 'deadline' })
@Index('deadline_next_at_idx', ['nextAt'], { where: 'next_at IS NOT NULL' })
@Index('deadline_holder_idx', ['holder', 'dueOn'])
@Index('deadline_station_idx', ['station', 'dueOn'], { where: 'counted_days IS NOT NULL' })
@Index('deadline_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
export class Deadline {
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'deadline_pkey' })
  @ForeignKey(() => CaseFile, { name: 'deadline_case_id_fkey' })
  caseId: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'deadline_pkey' })
  key: string;

  /** Clocks of one group share their due date. */
  @Column({ name: 'clock_group', type: 'text' })
  clockGroup: string;

  @Column({ name: 'holder', type: 'text' })
  holder: Role;

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'region', type: 'text', nullable: true })
  region: string | null;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt: Date;

  @Column({ name: 'due_on', type: 'date' })
  dueOn: string;

  /** Working days left when it was stopped; null while it runs. */
  @Column({ name: 'stopped_with', type: 'integer', nullable: true })
  stoppedWith: number | null;

  @Column({ name: 'steps', type: 'jsonb' })
  steps: Step[];

  /** The duty station in whose calendar it counts; null for one of before that was known. */
  @Column({ name: 'station', type: 'varchar', length: 3, nullable: true })
  station: string | null;

  /** From which day it counts how many working days; null where its day is a fixed one. */
  @Column({ name: 'counted_from', type: 'date', nullable: true })
  countedFrom: string | null;

  @Column({ name: 'counted_days', type: 'integer', nullable: true })
  countedDays: number | null;

  /** The next step of the ladder to be taken. */
  @Column({ name: 'step', type: 'integer', default: 0 })
  step: number;

  /** When it is due; null when there is none left. */
  @Column({ name: 'next_at', type: 'timestamptz', nullable: true })
  nextAt: Date | null;
}
