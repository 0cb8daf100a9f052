import { Column, Entity, ForeignKey, Generated, Index, PrimaryColumn, Unique } from 'typeorm';
import type { ConsultationState, Modality, RequestFacts, RequestType, ReviewState, StateName, Track } from '#domain';
import { CaseFile } from './case-file.js';

/** Where a case stands. Written by `advance` alone; replaying its record gives the same row. */
@Entity({ name: 'request' })
@Unique('request_ref_key', ['ref'])
@Unique('request_seq_key', ['seq'])
@Index('request_round_idx', ['round', 'seq'])
export class Request {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'request_pkey' })
  @ForeignKey(() => CaseFile, { name: 'request_id_fkey' })
  id: string;

  /** The order in which cases were opened; lists page by it. A bigint: the driver gives text. */
  @Column({ name: 'seq', type: 'bigint', generatedIdentity: 'ALWAYS' })
  @Generated('increment')
  seq: string;

  @Column({ name: 'ref', type: 'text' })
  ref: string;

  /** How many steps the case has taken; a step is refused when its sender has read another one. */
  @Column({ name: 'revision', type: 'integer' })
  revision: number;

  /** The version of the machine whose state this is. */
  @Column({ name: 'machine_version', type: 'smallint' })
  machineVersion: number;

  @Column({ name: 'state', type: 'text' })
  state: StateName;

  @Column({ name: 'consultation', type: 'text', nullable: true })
  consultation: ConsultationState | null;

  @Column({ name: 'review', type: 'text', nullable: true })
  review: ReviewState | null;

  @Column({ name: 'is_open', type: 'boolean' })
  isOpen: boolean;

  @Column({ name: 'title', type: 'text' })
  title: string;

  @Column({ name: 'language', type: 'varchar', length: 2 })
  language: string;

  @Column({ name: 'type', type: 'text' })
  type: RequestType;

  @Column({ name: 'track', type: 'text' })
  track: Track;

  @Column({ name: 'modality', type: 'text' })
  modality: Modality;

  @Column({ name: 'round', type: 'text' })
  round: string;

  @Column({ name: 'countries', type: 'text', array: true })
  countries: string[];

  @Column({ name: 'regions', type: 'text', array: true })
  regions: string[];

  /** Number of the last frozen version; 0 before the first submission. */
  @Column({ name: 'version', type: 'integer' })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  @Column({ name: 'changed_at', type: 'timestamptz' })
  changedAt: Date;

  /** Everything that decisions read, as the domain folds it from the record. */
  @Column({ name: 'facts', type: 'jsonb' })
  facts: RequestFacts;
}
