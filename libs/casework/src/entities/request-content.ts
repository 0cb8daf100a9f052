import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RequestContent } from '#domain';
import { Request } from './request.js';

/** The text of a request as it stands now; a table of its own, so that a step does not write it again. */
@Entity({ name: 'request_content' })
export class RequestContentRow {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'request_content_pkey' })
  @ForeignKey(() => Request, { name: 'request_content_request_id_fkey' })
  requestId: string;

  @Column({ name: 'content', type: 'jsonb' })
  content: RequestContent;
}
