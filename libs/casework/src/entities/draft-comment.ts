import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';
import { Request } from './request.js';

/** What somebody of the office says about a question of its draft, or answers to that. */
@Entity({ name: 'draft_comment' })
@Index('draft_comment_request_id_idx', ['requestId'])
export class DraftCommentRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'draft_comment_pkey' })
  id: string;

  @Column({ name: 'request_id', type: 'uuid' })
  @ForeignKey(() => Request, { name: 'draft_comment_request_id_fkey' })
  requestId: string;

  /** The place of the question in the content. */
  @Column({ name: 'question', type: 'text' })
  question: string;

  /** The comment that it answers; null for one that begins. */
  @Column({ name: 'answers', type: 'uuid', nullable: true })
  @ForeignKey(() => DraftCommentRow, { name: 'draft_comment_answers_fkey' })
  answers: string | null;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'draft_comment_person_id_fkey' })
  personId: string;

  @Column({ name: 'person_name', type: 'text' })
  personName: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;

  @Column({ name: 'resolved_at', type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;

  @Column({ name: 'resolved_name', type: 'text', nullable: true })
  resolvedName: string | null;
}
