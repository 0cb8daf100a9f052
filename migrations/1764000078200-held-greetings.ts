import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mails of the first day of a coordinator can be held when the change is recorded. */
export class HeldGreetings1764000078200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD COLUMN mails_held boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE outbox ADD COLUMN held boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN held');
    await runner.query('ALTER TABLE assignment DROP COLUMN mails_held');
  }
}
