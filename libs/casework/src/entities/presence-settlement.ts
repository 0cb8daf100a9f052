import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { PresenceContradiction } from './reference/presence-contradiction.js';

/** How a person settled a contradiction between lists, and why. Only added to: the latest one holds. */
@Entity({ name: 'presence_settlement' })
@Index('presence_settlement_contradiction_key_idx', ['contradictionKey', 'id'])
export class PresenceSettlement {
  @PrimaryGeneratedColumn('identity', {
    name: 'id',
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'presence_settlement_pkey',
  })
  id: string;

  @Column({ name: 'contradiction_key', type: 'text' })
  @ForeignKey(() => PresenceContradiction, { name: 'presence_settlement_contradiction_key_fkey' })
  contradictionKey: string;

  @Column({ name: 'decision', type: 'varchar', length: 20 })
  decision: string;

  @Column({ name: 'note', type: 'text' })
  note: string;

  @Column({ name: 'settled_by', type: 'uuid' })
  settledBy: string;

  @Column({ name: 'settled_name', type: 'text' })
  settledName: string;

  @Column({ name: 'settled_at', type: 'timestamptz' })
  settledAt: Date;
}
