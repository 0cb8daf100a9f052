import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Frequency, NoticeName, Role } from '#domain';
import { CaseFile } from './case-file.js';
import { Mail } from './mail.js';
import { OutboxRow } from './outbox-row.js';
import { Person } from './person.js';

/** What one person with an account was told of, whichever way: by mail, later, or here alone. */
@Entity({ name: 'notice_entry' })
@Unique('notice_entry_outbox_id_person_id_key', ['outboxId', 'personId'])
@Index('notice_entry_person_id_idx', ['personId', 'id'])
@Index('notice_entry_unread_idx', ['personId'], { where: 'read_at IS NULL' })
@Index('notice_entry_held_idx', ['sendAt'], { where: `way = 'held' AND digest_id IS NULL` })
@Index('notice_entry_nudged_idx', ['caseId'], { where: `notice = 'nudged'` })
@Index('notice_entry_digest_id_idx', ['digestId'], { where: 'digest_id IS NOT NULL' })
@Check('notice_entry_way_check', `way IN ('mail', 'held', 'off')`)
export class NoticeEntry {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'notice_entry_pkey' })
  id: string;

  @Column({ name: 'outbox_id', type: 'bigint' })
  @ForeignKey(() => OutboxRow, { name: 'notice_entry_outbox_id_fkey' })
  outboxId: string;

  @Column({ name: 'case_id', type: 'uuid' })
  @ForeignKey(() => CaseFile, { name: 'notice_entry_case_id_fkey' })
  caseId: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'notice_entry_person_id_fkey' })
  personId: string;

  @Column({ name: 'notice', type: 'text' })
  notice: NoticeName;

  /** For which role they were told. */
  @Column({ name: 'role', type: 'text' })
  role: Role;

  @Column({ name: 'parties', type: 'text', array: true })
  parties: string[];

  @Column({ name: 'way', type: 'text' })
  way: 'mail' | 'held' | 'off';

  /** Of what is held: for the end of quiet hours, or for a digest. */
  @Column({ name: 'how', type: 'text', nullable: true })
  how: Frequency | null;

  @Column({ name: 'send_at', type: 'timestamptz', nullable: true })
  sendAt: Date | null;

  /** The mail that gathers it. */
  @Column({ name: 'digest_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Mail, { name: 'notice_entry_digest_id_fkey', onDelete: 'SET NULL' })
  digestId: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'read_at', type: 'timestamptz', nullable: true })
  readAt: Date | null;
}
