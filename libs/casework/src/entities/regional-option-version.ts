import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { OptionContent, RegionalOption } from '#domain';
import { Person } from './person.js';
import { RegionalOptionRow } from './regional-option.js';

/** What an option said at a version. Only added to. */
@Entity({ name: 'regional_option_version' })
export class RegionalOptionVersionRow {
  @PrimaryColumn({ name: 'option_id', type: 'uuid', primaryKeyConstraintName: 'regional_option_version_pkey' })
  @ForeignKey(() => RegionalOptionRow, { name: 'regional_option_version_option_id_fkey' })
  optionId: string;

  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'regional_option_version_pkey' })
  version: number;

  @Column({ name: 'content', type: 'jsonb' })
  content: OptionContent & Pick<RegionalOption, 'retired'>;

  @Column({ name: 'saved_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'regional_option_version_saved_by_fkey' })
  savedBy: string;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'saved_name', type: 'text' })
  savedName: string;

  @Column({ name: 'saved_at', type: 'timestamptz' })
  savedAt: Date;
}
