import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each office of OHCHR is asked for advice in its own name: which it is, who speaks for it, and which are not asked. */
export class Offices1764000005000 implements MigrationInterface {
  name = 'Offices1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE regional_office ADD COLUMN consulted boolean NOT NULL DEFAULT true;
      ALTER TABLE regional_office DROP CONSTRAINT regional_office_kind_check;
      ALTER TABLE regional_office ADD CONSTRAINT regional_office_kind_check CHECK (kind IN ('office', 'centre', 'adviser'));
      ALTER TABLE assignment ADD COLUMN office varchar(24) CONSTRAINT assignment_office_fkey REFERENCES regional_office (code);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assignment DROP COLUMN office;
      DELETE FROM regional_office WHERE kind = 'adviser';
      ALTER TABLE regional_office DROP CONSTRAINT regional_office_kind_check;
      ALTER TABLE regional_office ADD CONSTRAINT regional_office_kind_check CHECK (kind IN ('office', 'centre'));
      ALTER TABLE regional_office DROP COLUMN consulted;
    `);
  }
}
