import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Deployment } from './deployment.js';

/** The countries of a post, each for as long as it is covered. */
@Entity({ name: 'deployment_country' })
@Index('deployment_country_country_idx', ['country', 'fromOn'])
export class DeploymentCountry {
  @PrimaryColumn({ name: 'deployment_id', type: 'uuid', primaryKeyConstraintName: 'deployment_country_pkey' })
  @ForeignKey(() => Deployment, { name: 'deployment_country_deployment_id_fkey' })
  deploymentId: string;

  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'deployment_country_pkey' })
  key: string;

  @Column({ name: 'country', type: 'varchar', length: 3 })
  country: string;

  @Column({ name: 'days_per_month', type: 'integer', nullable: true })
  daysPerMonth: number | null;

  @Column({ name: 'from_on', type: 'date' })
  fromOn: string;

  @Column({ name: 'until_on', type: 'date', nullable: true })
  untilOn: string | null;
}
