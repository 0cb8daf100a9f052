import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseFile } from './case-file.js';

/** That somebody has opened what they must know: an appointment, or the conditions of a decision. Once for each. */
@Entity({ name: 'acknowledgement' })
export class Acknowledgement {
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'acknowledgement_pkey' })
  @ForeignKey(() => CaseFile, { name: 'acknowledgement_case_id_fkey' })
  caseId: string;

  @PrimaryColumn({ name: 'what', type: 'text', primaryKeyConstraintName: 'acknowledgement_pkey' })
  what: string;

  /** Which one: the person who is appointed, or the instant of the decision. */
  @PrimaryColumn({ name: 'subject', type: 'text', primaryKeyConstraintName: 'acknowledgement_pkey' })
  subject: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'by_name', type: 'text' })
  byName: string;
}
