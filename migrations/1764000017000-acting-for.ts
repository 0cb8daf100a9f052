import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who an approver acts for is known as a person: two who act for one have one voice. */
export class ActingFor1764000017000 implements MigrationInterface {
  name = 'ActingFor1764000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE assignment ADD COLUMN acting_for_id uuid, ADD CONSTRAINT assignment_acting_for_id_fkey FOREIGN KEY (acting_for_id) REFERENCES person (id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment DROP COLUMN acting_for_id');
  }
}
