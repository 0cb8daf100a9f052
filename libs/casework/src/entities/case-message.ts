import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { NoticeName, ReplyAudience, Role } from '#domain';
import type { UploadRefusalCode } from '#platform';
import { CaseFile } from './case-file.js';
import { Person } from './person.js';

/** Why a file of a mail is not kept. */
export type FileRefusal = UploadRefusalCode | 'tooMany';

/** A file that came with a message: kept under a key of ours, or refused with the reason. */
export type MessageFile =
  { name: string; type: string; size: number; key: string } | { name: string; refused: string; why?: FileRefusal };

/** What somebody wrote by mail about a case. It stands beside the case and is never changed. */
@Entity({ name: 'case_message' })
@Index('case_message_case_id_idx', ['caseId', 'at'])
@Check('case_message_audience_check', `audience IN ('office', 'officeAndOhchr', 'ohchr')`)
export class CaseMessageRow {
  /** The name of the mail that brought it, which is removed when its time is over. */
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'case_message_pkey' })
  id: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'case_message_case_id_fkey' })
  caseId: string;

  @Column({ name: 'audience', type: 'text' })
  audience: ReplyAudience;

  /** What was written this time, without what it quotes. */
  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'whole', type: 'text' })
  whole: string;

  @Column({ name: 'subject', type: 'text' })
  subject: string;

  /** Who wrote it, where that is known: somebody who is asked by name has no account. */
  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'person_name', type: 'text' })
  personName: string;

  @Column({ name: 'role', type: 'text', nullable: true })
  role: Role | null;

  /** The notice that it replies to. */
  @Column({ name: 'notice', type: 'text', nullable: true })
  notice: NoticeName | null;

  @Column({ name: 'files', type: 'jsonb' })
  files: MessageFile[];

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'placed_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Person, { name: 'case_message_placed_by_fkey' })
  placedBy: string | null;

  @Column({ name: 'placed_name', type: 'text', nullable: true })
  placedName: string | null;
}
