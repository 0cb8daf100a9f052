import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SECTIONS } from '#domain';

/** The wording of the questions on a day; versions of requests point at the one that they answered. */
@Entity({ name: 'questionnaire' })
export class Questionnaire {
  /** The hash of the text. */
  @PrimaryColumn({ name: 'id', type: 'varchar', length: 64, primaryKeyConstraintName: 'questionnaire_pkey' })
  id: string;

  @Column({ name: 'sections', type: 'jsonb' })
  sections: typeof SECTIONS;

  @Column({ name: 'kept_at', type: 'timestamptz' })
  keptAt: Date;
}
