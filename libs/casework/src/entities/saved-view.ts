import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.js';

/** A filter that somebody named, to come back to it. */
@Entity({ name: 'saved_view' })
@Unique('saved_view_name_key', ['personId', 'name'])
export class SavedViewRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'saved_view_pkey' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'saved_view_person_id_fkey' })
  personId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** The page with its filter, as the address has them. */
  @Column({ name: 'address', type: 'text' })
  address: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
