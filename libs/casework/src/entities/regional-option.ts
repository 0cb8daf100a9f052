import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An option of a region: one adviser for several countries. What it says stands in its versions. */
@Entity({ name: 'regional_option' })
@Index('regional_option_region_idx', ['region', 'changedAt'])
export class RegionalOptionRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'regional_option_pkey' })
  id: string;

  @Column({ name: 'region', type: 'text' })
  region: string;

  /** The version that stands. */
  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
