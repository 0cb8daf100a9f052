import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** What is set for a round at a version. Only added to. */
@Entity({ name: 'round_setting' })
export class RoundSettingRow {
  @PrimaryColumn({ name: 'round', type: 'varchar', length: 6, primaryKeyConstraintName: 'round_setting_pkey' })
  round: string;

  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'round_setting_pkey' })
  version: number;

  /** The money that is known for the round; null while nobody has entered any. The driver gives text. */
  @Column({ name: 'money', type: 'numeric', precision: 14, scale: 2, nullable: true })
  money: string | null;

  /** Where it comes from, in words. */
  @Column({ name: 'source', type: 'text' })
  source: string;

  /** How much of the weight has to be assessed before a case has a place, of 100. */
  @Column({ name: 'least_coverage', type: 'smallint' })
  leastCoverage: number;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  @Column({ name: 'set_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'round_setting_set_by_fkey' })
  setBy: string;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'set_name', type: 'text' })
  setName: string;
}
