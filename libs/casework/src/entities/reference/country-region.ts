import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Country } from './country.js';
import { Region } from './region.js';

/** Which regional team a country belonged to, and when. */
@Entity({ name: 'country_region' })
@Index('country_region_region_code_idx', ['regionCode'])
@Check('country_region_basis_check', `basis IN ('team', 'area')`)
export class CountryRegion {
  @PrimaryColumn({ name: 'country_code', type: 'varchar', length: 3, primaryKeyConstraintName: 'country_region_pkey' })
  @ForeignKey(() => Country, { name: 'country_region_country_code_fkey' })
  countryCode: string;

  @PrimaryColumn({ name: 'region_code', type: 'varchar', length: 8, primaryKeyConstraintName: 'country_region_pkey' })
  @ForeignKey(() => Region, { name: 'country_region_region_code_fkey' })
  regionCode: string;

  @PrimaryColumn({ name: 'valid_from', type: 'date', primaryKeyConstraintName: 'country_region_pkey' })
  validFrom: string;

  /** First day on which it no longer belongs; null while it does. */
  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  /** `team`: served by the regional team. `area`: no country team there; placed by where it lies. */
  @Column({ name: 'basis', type: 'varchar', length: 4 })
  basis: 'team' | 'area';

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
