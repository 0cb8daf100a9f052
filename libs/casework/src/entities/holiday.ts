import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseFile } from './case-file.js';
import { Person } from './person.js';
import { Country } from './reference/country.js';

/** One change of the holidays, or of where somebody sits, with who made it when. Only added to; its number is the version of the calendars. */
@Entity({ name: 'holiday_change' })
@Check('holiday_change_what_check', `what IN ('loaded', 'added', 'removed', 'seated', 'cleared')`)
@Index('holiday_change_station_idx', ['station', 'id'])
@Index('holiday_change_holder_idx', ['holder', 'id'], { where: 'holder IS NOT NULL' })
export class HolidayChange {
  @PrimaryColumn({
    name: 'id',
    type: 'integer',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'holiday_change_pkey',
  })
  id: number;

  @Column({ name: 'what', type: 'varchar', length: 7 })
  what: 'loaded' | 'added' | 'removed' | 'seated' | 'cleared';

  /** A country by its code, or UN for every duty station. */
  @Column({ name: 'station', type: 'varchar', length: 3 })
  station: string;

  /** Null where many were loaded at once. */
  @Column({ name: 'day', type: 'date', nullable: true })
  day: string | null;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** Who sits elsewhere from then on: a region for its team, an office, a role, or a person by id. */
  @Column({ name: 'holder', type: 'text', nullable: true })
  holder: string | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  @Column({ name: 'changed_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Person, { name: 'holiday_change_changed_by_fkey' })
  changedBy: string | null;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'changed_name', type: 'text' })
  changedName: string;
}

/** A day on which a duty station, or all of them, do not work. What was removed stays, so that it is not loaded again. */
@Entity({ name: 'holiday' })
@Check('holiday_source_check', `source IN ('package', 'office')`)
@Index('holiday_day_idx', ['day'], { where: 'removed_by IS NULL' })
export class HolidayRow {
  @PrimaryColumn({ name: 'station', type: 'varchar', length: 3, primaryKeyConstraintName: 'holiday_pkey' })
  station: string;

  @PrimaryColumn({ name: 'day', type: 'date', primaryKeyConstraintName: 'holiday_pkey' })
  day: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** From the lists of the package, or entered by somebody. */
  @Column({ name: 'source', type: 'varchar', length: 7 })
  source: 'package' | 'office';

  @Column({ name: 'added_by', type: 'integer' })
  @ForeignKey(() => HolidayChange, { name: 'holiday_added_by_fkey' })
  addedBy: number;

  @Column({ name: 'removed_by', type: 'integer', nullable: true })
  @ForeignKey(() => HolidayChange, { name: 'holiday_removed_by_fkey' })
  removedBy: number | null;
}

/** In whose calendar somebody counts who sits neither in Geneva nor in the country of a case. */
@Entity({ name: 'seat' })
export class Seat {
  /** A region for its team, an office, a role, or a person by id. */
  @PrimaryColumn({ name: 'holder', type: 'text', primaryKeyConstraintName: 'seat_pkey' })
  holder: string;

  @Column({ name: 'station', type: 'varchar', length: 3 })
  @ForeignKey(() => Country, { name: 'seat_station_fkey' })
  station: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  @Column({ name: 'set_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'seat_set_by_fkey' })
  setBy: string;

  @Column({ name: 'set_name', type: 'text' })
  setName: string;
}

/** A case whose clocks a change of the holidays still has to move; gone when it has. */
@Entity({ name: 'recount' })
export class Recount {
  @PrimaryColumn({ name: 'change_id', type: 'integer', primaryKeyConstraintName: 'recount_pkey' })
  @ForeignKey(() => HolidayChange, { name: 'recount_change_id_fkey' })
  changeId: number;

  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'recount_pkey' })
  @ForeignKey(() => CaseFile, { name: 'recount_case_id_fkey' })
  caseId: string;
}
