import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WorkedExample } from '#domain';

/** A request that was invented for practice, with the scores that a panel agreed on. Never changed: another one takes its place. */
@Entity({ name: 'worked_example' })
export class WorkedExampleRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'worked_example_pkey' })
  id: string;

  @Column({ name: 'content', type: 'jsonb' })
  content: WorkedExample;

  /** The name of who wrote it. */
  @Column({ name: 'written_by', type: 'text' })
  writtenBy: string;

  @Column({ name: 'written_at', type: 'timestamptz' })
  writtenAt: Date;

  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true })
  retiredAt: Date | null;
}
