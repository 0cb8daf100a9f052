import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Certainty } from '#domain';
import { Deployment } from './deployment.js';

/** Who covers a post and when: terms, bridges between two terms, and who is expected next. */
@Entity({ name: 'deployment_cover' })
@Index('deployment_cover_person_id_idx', ['personId'], { where: 'person_id IS NOT NULL' })
@Index('deployment_cover_from_on_idx', ['fromOn'])
@Check('deployment_cover_kind_check', `kind IN ('incumbency', 'bridge', 'successor')`)
export class DeploymentCover {
  @PrimaryColumn({ name: 'deployment_id', type: 'uuid', primaryKeyConstraintName: 'deployment_cover_pkey' })
  @ForeignKey(() => Deployment, { name: 'deployment_cover_deployment_id_fkey' })
  deploymentId: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'deployment_cover_pkey' })
  key: string;

  @Column({ name: 'kind', type: 'varchar', length: 12 })
  kind: 'incumbency' | 'bridge' | 'successor';

  @Column({ name: 'person_id', type: 'uuid', nullable: true })
  personId: string | null;

  @Column({ name: 'name', type: 'text' })
  name: string;

  /** Why an adviser left, or what kind of bridge it is. */
  @Column({ name: 'detail', type: 'text', nullable: true })
  detail: string | null;

  @Column({ name: 'from_on', type: 'date' })
  fromOn: string;

  /** The last day; null while it goes on. */
  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn: string | null;

  /** The last day as agreed. */
  @Column({ name: 'planned_until', type: 'date', nullable: true })
  plannedUntil: string | null;

  @Column({ name: 'from_certainty', type: 'varchar', length: 8 })
  fromCertainty: Certainty;

  @Column({ name: 'until_certainty', type: 'varchar', length: 8 })
  untilCertainty: Certainty;
}
