import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** Whole days on which somebody is away, as they are counted in the zone that was theirs when they were set. */
@Entity({ name: 'absence' })
@Index('absence_person_id_idx', ['personId', 'untilDay'])
@Index('absence_open_idx', ['untilDay'], { where: 'returned_at IS NULL' })
@Check('absence_days_check', 'from_day <= until_day')
export class AbsenceRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'absence_pkey' })
  id: string;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'absence_person_id_fkey' })
  personId: string;

  @Column({ name: 'from_day', type: 'date' })
  fromDay: string;

  @Column({ name: 'until_day', type: 'date' })
  untilDay: string;

  @Column({ name: 'zone', type: 'text' })
  zone: string;

  @Column({ name: 'note', type: 'text' })
  note: string;

  /** Who set it: the person, or an administrator for them. */
  @Column({ name: 'set_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'absence_set_by_fkey' })
  setBy: string;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  /** The last of its days on which what falls due in it was looked at; null before the first. */
  @Column({ name: 'looked_on', type: 'date', nullable: true })
  lookedOn: string | null;

  /** When it was seen that they are back; null before. */
  @Column({ name: 'returned_at', type: 'timestamptz', nullable: true })
  returnedAt: Date | null;
}
