import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import type {
  ActiveState,
  DeploymentFacts,
  DeploymentStateName,
  FundingSource,
  Modality,
  Origin,
  RecruitmentStage,
  Renewal,
  Tenure,
} from '#domain';
import { CaseFile } from './case-file.js';
import { Request } from './request.js';

/** Where a post stands. Written by `advance` alone; replaying its record gives the same row. */
@Entity({ name: 'deployment' })
@Unique('deployment_ref_key', ['ref'])
@Unique('deployment_seq_key', ['seq'])
@Index('deployment_request_id_idx', ['requestId'], { where: 'request_id IS NOT NULL' })
@Index('deployment_words_idx', ['words'], { type: 'gin' })
export class Deployment {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'deployment_pkey' })
  @ForeignKey(() => CaseFile, { name: 'deployment_id_fkey' })
  id: string;

  @Column({ name: 'seq', type: 'bigint', generatedIdentity: 'ALWAYS' })
  @Generated('increment')
  seq: string;

  @Column({ name: 'ref', type: 'text' })
  ref: string;

  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  /** The request that led to it. */
  @Column({ name: 'request_id', type: 'uuid', nullable: true })
  @ForeignKey(() => Request, { name: 'deployment_request_id_fkey' })
  requestId: string | null;

  @Column({ name: 'language', type: 'varchar', length: 2 })
  language: string;

  @Column({ name: 'machine_version', type: 'smallint' })
  machineVersion: number;

  /** The condition that lists show. */
  @Column({ name: 'state', type: 'text' })
  state: DeploymentStateName;

  @Column({ name: 'tenure', type: 'text', nullable: true })
  tenure: Tenure | null;

  @Column({ name: 'recruitment', type: 'text', nullable: true })
  recruitment: ActiveState['recruitment'] | null;

  @Column({ name: 'is_open', type: 'boolean' })
  isOpen: boolean;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'modality', type: 'text' })
  modality: Modality;

  /** Country of the duty station. */
  @Column({ name: 'host', type: 'varchar', length: 3, nullable: true })
  host: string | null;

  @Column({ name: 'duty_station', type: 'text' })
  dutyStation: string;

  /** The regional office that leads the cluster of posts to which it belongs. */
  @Column({ name: 'cluster', type: 'text', nullable: true })
  cluster: string | null;

  /** Countries covered when the last step was taken. */
  @Column({ name: 'countries', type: 'text', array: true })
  countries: string[];

  @Column({ name: 'regions', type: 'text', array: true })
  regions: string[];

  @Column({ name: 'framework', type: 'boolean' })
  framework: boolean;

  @Column({ name: 'origin', type: 'text' })
  origin: Origin['kind'];

  /** Who holds the post. */
  @Column({ name: 'adviser_id', type: 'uuid', nullable: true })
  adviserId: string | null;

  @Column({ name: 'adviser_name', type: 'text', nullable: true })
  adviserName: string | null;

  @Column({ name: 'in_post_since', type: 'date', nullable: true })
  inPostSince: string | null;

  /** The last day of the present term as agreed. */
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn: string | null;

  @Column({ name: 'empty_since', type: 'date', nullable: true })
  emptySince: string | null;

  @Column({ name: 'successor_name', type: 'text', nullable: true })
  successorName: string | null;

  @Column({ name: 'successor_on', type: 'date', nullable: true })
  successorOn: string | null;

  @Column({ name: 'recruiting_since', type: 'date', nullable: true })
  recruitingSince: string | null;

  /** The day on which the candidate would come, whether or not the Resident Coordinator has agreed yet. */
  @Column({ name: 'candidate_on', type: 'date', nullable: true })
  candidateOn: string | null;

  /** How the renewal of the present term was decided. */
  @Column({ name: 'renewal', type: 'text', nullable: true })
  renewal: NonNullable<Renewal['decided']>['how'] | null;

  /** Since when the search is at its present stage. */
  @Column({ name: 'stage_since', type: 'date', nullable: true })
  stageSince: string | null;

  /** The days that each stage took wherever it was finished: what medians are made of. */
  @Column({ name: 'stage_days', type: 'jsonb' })
  stageDays: Partial<Record<RecruitmentStage, number[]>>;

  /** Whether it is decided that the post ends with the present term. */
  @Column({ name: 'to_end', type: 'boolean' })
  toEnd: boolean;

  /** The day from which the post wants attention: lists put the earliest first. */
  @Column({ name: 'attention_on', type: 'date', nullable: true })
  attentionOn: string | null;

  @Column({ name: 'funding', type: 'text', array: true })
  funding: FundingSource[];

  @Column({ name: 'funded_until', type: 'date', nullable: true })
  fundedUntil: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  /** Title, places and names, to be searched. */
  @Column({ name: 'words', type: 'tsvector' })
  words: string;

  /** Everything that decisions read, as the domain folds it from the record. */
  @Column({ name: 'facts', type: 'jsonb' })
  facts: DeploymentFacts;
}
