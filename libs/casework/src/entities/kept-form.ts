import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** The text of a form whose sender’s session had ended, until they are back. */
@Entity({ name: 'kept_form' })
@Index('kept_form_kept_at_idx', ['keptAt'])
export class KeptForm {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'kept_form_pkey' })
  @ForeignKey(() => Person, { name: 'kept_form_person_id_fkey' })
  personId: string;

  @PrimaryColumn({ name: 'path', type: 'text', primaryKeyConstraintName: 'kept_form_pkey' })
  path: string;

  @Column({ name: 'body', type: 'jsonb' })
  body: Record<string, unknown>;

  @Column({ name: 'kept_at', type: 'timestamptz' })
  keptAt: Date;
}
