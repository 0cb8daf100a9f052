import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entity of the United Nations system that endorses, shares costs or sits in the mechanism. */
@Entity({ name: 'agency' })
export class Agency {
  /** The short name in use: `UNDP`, `UN Women`, `PAHO/WHO`. */
  @PrimaryColumn({ name: 'code', type: 'varchar', length: 16, primaryKeyConstraintName: 'agency_pkey' })
  code: string;

  @Column({ name: 'name_en', type: 'text' })
  nameEn: string;

  @Column({ name: 'name_fr', type: 'text' })
  nameFr: string;

  @Column({ name: 'name_es', type: 'text' })
  nameEs: string;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_until', type: 'date', nullable: true })
  validUntil: string | null;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
