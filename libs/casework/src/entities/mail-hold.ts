import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** Mails that one pass would have sent all at once, until an administrator has let them go or dropped them. */
@Entity({ name: 'mail_hold' })
@Index('mail_hold_open_idx', ['id'], { where: 'decided IS NULL' })
@Check('mail_hold_decided_check', `decided IN ('letGo', 'dropped')`)
export class MailHold {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'mail_hold_pkey' })
  id: string;

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;

  @Column({ name: 'mails', type: 'integer' })
  mails: number;

  @Column({ name: 'people', type: 'integer' })
  people: number;

  @Column({ name: 'decided', type: 'text', nullable: true })
  decided: 'letGo' | 'dropped' | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  @ForeignKey(() => Person, { name: 'mail_hold_decided_by_fkey' })
  decidedBy: string | null;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'decided_name', type: 'text', nullable: true })
  decidedName: string | null;

  /** How many mails a minute were let go. */
  @Column({ name: 'per_minute', type: 'integer', nullable: true })
  perMinute: number | null;
}
