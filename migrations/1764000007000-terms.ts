import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
  CREATE TABLE terms_standard (
    version integer NOT NULL,
    definition jsonb NOT NULL,
    published_at timestamptz NOT NULL,
    published_by text NOT NULL,
    CONSTRAINT terms_standard_pkey PRIMARY KEY (version)
  );
  CREATE TRIGGER terms_standard_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON terms_standard FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`;

/** The versions of the standard terms of reference: a version is added, and never changed. */
export class Terms1764000007000 implements MigrationInterface {
  name = 'Terms1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE terms_standard');
  }
}
