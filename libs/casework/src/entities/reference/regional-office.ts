import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Country } from './country.js';
import { Region } from './region.js';

/** A regional office or centre of OHCHR, or an adviser who is asked like one, with its region. */
@Entity({ name: 'regional_office' })
@Check('regional_office_kind_check', `kind IN ('office', 'centre', 'adviser')`)
export class RegionalOffice {
  @PrimaryColumn({ name: 'code', type: 'varchar', length: 24, primaryKeyConstraintName: 'regional_office_pkey' })
  code: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  @Column({ name: 'kind', type: 'varchar', length: 8 })
  kind: 'office' | 'centre' | 'adviser';

  @Column({ name: 'city', type: 'text' })
  city: string;

  @Column({ name: 'country_code', type: 'varchar', length: 3 })
  @ForeignKey(() => Country, { name: 'regional_office_country_code_fkey' })
  countryCode: string;

  @Column({ name: 'region_code', type: 'varchar', length: 8 })
  @ForeignKey(() => Region, { name: 'regional_office_region_code_fkey' })
  regionCode: string;

  /** Whether its advice is asked on requests from its region; a centre that trains and documents is not. */
  @Column({ name: 'consulted', type: 'boolean', default: true })
  consulted: boolean;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
