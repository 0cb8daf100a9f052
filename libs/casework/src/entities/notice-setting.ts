import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Frequency, NoticeGroup } from '#domain';
import { Person } from './person.js';

/** How somebody wishes to be told; who has no row has chosen nothing. */
@Entity({ name: 'notice_setting' })
export class NoticeSetting {
  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'notice_setting_pkey' })
  @ForeignKey(() => Person, { name: 'notice_setting_person_id_fkey' })
  personId: string;

  @Column({ name: 'choices', type: 'jsonb' })
  choices: Partial<Record<NoticeGroup, Frequency>>;

  /** Whole hours in the zone of the person. */
  @Column({ name: 'quiet_from', type: 'smallint', nullable: true })
  quietFrom: number | null;

  @Column({ name: 'quiet_until', type: 'smallint', nullable: true })
  quietUntil: number | null;

  @Column({ name: 'zone', type: 'text' })
  zone: string;

  /** The day of the weekly digest: 0 is Sunday. */
  @Column({ name: 'weekly_on', type: 'smallint' })
  weeklyOn: number;

  @Column({ name: 'plain', type: 'boolean' })
  plain: boolean;

  @Column({ name: 'regions', type: 'text', array: true })
  regions: string[];

  @Column({ name: 'countries', type: 'text', array: true })
  countries: string[];

  @Column({ name: 'states', type: 'text', array: true })
  states: string[];

  @Column({ name: 'version', type: 'integer' })
  version: number;
}
