import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Framework } from '#domain';

/** A published version of the criteria. Never changed: another version takes its place. */
@Entity({ name: 'framework' })
@Unique('framework_version_key', ['version'])
export class FrameworkRow {
  @PrimaryColumn({ name: 'id', type: 'uuid', default: () => 'uuidv7()', primaryKeyConstraintName: 'framework_pkey' })
  id: string;

  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** The type of request that it is for; null for every type that has none of its own. */
  @Column({ name: 'applies_to', type: 'text', nullable: true })
  appliesTo: string | null;

  @Column({ name: 'definition', type: 'jsonb' })
  definition: Omit<Framework, 'id' | 'version' | 'name' | 'appliesTo'>;

  @Column({ name: 'published_at', type: 'timestamptz' })
  publishedAt: Date;

  /** The name of who published it. */
  @Column({ name: 'published_by', type: 'text' })
  publishedBy: string;
}
