import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DecidingEvent, Language, LetterBlocks } from '#domain';

/** A version of the words of a decision letter, for a kind of decision in a language. Never changed: another takes its place. */
@Entity({ name: 'letter_template' })
export class LetterTemplateRow {
  @PrimaryColumn({ name: 'kind', type: 'text', primaryKeyConstraintName: 'letter_template_pkey' })
  kind: DecidingEvent;

  @PrimaryColumn({ name: 'language', type: 'text', primaryKeyConstraintName: 'letter_template_pkey' })
  language: Language;

  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'letter_template_pkey' })
  version: number;

  @Column({ name: 'blocks', type: 'jsonb' })
  blocks: LetterBlocks;

  /** Why it was written. */
  @Column({ name: 'note', type: 'text' })
  note: string;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  /** The name of who published it. */
  @Column({ name: 'published_by', type: 'text' })
  publishedBy: string;
}
