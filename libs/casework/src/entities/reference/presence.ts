import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Region } from './region.js';

/** `F` under the framework, `-` without that mark, `N` a national officer; a question mark where the list is unsure. */
export type PresenceCode = `${'F' | '-' | 'N'}${'' | '?'}`;

/** A Human Rights Adviser's post as a report lists it for one year. No row for a year proves nothing. */
@Entity({ name: 'presence' })
@Check('presence_code_check', `code ~ '^[FN-][?]?$'`)
export class Presence {
  @PrimaryColumn({ name: 'year', type: 'smallint', primaryKeyConstraintName: 'presence_pkey' })
  year: number;

  /** A country's code, or the name of a post that has no single country (`south-caucasus`). */
  @PrimaryColumn({ name: 'post', type: 'varchar', length: 40, primaryKeyConstraintName: 'presence_pkey' })
  post: string;

  /** Key of the report, as in docs/data-sources.md. */
  @PrimaryColumn({ name: 'source', type: 'varchar', length: 40, primaryKeyConstraintName: 'presence_pkey' })
  source: string;

  /** The words of the report. */
  @Column({ name: 'listed_as', type: 'text' })
  listedAs: string;

  /** Countries covered; empty for a post that serves a whole region. The import checks that each code exists. */
  @Column({ name: 'countries', type: 'varchar', length: 3, array: true })
  countries: string[];

  @Column({ name: 'region_code', type: 'varchar', length: 8, nullable: true })
  @ForeignKey(() => Region, { name: 'presence_region_code_fkey' })
  regionCode: string | null;

  /** The part of the report in which it is listed: OHCHR's regions are not those of the UNDG. */
  @Column({ name: 'report_region', type: 'text' })
  reportRegion: string;

  @Column({ name: 'code', type: 'varchar', length: 2 })
  code: PresenceCode;

  /** Listed as under the UNDG strategy; null where the report leaves it open. */
  @Column({ name: 'under_framework', type: 'boolean', nullable: true })
  underFramework: boolean | null;

  @Column({ name: 'national', type: 'boolean' })
  national: boolean;

  @Column({ name: 'note', type: 'text', nullable: true })
  note: string | null;

  /** Why the row should not be relied on alone; null when nothing is against it. */
  @Column({ name: 'doubt', type: 'text', nullable: true })
  doubt: string | null;
}
