import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Region } from './region.js';

/** What the regional team was called in a period: UNDG, then UNSDG, then Regional Collaborative Platform. */
@Entity({ name: 'region_name' })
export class RegionName {
  @PrimaryColumn({ name: 'region_code', type: 'varchar', length: 8, primaryKeyConstraintName: 'region_name_pkey' })
  @ForeignKey(() => Region, { name: 'region_name_region_code_fkey' })
  regionCode: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date', primaryKeyConstraintName: 'region_name_pkey' })
  validFrom: string;

  /** First day on which the name is no longer used; null while it is. */
  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
