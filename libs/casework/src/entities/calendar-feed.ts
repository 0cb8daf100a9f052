import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Person } from './person.js';

/** An address from which a calendar program reads what falls due. Only the hash of its secret is kept. */
@Entity({ name: 'calendar_feed' })
@Unique('calendar_feed_hash_key', ['hash'])
@Index('calendar_feed_person_id_idx', ['personId'])
export class CalendarFeedRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'calendar_feed_pkey' })
  id: string;

  @Column({ name: 'hash', type: 'bytea' })
  hash: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'calendar_feed_person_id_fkey' })
  personId: string;

  /** One region; null for everything that its owner may see. */
  @Column({ name: 'region', type: 'text', nullable: true })
  region: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
