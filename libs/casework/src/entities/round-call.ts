import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** The days of the call of a round at a version. Only added to. */
@Entity({ name: 'round_call' })
export class RoundCallRow {
  @PrimaryColumn({ name: 'round', type: 'varchar', length: 6, primaryKeyConstraintName: 'round_call_pkey' })
  round: string;

  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'round_call_pkey' })
  version: number;

  @Column({ name: 'opens_on', type: 'date' })
  opensOn: string;

  @Column({ name: 'closes_on', type: 'date' })
  closesOn: string;

  /** For how many days after that a request still counts. */
  @Column({ name: 'grace_days', type: 'smallint' })
  graceDays: number;

  @Column({ name: 'set_at', type: 'timestamptz' })
  setAt: Date;

  @Column({ name: 'set_by', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'round_call_set_by_fkey' })
  setBy: string;

  /** Under what name, so that it reads the same when the person is gone. */
  @Column({ name: 'set_name', type: 'text' })
  setName: string;
}
