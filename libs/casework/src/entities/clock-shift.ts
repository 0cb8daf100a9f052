import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the clock of the demonstration is from the real one: one row, or none. */
@Entity({ name: 'clock_shift' })
@Check('clock_shift_id_check', 'id = 1')
export class ClockShift {
  @PrimaryColumn({ name: 'id', type: 'smallint', default: 1, primaryKeyConstraintName: 'clock_shift_pkey' })
  id: number;

  /** A bigint: the driver gives text. */
  @Column({ name: 'milliseconds', type: 'bigint' })
  milliseconds: string;
}
