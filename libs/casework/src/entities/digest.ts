import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

export type DigestStatus = 'queued' | 'sending' | 'sent' | 'empty' | 'refused' | 'failed';

/** One mail that gathers what somebody was told since the last; `empty` when nothing of it was to be told any more. */
@Entity({ name: 'digest' })
@Index('digest_unsent_idx', ['id'], { where: `status IN ('queued', 'sending')` })
@Check('digest_status_check', `status IN ('queued', 'sending', 'sent', 'empty', 'refused', 'failed')`)
export class Digest {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'digest_pkey' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'digest_person_id_fkey' })
  personId: string;

  @Column({ name: 'due_at', type: 'timestamptz' })
  dueAt: Date;

  @Column({ name: 'status', type: 'text' })
  status: DigestStatus;

  @Column({ name: 'subject', type: 'text', nullable: true })
  subject: string | null;

  @Column({ name: 'problem', type: 'text', nullable: true })
  problem: string | null;

  @Column({ name: 'attempts', type: 'integer', default: 0 })
  attempts: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'handed_at', type: 'timestamptz', nullable: true })
  handedAt: Date | null;
}
