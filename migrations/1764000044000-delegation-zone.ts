import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A delegation begins and ends at midnight of the place of whoever gave it, not of wherever somebody reads the clock. */
export class DelegationZone1764000044000 implements MigrationInterface {
  name = 'DelegationZone1764000044000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD COLUMN zone text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment DROP COLUMN zone');
  }
}
