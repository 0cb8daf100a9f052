import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Deployment } from './deployment.js';

/** Which post of the past each post of the lists became. */
@Entity({ name: 'presence_post' })
@Unique('presence_post_deployment_id_key', ['deploymentId'])
export class PresencePost {
  /** The post's code in the list; with " national" for the post of a national officer. */
  @PrimaryColumn({ name: 'key', type: 'varchar', length: 60, primaryKeyConstraintName: 'presence_post_pkey' })
  key: string;

  @Column({ name: 'deployment_id', type: 'uuid' })
  @ForeignKey(() => Deployment, { name: 'presence_post_deployment_id_fkey' })
  deploymentId: string;

  /** The last step that the lists took: a post on which people have worked since is theirs. */
  @Column({ name: 'revision', type: 'integer' })
  revision: number;
}
