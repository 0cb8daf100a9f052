import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is set for a round, version by version: the money that is known, and how much has to be assessed for a place. */
export class Rounds1764000030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE round_setting (
        round varchar(6) NOT NULL,
        version integer NOT NULL,
        money numeric(14,2),
        source text NOT NULL,
        least_coverage smallint NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid NOT NULL,
        set_name text NOT NULL,
        CONSTRAINT round_setting_pkey PRIMARY KEY (round, version),
        CONSTRAINT round_setting_set_by_fkey FOREIGN KEY (set_by) REFERENCES person (id)
      );
      CREATE TRIGGER round_setting_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON round_setting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      CREATE INDEX request_round_idx ON request (round, seq);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX request_round_idx; DROP TABLE round_setting;');
  }
}
