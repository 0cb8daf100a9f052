import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TermsDefinition } from '#domain';

/** A published version of the standard terms of reference, in every language. Never changed: another takes its place. */
@Entity({ name: 'terms_standard' })
export class TermsStandardRow {
  @PrimaryColumn({ name: 'version', type: 'integer', primaryKeyConstraintName: 'terms_standard_pkey' })
  version: number;

  @Column({ name: 'definition', type: 'jsonb' })
  definition: TermsDefinition['texts'];

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  /** The name of who published it. */
  @Column({ name: 'published_by', type: 'text' })
  publishedBy: string;
}
