import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to a case of each kind in each year. */
@Entity({ name: 'reference_counter' })
export class ReferenceCounter {
  @PrimaryColumn({ name: 'kind', type: 'varchar', length: 16, primaryKeyConstraintName: 'reference_counter_pkey' })
  kind: 'request' | 'deployment';

  @PrimaryColumn({ name: 'year', type: 'integer', primaryKeyConstraintName: 'reference_counter_pkey' })
  year: number;

  @Column({ name: 'last', type: 'integer' })
  last: number;
}
