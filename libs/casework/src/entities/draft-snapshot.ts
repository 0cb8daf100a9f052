import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RequestContent } from '#domain';
import { Request } from './request.js';

/** The whole text of a draft after a line of its record, kept once in a while: from here an earlier text is built again. Append-only. */
@Entity({ name: 'draft_snapshot' })
export class DraftSnapshot {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'draft_snapshot_pkey' })
  @ForeignKey(() => Request, { name: 'draft_snapshot_request_id_fkey' })
  requestId: string;

  @PrimaryColumn({ name: 'seq', type: 'integer', primaryKeyConstraintName: 'draft_snapshot_pkey' })
  seq: number;

  @Column({ name: 'content', type: 'jsonb' })
  content: RequestContent;
}
