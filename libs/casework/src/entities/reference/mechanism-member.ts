import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Agency } from './agency.js';

/** An agency that a source names as taking part in an inter-agency mechanism on a day. */
@Entity({ name: 'mechanism_member' })
@Check('mechanism_member_role_check', `role IN ('coChair', 'member')`)
export class MechanismMember {
  @PrimaryColumn({ name: 'mechanism', type: 'varchar', length: 16, primaryKeyConstraintName: 'mechanism_member_pkey' })
  mechanism: string;

  @PrimaryColumn({
    name: 'agency_code',
    type: 'varchar',
    length: 16,
    primaryKeyConstraintName: 'mechanism_member_pkey',
  })
  @ForeignKey(() => Agency, { name: 'mechanism_member_agency_code_fkey' })
  agencyCode: string;

  /** The day for which the source names it; how long before and after is not known. */
  @PrimaryColumn({ name: 'attested_on', type: 'date', primaryKeyConstraintName: 'mechanism_member_pkey' })
  attestedOn: string;

  @Column({ name: 'role', type: 'varchar', length: 8 })
  role: 'coChair' | 'member';

  @Column({ name: 'source', type: 'text' })
  source: string;

  @Column({ name: 'edited_at', type: 'timestamptz', nullable: true })
  editedAt: Date | null;
}
