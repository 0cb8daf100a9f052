import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of cases have grown to a quarter of a page: room is left on each page for the next version of one of them. */
export class RoomForUpdates1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE request SET (fillfactor = 65); ALTER TABLE deployment SET (fillfactor = 65);');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE request SET (fillfactor = 80); ALTER TABLE deployment SET (fillfactor = 80);');
  }
}
