import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { PanelAnswer } from '#domain';
import { Person } from './person.js';

/** What somebody last said to one invitation to a panel. Another date is another invitation. */
@Entity({ name: 'panel_answer' })
@Check('panel_answer_answer_check', `answer IN ('yes', 'perhaps', 'no')`)
export class PanelAnswerRow {
  @PrimaryColumn({ name: 'round', type: 'varchar', length: 6, primaryKeyConstraintName: 'panel_answer_pkey' })
  round: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'panel_answer_pkey' })
  @ForeignKey(() => Person, { name: 'panel_answer_person_id_fkey' })
  personId: string;

  /** Which of the invitations to this person it answers. */
  @PrimaryColumn({ name: 'sequence', type: 'integer', primaryKeyConstraintName: 'panel_answer_pkey' })
  sequence: number;

  @Column({ name: 'answer', type: 'text' })
  answer: PanelAnswer;

  @Column({ name: 'note', type: 'text' })
  note: string;

  /** When it would suit them instead. */
  @Column({ name: 'proposed_at', type: 'timestamptz', nullable: true })
  proposedAt: Date | null;

  /** By the clock of whoever said it: what was said later counts, in whatever order it comes in. */
  @Column({ name: 'said_at', type: 'timestamptz' })
  saidAt: Date;
}
