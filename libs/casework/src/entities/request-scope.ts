import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Request } from './request.js';

/** The locks of each case: who holds a key with the same name may know of it. Lists and counts start here. */
@Entity({ name: 'request_scope' })
@Index('request_scope_request_id_idx', ['requestId'])
export class RequestScope {
  @PrimaryColumn({ name: 'scope', type: 'text', primaryKeyConstraintName: 'request_scope_pkey' })
  scope: string;

  @PrimaryColumn({ name: 'seq', type: 'bigint', primaryKeyConstraintName: 'request_scope_pkey' })
  seq: string;

  @Column({ name: 'request_id', type: 'uuid' })
  @ForeignKey(() => Request, { name: 'request_scope_request_id_fkey' })
  requestId: string;
}
