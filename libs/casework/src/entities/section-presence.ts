import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';
import { Request } from './request.js';

/** Which section of a draft somebody opened last, and when. */
@Entity({ name: 'section_presence' })
export class SectionPresenceRow {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'section_presence_pkey' })
  @ForeignKey(() => Request, { name: 'section_presence_request_id_fkey' })
  requestId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'section_presence_pkey' })
  @ForeignKey(() => Person, { name: 'section_presence_person_id_fkey' })
  personId: string;

  @Column({ name: 'section', type: 'smallint' })
  section: number;

  @Column({ name: 'at', type: 'timestamptz' })
  at: Date;
}
