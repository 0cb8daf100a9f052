import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links of those who endorse stand beside those of who is asked for advice; what is long over is found and forgotten. */
export class Endorsements1764000046000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX consultation_link_expires_at_idx ON consultation_link (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX consultation_link_expires_at_idx');
  }
}
