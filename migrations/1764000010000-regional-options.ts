import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Options of a region: one adviser for several countries. Every version is kept. */
export class RegionalOptions1764000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE regional_option (
        id uuid NOT NULL,
        region text NOT NULL,
        version integer NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT regional_option_pkey PRIMARY KEY (id)
      );
      CREATE INDEX regional_option_region_idx ON regional_option (region, changed_at);
      CREATE TABLE regional_option_version (
        option_id uuid NOT NULL,
        version integer NOT NULL,
        content jsonb NOT NULL,
        saved_by uuid NOT NULL,
        saved_name text NOT NULL,
        saved_at timestamptz NOT NULL,
        CONSTRAINT regional_option_version_pkey PRIMARY KEY (option_id, version),
        CONSTRAINT regional_option_version_option_id_fkey FOREIGN KEY (option_id) REFERENCES regional_option (id),
        CONSTRAINT regional_option_version_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES person (id)
      );
      CREATE TRIGGER regional_option_version_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON regional_option_version
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE regional_option_version, regional_option;');
  }
}
