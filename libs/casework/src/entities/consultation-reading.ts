import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { CaseFile } from './case-file.js';

/**
 * That a party has read what it is asked: once for each time of asking. No step of the case, since nothing follows from
 * it: it must not make the pages stale that others have open, and reading is no act that the record holds people to.
 */
@Entity({ name: 'consultation_reading' })
export class ConsultationReading {
  @PrimaryColumn({ name: 'case_id', type: 'uuid', primaryKeyConstraintName: 'consultation_reading_pkey' })
  @ForeignKey(() => CaseFile, { name: 'consultation_reading_case_id_fkey' })
  caseId: string;

  @PrimaryColumn({ name: 'party', type: 'text', primaryKeyConstraintName: 'consultation_reading_pkey' })
  party: string;

  @PrimaryColumn({ name: 'round', type: 'integer', primaryKeyConstraintName: 'consultation_reading_pkey' })
  round: number;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'by_name', type: 'text' })
  byName: string;
}
