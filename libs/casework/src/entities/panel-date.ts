import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** When the panel of a round meets, at a version. Only added to. */
@Entity({ name: 'panel_date' })
export class PanelDateRow {
  @PrimaryColumn({ name: 'round', type: 'varchar', length: 6, primaryKeyConstraintName: 'panel_date_pkey' })
  round: string;

  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'panel_date_pkey' })
  version: number;

  /** Null: there is no date any more. */
  @Column({ name: 'starts_at', type: 'timestamptz', nullable: true })
  startsAt: Date | null;

  @Column({ name: 'minutes', type: 'smallint' })
  minutes: number;

  /** A room, or the address of a call. */
  @Column({ name: 'place', type: 'text' })
  place: string;

  /** The zone in which it was set. */
  @Column({ name: 'zone', type: 'text' })
  zone: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  @Column({ name: 'set_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'panel_date_set_by_fkey' })
  setBy: string;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'set_name', type: 'text' })
  setName: string;
}
