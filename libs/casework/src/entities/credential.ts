import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';

/** What somebody is signed in with: a session of the browser or a token of a program. Only the hash is kept. */
@Entity({ name: 'credential' })
@Index('credential_expires_at_idx', ['expiresAt'])
@Check('credential_kind_check', `kind IN ('session', 'token')`)
export class Credential {
  @PrimaryColumn({ name: 'hash', type: 'bytea', primaryKeyConstraintName: 'credential_pkey' })
  hash: Buffer;

  @Column({ name: 'person_id', type: 'uuid' })
  @ForeignKey(() => Person, { name: 'credential_person_id_fkey' })
  personId: string;

  @Column({ name: 'kind', type: 'text' })
  kind: 'session' | 'token';

  /** What the owner calls it. */
  @Column({ name: 'label', type: 'text' })
  label: string;

  @Column({ name: 'scopes', type: 'text', array: true })
  scopes: string[];

  /** Needed to sign out at the identity provider. */
  @Column({ name: 'id_token', type: 'text', nullable: true })
  idToken: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt: Date;
}
