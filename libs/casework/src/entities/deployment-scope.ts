import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Deployment } from './deployment.js';

/** The locks of each post: who holds a key with the same name may know of it. Lists and counts start here. */
@Entity({ name: 'deployment_scope' })
@Index('deployment_scope_deployment_id_idx', ['deploymentId'])
export class DeploymentScope {
  @PrimaryColumn({ name: 'scope', type: 'text', primaryKeyConstraintName: 'deployment_scope_pkey' })
  scope: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint', primaryKeyConstraintName: 'deployment_scope_pkey' })
  seq: string;

  @Column({ name: 'deployment_id', type: 'uuid' })
  @ForeignKey(() => Deployment, { name: 'deployment_scope_deployment_id_fkey' })
  deploymentId: string;
}
