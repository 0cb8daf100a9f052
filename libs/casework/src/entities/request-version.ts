import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CaseDocument, RequestContent } from '#domain';
import { Questionnaire } from './questionnaire.js';
import { Request } from './request.js';

/** The text of a request as it was submitted, frozen. Append-only. */
@Entity({ name: 'request_version' })
export class RequestVersion {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'request_version_pkey' })
  @ForeignKey(() => Request, { name: 'request_version_request_id_fkey' })
  requestId: string;

  @PrimaryColumn({ name: 'number', type: 'integer', primaryKeyConstraintName: 'request_version_pkey' })
  number: number;

  @Column({ name: 'content', type: 'jsonb' })
  content: RequestContent;

  @Column({ name: 'documents', type: 'jsonb' })
  documents: CaseDocument[];

  /** The wording of the questions on that day. */
  @Column({ name: 'questionnaire_id', type: 'varchar', length: 64 })
  @ForeignKey(() => Questionnaire, { name: 'request_version_questionnaire_id_fkey' })
  questionnaireId: string;

  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt: Date;

  @Column({ name: 'submitted_by', type: 'text' })
  submittedBy: string;

  @Column({ name: 'acting_for', type: 'text', nullable: true })
  actingFor: string | null;

  /** Why it was submitted with questions unanswered. */
  @Column({ name: 'gaps_reason', type: 'text', nullable: true })
  gapsReason: string | null;
}
