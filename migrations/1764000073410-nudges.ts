import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was nudged on a case is looked for when the next of its nudges is told. */
export class Nudges1764000073410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX notice_entry_nudged_idx ON notice_entry (case_id) WHERE notice = 'nudged'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX notice_entry_nudged_idx');
  }
}
