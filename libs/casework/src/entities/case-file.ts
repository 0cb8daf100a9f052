import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Every case, whatever its kind: what the record, the clocks, the outbox and the mail belong to. */
@Entity({ name: 'case_file' })
@Check('case_file_kind_check', `kind IN ('request', 'deployment')`)
export class CaseFile {
  @PrimaryColumn({ name: 'id', type: 'uuid', primaryKeyConstraintName: 'case_file_pkey' })
  id: string;

  @Column({ name: 'kind', type: 'varchar', length: 16 })
  kind: 'request' | 'deployment';
}
