import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Reviewer } from '#domain';
import { Request } from './request.js';

/** Who is to score which case; a projection of the facts, for lists by person. */
@Entity({ name: 'appointment' })
@Index('appointment_person_id_idx', ['personId', 'requestId'])
export class Appointment {
  @PrimaryColumn({ name: 'request_id', type: 'uuid', primaryKeyConstraintName: 'appointment_pkey' })
  @ForeignKey(() => Request, { name: 'appointment_request_id_fkey' })
  requestId: string;

  @PrimaryColumn({ name: 'person_id', type: 'uuid', primaryKeyConstraintName: 'appointment_pkey' })
  personId: string;

  @Column({ name: 'state', type: 'text' })
  state: Reviewer['state'];

  @Column({ name: 'appointed_at', type: 'timestamptz' })
  appointedAt: Date;
}
