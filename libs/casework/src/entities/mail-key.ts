import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The secret with which the addresses of mails are signed: one for all workers, made with the table. */
@Entity({ name: 'mail_key' })
@Check('mail_key_id_check', 'id = 1')
export class MailKey {
  @PrimaryColumn({ name: 'id', type: 'smallint', primaryKeyConstraintName: 'mail_key_pkey' })
  id: number;

  @Column({ name: 'secret', type: 'bytea' })
  secret: Buffer;
}
