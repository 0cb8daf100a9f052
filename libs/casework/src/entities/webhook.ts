import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** A program that is told of steps, for somebody whose rights decide of which. */
@Entity({ name: 'webhook' })
@Index('webhook_owner_id_idx', ['ownerId'])
export class WebhookRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'webhook_pkey' })
  id: string;

  @Column({ name: 'owner_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'webhook_owner_id_fkey' })
  ownerId: string;

  @Column({ name: 'name', type: 'text' })
  name: string;

  @Column({ name: 'url', type: 'text' })
  url: string;

  /** With this each telling is signed, so it is kept as it is; it is shown once. */
  @Column({ name: 'secret', type: 'text' })
  secret: string;

  @Column({ name: 'types', type: 'text', array: true })
  types: string[];

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt: Date;

  @Column({ name: 'made_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'webhook_made_by_fkey' })
  madeBy: string;

  /** Since when nothing came through. */
  @Column({ name: 'failing_since', type: 'timestamptz', nullable: true })
  failingSince: Date | null;

  @Column({ name: 'off_at', type: 'timestamptz', nullable: true })
  offAt: Date | null;

  @Column({ name: 'off_why', type: 'text', nullable: true })
  offWhy: string | null;
}
