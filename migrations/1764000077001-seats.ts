import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits where is a change of the calendars like a holiday: numbered, signed, and counted by the same worker. */
export class Seats1764000077001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE holiday_change ADD COLUMN holder text, DROP CONSTRAINT holiday_change_what_check,
        ADD CONSTRAINT holiday_change_what_check CHECK (what IN ('loaded', 'added', 'removed', 'seated', 'cleared'));
      CREATE INDEX holiday_change_holder_idx ON holiday_change (holder, id) WHERE holder IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX holiday_change_holder_idx;
      ALTER TABLE holiday_change DISABLE TRIGGER holiday_change_append_only;
      DELETE FROM recount WHERE change_id IN (SELECT id FROM holiday_change WHERE holder IS NOT NULL);
      DELETE FROM holiday_change WHERE holder IS NOT NULL;
      ALTER TABLE holiday_change ENABLE TRIGGER holiday_change_append_only;
      ALTER TABLE holiday_change DROP COLUMN holder, DROP CONSTRAINT holiday_change_what_check,
        ADD CONSTRAINT holiday_change_what_check CHECK (what IN ('loaded', 'added', 'removed'));`);
  }
}
