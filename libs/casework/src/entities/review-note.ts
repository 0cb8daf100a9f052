import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';
import { Request } from './request.js';

/** What a reviewer notes for themselves about a case. */
@Entity({ name: 'review_note' })
export class ReviewNoteRow {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'review_note_pkey' })
  @ForeignKey(() => Request, { name: 'review_note_request_id_fkey' })
  requestId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'review_note_pkey' })
  @ForeignKey(() => Person, { name: 'review_note_person_id_fkey' })
  personId: string;

  @Column({ name: 'text', type: 'text' })
  text: string;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;
}
