import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The area of a regional team of the United Nations development system. */
@Entity({ name: 'region' })
export class Region {
  /** `esa`, `wca`, `arab`, `ap`, `eca`, `lac`. */
  @PrimaryColumn({ name: 'code', type: 'varchar', length: 8, primaryKeyConstraintName: 'region_pkey' })
  code: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  /** Order in lists. */
  @Column({ name: 'position', type: 'smallint' })
  position: number;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
