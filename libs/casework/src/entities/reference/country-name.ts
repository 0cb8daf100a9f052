import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Country } from './country.js';

/** A name that a country had in the United Nations until a day; the name of today stands in `country`. */
@Entity({ name: 'country_name' })
export class CountryName {
  @PrimaryColumn({ name: 'country_code', type: 'varchar', length: 3, primaryKeyConstraintName: 'country_name_pkey' })
  @ForeignKey(() => Country, { name: 'country_name_country_code_fkey' })
  countryCode: string;

  /** First day on which the name is no longer used. */
  @PrimaryColumn({ name: 'valid_until', type: 'date', primaryKeyConstraintName: 'country_name_pkey' })
  validUntil: string;

  /** Null: since before anything that this system records. */
  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  @Column({ name: 'footnote', type: 'text', nullable: true })
  footnote: string | null;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
