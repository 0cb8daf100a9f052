import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClockSettings } from '#domain';

/** A version of the settings with a number in them: time allowed and reminders. */
@Entity({ name: 'setting' })
export class Setting {
  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'setting_pkey' })
  version: number;

  @Column({ name: 'clocks', type: 'jsonb' })
  clocks: Partial<ClockSettings>;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  /** The name of who set it. */
  @Column({ name: 'set_by', type: 'text' })
  setBy: string;
}
