import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The languages in which somebody works: not only the one in which they are written to. */
export class WorkingLanguages1764000037000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN working_languages text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT person_working_languages_check CHECK (working_languages <@ ARRAY['en', 'fr', 'es']);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE person DROP COLUMN working_languages;');
  }
}
