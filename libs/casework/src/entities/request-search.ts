import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Request } from './request.js';

/** The words of a request that may be searched, with the locks that last as long as they do. */
@Entity({ name: 'request_search' })
@Index('request_search_vector_idx', ['vector'], { type: 'gin' })
export class RequestSearch {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'request_search_pkey' })
  @ForeignKey(() => Request, { name: 'request_search_request_id_fkey' })
  requestId: string;

  @Column({ name: 'seq', type: 'bigint' })
  seq: string;

  @Column({ name: 'vector', type: 'tsvector' })
  vector: string;
}
