import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Country } from './reference/country.js';
import { Person } from './person.js';

/** A day, or a time, that matters for planning in a country. One that was wrong is taken out of use, never changed. */
@Entity({ name: 'country_date' })
@Index('country_date_country_idx', ['countryCode', 'fromOn'])
export class CountryDateRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'country_date_pkey' })
  id: string;

  @Column({ name: 'country_code', type: 'varchar', length: 3 })
  @ForeignKey(() => Country, { name: 'country_date_country_code_fkey' })
  countryCode: string;

  @Column({ name: 'kind', type: 'varchar', length: 24 })
  kind: string;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn: string;

  /** The last day; null for a single day. */
  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn: string | null;

  /** Where it was read. */
  @Column({ name: 'source', type: 'text' })
  source: string;

  @Column({ name: 'entered_at', type: 'timestamptz' })
  enteredAt: Date;

  @Column({ name: 'entered_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'country_date_entered_by_fkey' })
  enteredBy: string;

  @Column({ name: 'entered_name', type: 'text' })
  enteredName: string;

  /** When it was taken out of use. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ name: 'ended_name', type: 'text', nullable: true })
  endedName: string | null;
}
