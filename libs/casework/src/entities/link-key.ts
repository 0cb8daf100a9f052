import { Column, Entity, PrimaryColumn } from 'typeorm';

/** With what links of one purpose are signed; made when first needed. */
@Entity({ name: 'link_key' })
export class LinkKey {
  @PrimaryColumn({ name: 'purpose', type: 'text', primaryKeyConstraintName: 'link_key_pkey' })
  purpose: string;

  @Column({ name: 'key', type: 'bytea' })
  key: Buffer;
}
