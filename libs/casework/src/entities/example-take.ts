import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { ScoreSheet } from '#domain';
import { Person } from './person.js';
import { WorkedExampleRow } from './worked-example.js';

/** How somebody scored a worked example before a round: once, so that the first impression is what is compared. */
@Entity({ name: 'example_take' })
@Index('example_take_person_id_idx', ['personId', 'round'])
export class ExampleTakeRow {
  @PrimaryColumn({ name: 'example_id', type: 'uuid', primaryKeyConstraintName: 'example_take_pkey' })
  @ForeignKey(() => WorkedExampleRow, { name: 'example_take_example_id_fkey' })
  exampleId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'example_take_pkey' })
  @ForeignKey(() => Person, { name: 'example_take_person_id_fkey' })
  personId: string;

  @PrimaryColumn({ name: 'round', type: 'text', primaryKeyConstraintName: 'example_take_pkey' })
  round: string;

  @Column({ name: 'scores', type: 'jsonb' })
  scores: ScoreSheet;

  @Column({ name: 'taken_at', type: 'timestamptz' })
  takenAt: Date;
}
