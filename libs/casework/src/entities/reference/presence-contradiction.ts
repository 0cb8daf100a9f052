import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Two listings that do not go together, or one that another source speaks against; for a person to settle. */
@Entity({ name: 'presence_contradiction' })
export class PresenceContradiction {
  /** The same for the same contradiction, however often lists are taken in. */
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'presence_contradiction_pkey' })
  key: string;

  @Column({ name: 'kind', type: 'varchar', length: 20 })
  kind: string;

  /** As in the table of presences. */
  @Column({ name: 'post', type: 'varchar', length: 40 })
  post: string;

  @Column({ name: 'years', type: 'smallint', array: true })
  years: number[];

  @Column({ name: 'words', type: 'text' })
  words: string;

  @Column({ name: 'found_at', type: 'timestamptz' })
  foundAt: Date;
}
