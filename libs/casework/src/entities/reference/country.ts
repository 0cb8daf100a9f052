import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

export type CountryStatus = 'member' | 'observer' | 'territory';

/** A member State, an observer or a territory, under its United Nations short name of today. */
@Entity({ name: 'country' })
@Unique('country_alpha2_key', ['alpha2'])
@Unique('country_m49_key', ['m49'])
@Check('country_status_check', `status IN ('member', 'observer', 'territory')`)
export class Country {
  /** ISO 3166-1 alpha-3. */
  @PrimaryColumn({ name: 'code', type: 'varchar', length: 3, primaryKeyConstraintName: 'country_pkey' })
  code: string;

  @Column({ name: 'alpha2', type: 'varchar', length: 2 })
  alpha2: string;

  /** Three digits as text; null where no code is published. */
  @Column({ name: 'm49', type: 'varchar', length: 3, nullable: true })
  m49: string | null;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  @Column({ name: 'status', type: 'varchar', length: 12 })
  status: CountryStatus;

  /** Other English names under which lists and people write it; for finding, never for showing. */
  @Column({ name: 'aliases', type: 'text', array: true })
  aliases: string[];

  /** Those that share a border on land; they stand on the page of a country, and nothing follows from them. */
  @Column({ name: 'neighbours', type: 'varchar', length: 3, array: true })
  neighbours: string[];

  @Column({ name: 'footnote_en', type: 'text', nullable: true })
  footnoteEn: string | null;

  @Column({ name: 'footnote_fr', type: 'text', nullable: true })
  footnoteFr: string | null;

  @Column({ name: 'footnote_es', type: 'text', nullable: true })
  footnoteEs: string | null;

  /** Set when an administrator changes the row: loading reference data then leaves it alone. */
  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
