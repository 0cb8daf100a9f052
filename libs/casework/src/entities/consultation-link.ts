import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CaseFile } from './case-file.js';

/** A link by which somebody who is asked by name answers. Only the hash of its secret is kept. */
@Entity({ name: 'consultation_link' })
@Index('consultation_link_expires_at_idx', ['expiresAt'])
export class ConsultationLink {
  @PrimaryColumn({ name: 'hash', type: 'bytea', primaryKeyConstraintName: 'consultation_link_pkey' })
  hash: Buffer;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'consultation_link_case_id_fkey' })
  caseId: string;

  @Column({ name: 'party', type: 'text' })
  party: string;

  /** Which of the links of the party: those with a lower number than the case names are not good any more. */
  @Column({ name: 'number', type: 'integer' })
  number: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
