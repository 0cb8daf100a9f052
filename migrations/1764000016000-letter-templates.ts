import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE letter_template (
    kind text NOT NULL,
    language text NOT NULL,
    version integer NOT NULL,
    blocks jsonb NOT NULL,
    note text NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    CONSTRAINT letter_template_pkey PRIMARY KEY (kind, language, version)
  );
  CREATE TRIGGER letter_template_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON letter_template FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;

/** The words of decision letters, by kind of decision and language: a version is added, and never changed. */
export class LetterTemplates1764000016000 implements MigrationInterface {
  name = 'LetterTemplates1764000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE letter_template');
  }
}
