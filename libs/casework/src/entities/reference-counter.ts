import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given to a request in each year. */
@Entity({ name: 'reference_counter' })
export class ReferenceCounter {
  @PrimaryColumn({ name: 'year', type: 'integer', primaryKeyConstraintName: 'reference_counter_pkey' })
  year: number;

  @Column({ name: 'last', type: 'integer' })
  last: number;
}
