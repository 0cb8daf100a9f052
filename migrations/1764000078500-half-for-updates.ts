import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The facts of a case have outgrown its row and are kept beside it, so that a page holds a dozen rows: half of each is left, for
 * one next version of every row on it.
 */
export class HalfForUpdates1764000078500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE request SET (fillfactor = 50); ALTER TABLE deployment SET (fillfactor = 50);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE request SET (fillfactor = 65); ALTER TABLE deployment SET (fillfactor = 65);');
  }
}
